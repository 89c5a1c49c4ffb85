private import COpenSSL

extension TextBuffer {
  mutating func write(keyUsage content: Bytes, indent margin: Int) -> Bool {
    write(bits: content, names: Self.keyUsages, indent: margin)
  }

  mutating func write(netscapeCertificateType content: Bytes, indent margin: Int) -> Bool {
    write(bits: content, names: Self.netscapeTypes, indent: margin)
  }

  private mutating func write(
    bits content: Bytes, names: [StaticString], indent margin: Int
  ) -> Bool {
    decoding(content, as: ASN1_BIT_STRING_it()) { pointer in
      let bits = StringView(pointer)
      let set = names.indices.lazy.filter { bits.hasBit($0) }
      guard !set.isEmpty else { return false }
      write(values: set, .line, indent: margin) { $0.write(names[$1]) }
      return true
    }
  }

  private static let keyUsages: [StaticString] = [
    "Digital Signature", "Non Repudiation", "Key Encipherment", "Data Encipherment",
    "Key Agreement", "Certificate Sign", "CRL Sign", "Encipher Only", "Decipher Only",
  ]

  private static let netscapeTypes: [StaticString] = [
    "SSL Client", "SSL Server", "S/MIME", "Object Signing", "Unused", "SSL CA", "S/MIME CA",
    "Object Signing CA",
  ]
}
