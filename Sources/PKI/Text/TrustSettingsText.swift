private import COpenSSL

extension TextBuffer {
  /// The lines that 1.0.2 prints below the signature (`X509_CERT_AUX_print`).
  mutating func writeTrustSettings(of certificate: Certificate) {
    guard certificate.hasTrustSettings else { return }
    let trusted = certificate.pointer
    write(uses: X509_get0_trust_objects(trusted), heading: "Trusted Uses")
    write(uses: X509_get0_reject_objects(trusted), heading: "Rejected Uses")
    var count: Int32 = 0
    if let alias = X509_alias_get0(trusted, &count) {
      write("Alias: ")
      write(cString: Bytes(start: alias, count: Int(count)))
      write("\n")
    }
    if let identifier = X509_keyid_get0(trusted, &count) {
      write("Key Id: ")
      for (index, octet) in Bytes(start: identifier, count: Int(count)).enumerated() {
        if index > 0 { write(":") }
        write(uppercaseOctet: octet)
      }
      write("\n")
    }
  }

  /// - Parameter uses: `STACK_OF(ASN1_OBJECT) *`, nil where the file has no list.
  private mutating func write(uses: OpaquePointer?, heading: StaticString) {
    guard let uses else {
      write("No ")
      write(heading)
      return write(".\n")
    }
    write(heading)
    write(":\n  ")
    for (index, object) in Stack(uses).enumerated() {
      if index > 0 { write(", ") }
      write(object: ObjectName(OpaquePointer(object)), limit: 80)
    }
    write("\n")
  }
}
