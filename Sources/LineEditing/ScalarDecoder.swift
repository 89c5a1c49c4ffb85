/// Puts UTF-8 together byte by byte. What is invalid becomes U+FFFD, as when a string is decoded.
struct ScalarDecoder {
  private var value: UInt32 = 0
  /// How many bytes are missing.
  private var missing = 0
  /// What the next byte must be, tighter after some first bytes (The Unicode Standard, table 3-7).
  private var range: ClosedRange<UInt8> = 0x80...0xBF

  /// Whether a character has begun.
  var isPending: Bool { missing > 0 }

  /// Whether `byte` goes on with the character that has begun.
  func continues(with byte: UInt8) -> Bool { isPending && range.contains(byte) }

  /// Takes a byte that either continues a character or begins one.
  ///
  /// - Returns: the character, once it is complete.
  mutating func take(_ byte: UInt8) -> Unicode.Scalar? {
    if missing > 0 {
      value = value << 6 | UInt32(byte & 0x3F)
      missing -= 1
      range = 0x80...0xBF
      return missing > 0 ? nil : Unicode.Scalar(value) ?? "\u{FFFD}"
    }
    switch byte {
    case ..<0x80: return Unicode.Scalar(byte)
    case 0xC2...0xDF: begin(byte & 0x1F, missing: 1, range: 0x80...0xBF)
    case 0xE0: begin(byte & 0x0F, missing: 2, range: 0xA0...0xBF)
    case 0xED: begin(byte & 0x0F, missing: 2, range: 0x80...0x9F)
    case 0xE1...0xEF: begin(byte & 0x0F, missing: 2, range: 0x80...0xBF)
    case 0xF0: begin(byte & 0x07, missing: 3, range: 0x90...0xBF)
    case 0xF1...0xF3: begin(byte & 0x07, missing: 3, range: 0x80...0xBF)
    case 0xF4: begin(byte & 0x07, missing: 3, range: 0x80...0x8F)
    default: return "\u{FFFD}"
    }
    return nil
  }

  /// Gives the character up that has begun.
  mutating func abandon() -> Unicode.Scalar {
    missing = 0
    return "\u{FFFD}"
  }

  private mutating func begin(_ bits: UInt8, missing: Int, range: ClosedRange<UInt8>) {
    value = UInt32(bits)
    self.missing = missing
    self.range = range
  }
}
