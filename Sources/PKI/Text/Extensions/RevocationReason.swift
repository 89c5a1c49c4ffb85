private import COpenSSL

extension TextBuffer {
  mutating func write(revocationReason content: Bytes, indent margin: Int) -> Bool {
    decoding(content, as: ASN1_ENUMERATED_it()) { pointer in
      let reason = StringView(pointer)
      let number = UInt64(bigEndian: reason.bytes)
      indent(margin)
      if !reason.isNegative, let number, number < UInt64(Self.reasons.count),
        let name = Self.reasons[Int(number)]
      {
        write(name)
      } else {
        write(integer: reason)
      }
      return true
    }
  }

  private static let reasons: [StaticString?] = [
    "Unspecified", "Key Compromise", "CA Compromise", "Affiliation Changed", "Superseded",
    "Cessation Of Operation", "Certificate Hold", nil, "Remove From CRL", "Privilege Withdrawn",
    "AA Compromise",
  ]
}
