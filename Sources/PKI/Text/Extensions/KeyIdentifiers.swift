private import COpenSSL

extension TextBuffer {
  mutating func write(subjectKeyIdentifier content: Bytes, indent margin: Int) -> Bool {
    decoding(content, as: ASN1_OCTET_STRING_it()) { pointer in
      let identifier = StringView(pointer).bytes
      guard !identifier.isEmpty else { return false }
      indent(margin)
      write(keyIdentifier: identifier)
      return true
    }
  }

  mutating func write(authorityKeyIdentifier content: Bytes, indent margin: Int) -> Bool {
    decoding(content, as: AUTHORITY_KEYID_it()) { pointer in
      let identifier = pointer.assumingMemoryBound(to: AUTHORITY_KEYID.self).pointee
      let start = bytes.count
      write(octets: StringView(identifier.keyid), label: "keyid", indent: margin)
      for name in Stack(identifier.issuer) {
        indent(margin)
        write(listed: GeneralName(name))
        write("\n")
      }
      write(octets: StringView(identifier.serial), label: "serial", indent: margin)
      if bytes.count == start, identifier.issuer != nil { writeEmpty(indent: margin) }
      return bytes.count > start
    }
  }

  private mutating func write(octets: StringView?, label: StaticString, indent margin: Int) {
    guard let octets else { return }
    indent(margin)
    write(label)
    if !octets.bytes.isEmpty {
      write(":")
      write(keyIdentifier: octets.bytes)
    }
    write("\n")
  }
}
