private import COpenSSL

extension TextBuffer {
  mutating func write(ellipticCurve info: PublicKeyInfo, indent margin: Int) -> Bool {
    // Whether the point is on the curve is for OpenSSL to tell.
    guard let key = info.loaded, EVP_PKEY_get_base_id(key) == EVP_PKEY_EC else { return false }
    let curve = info.algorithm.name
    // OpenSSL 3.0 loads curves that 1.0.2 did not know.
    if let curve, curve.nid == NID_undef { return false }
    indent(margin)
    write("Public-Key: (")
    write(decimal: UInt64(max(0, EVP_PKEY_get_bits(key))))
    write(" bit)\n")
    write(number: "pub: ", info.key, indent: margin)
    if let curve {
      write(curve: curve.nid, indent: margin)
    } else if let curve = info.algorithm.sequence.flatMap({ ExplicitCurve($0.bytes) }) {
      write(explicitCurve: curve, indent: margin)
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
}
