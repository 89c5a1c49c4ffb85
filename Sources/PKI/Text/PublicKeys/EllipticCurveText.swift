private import COpenSSL

extension TextBuffer {
  mutating func write(ellipticCurve info: PublicKeyInfo, indent margin: Int) -> Bool {
    guard let group = copenssl_ec_group(info.loaded) else { return false }
    // Explicit parameters keep their own printer, whatever curve 3.0 recognises in them.
    let isNamed = info.algorithm.parameterType == V_ASN1_OBJECT
    let curve = isNamed ? EC_GROUP_get_curve_name(group) : NID_undef
    if isNamed, !ObjectName.isKnown(curve) { return false }
    indent(margin)
    write("Public-Key: (")
    write(decimal: UInt64(max(0, EC_GROUP_order_bits(group))))
    write(" bit)\n")
    write(number: "pub: ", info.key, indent: margin)
    if isNamed {
      write(curve: curve, indent: margin)
    } else {
      write(explicitCurve: group, form: Self.generatorForm(info.algorithm), indent: margin)
    }
    return true
  }

  private mutating func write(curve: Int32, indent margin: Int) {
    indent(margin)
    write("ASN1 OID: ")
    if let name = OBJ_nid2sn(curve) { write(cString: name) }
    write("\n")
    guard let nist = EC_curve_nid2nist(curve) else { return }
    indent(margin)
    write("NIST CURVE: ")
    write(cString: nist)
    write("\n")
  }

  /// - Parameter group: `EC_GROUP *`
  private mutating func write(
    explicitCurve group: OpaquePointer, form: point_conversion_form_t, indent margin: Int
  ) {
    guard let bio = try? MemoryBIO(), let curve = EC_GROUP_dup(group) else { return }
    defer { EC_GROUP_free(curve) }
    EC_GROUP_set_point_conversion_form(curve, form)
    _ = copenssl_ec_parameters_print(bio.pointer, curve, Int32(clamping: margin))
    write(bio.bytes)
  }

  /// The form the generator came in, which 1.0.2 keeps and 3.0 forgets.
  private static func generatorForm(_ algorithm: Algorithm) -> point_conversion_form_t {
    typealias Tag = DERReader.Tag
    var reader = DERReader(algorithm.sequence?.bytes ?? .empty)
    guard var fields = reader.enter(Tag.sequence), fields.read(Tag.integer) != nil,
      fields.read(Tag.sequence) != nil, fields.read(Tag.sequence) != nil,
      let mark = fields.read(Tag.octetString)?.first
    else { return POINT_CONVERSION_UNCOMPRESSED }
    return point_conversion_form_t(UInt32(mark & ~1))
  }
}
