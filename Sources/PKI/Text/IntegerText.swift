private import COpenSSL

extension TextBuffer {
  /// The largest number written in decimal, in octets; the time that takes grows with its square.
  private static let largestDecimal = 4096

  /// A whole number in decimal. Unlike 1.0.2 it writes a number of more than 4,096 octets, which
  /// nobody could read anyway, in hexadecimal.
  mutating func write(integer: StringView) {
    guard let magnitude = UInt64(bigEndian: integer.bytes) else {
      return write(largeInteger: integer)
    }
    if integer.isNegative, magnitude != 0 { write("-") }
    write(decimal: magnitude)
  }

  /// A whole number as octets in hexadecimal, broken every 35 octets.
  mutating func write(hexInteger integer: StringView) {
    if integer.isNegative { write("-") }
    if integer.bytes.isEmpty { write("00") }
    for (index, octet) in integer.bytes.enumerated() {
      if index > 0, index % 35 == 0 { write("\\\n") }
      write(uppercaseOctet: octet)
    }
  }

  /// A labelled number of a key or signature: up to 64 bits on the same line, more of them below.
  ///
  /// - Parameter magnitude: big endian, with or without zeros in front.
  mutating func write(
    number label: StaticString, _ magnitude: Bytes, isNegative: Bool = false, indent margin: Int
  ) {
    let digits = magnitude.drop { $0 == 0 }
    indent(margin)
    write(label)
    guard let first = digits.first else { return write(" 0\n") }
    if let small = UInt64(bigEndian: Bytes(rebasing: digits)) {
      write(isNegative ? " -" : " ")
      write(decimal: small)
      write(isNegative ? " (-0x" : " (0x")
      write(lowercaseHex: small)
      return write(")\n")
    }
    if isNegative { write(" (Negative)") }
    // A zero in front keeps the number from looking negative.
    let octets = first & 0x80 == 0 ? Array(digits) : [0] + digits
    write(octets: octets, columns: 15, indent: margin + 4)
    write("\n")
  }

  private mutating func write(largeInteger integer: StringView) {
    guard integer.bytes.count <= Self.largestDecimal else {
      write(integer.isNegative ? "-0x" : "0x")
      for octet in integer.bytes { write(lowercaseOctet: octet) }
      return
    }
    let count = Int32(clamping: integer.bytes.count)
    guard let number = BN_bin2bn(integer.bytes.baseAddress, count, nil) else { return }
    defer { BN_free(number) }
    BN_set_negative(number, integer.isNegative ? 1 : 0)
    guard let decimal = BN_bn2dec(number) else { return }
    defer { copenssl_free(decimal) }
    write(cString: decimal)
  }
}

extension UInt64 {
  /// The number those octets make, or nil when they are more than fit.
  init?(bigEndian octets: Bytes) {
    guard octets.count <= 8 else { return nil }
    self = octets.reduce(0) { $0 << 8 | UInt64($1) }
  }
}
