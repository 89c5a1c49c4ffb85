private import COpenSSL

extension TextBuffer {
  mutating func write(dsa info: PublicKeyInfo, indent margin: Int) -> Bool {
    switch info.algorithm.parameterType {
    case V_ASN1_SEQUENCE:
      return write(dsa: info, domain: info.algorithm.sequence, indent: margin)
    case V_ASN1_NULL, V_ASN1_UNDEF:
      // The numbers of the domain are those of the issuer, and not printed.
      return write(publicNumber: "pub: ", of: info, indent: margin)
    default:
      return false
    }
  }

  private mutating func write(
    dsa info: PublicKeyInfo, domain: StringView?, indent margin: Int
  ) -> Bool {
    var reader = DERReader(domain?.bytes ?? .empty)
    guard var numbers = reader.enter(DERReader.Tag.sequence),
      let p = numbers.read(DERReader.Tag.integer), let q = numbers.read(DERReader.Tag.integer),
      let g = numbers.read(DERReader.Tag.integer), numbers.isAtEnd,
      write(publicNumber: "pub: ", of: info, indent: margin)
    else { return false }
    write(number: "P:   ", p, indent: margin)
    write(number: "Q:   ", q, indent: margin)
    write(number: "G:   ", g, indent: margin)
    return true
  }

  /// The key itself where it is a single INTEGER: the one number of a key that has a sign.
  mutating func write(
    publicNumber label: StaticString, of info: PublicKeyInfo, indent margin: Int
  ) -> Bool {
    decoding(info.key, as: ASN1_INTEGER_it()) { pointer in
      let number = StringView(pointer)
      write(number: label, number.bytes, isNegative: number.isNegative, indent: margin)
      return true
    }
  }
}
