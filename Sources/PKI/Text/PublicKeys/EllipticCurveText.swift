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
      write(explicitCurve: group, indent: margin)
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
  private mutating func write(explicitCurve group: OpaquePointer, indent margin: Int) {
    guard let bio = try? MemoryBIO() else { return }
    _ = copenssl_ec_parameters_print(bio.pointer, group, Int32(margin))
    write(bio.bytes)
  }
}
