/// What a terminal is shown of bytes that may be anybody's: text stays, commands become visible.
///
/// A certificate's names or a file's may hold what moves the cursor, renames the window or turns the
/// direction of writing. All of it is written out as in `\x1B`, the way OpenSSL 1.0.2 writes
/// control characters of names.
public enum TerminalText {
  /// The bytes with every command written out. Line feeds, tabs and line ends of Windows are none;
  /// bytes that are no UTF-8 stay, but for those that an 8-bit terminal obeys.
  ///
  /// What was cut within a character is not put together again: each piece is harmless by itself,
  /// and so are all of them in a row.
  public static func escaping(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: { !isPlain($0) }) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    var parser = UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var place = 0
    while true {
      switch parser.parseScalar(from: &rest) {
      case .valid(let character):
        let end = place + character.count
        let endsLine = bytes[place] == 0x0D && end < bytes.count && bytes[end] == 0x0A
        if endsLine || isHarmless(UTF8.decode(character)) {
          result += character
        } else {
          for byte in character { write(byte, to: &result) }
        }
        place = end
      case .error(let length):
        for byte in bytes[place..<place + length] {
          // A continuation that an 8-bit terminal takes for a command, as 0x9B for Escape and `[`.
          if 0x80...0x9F ~= byte { write(byte, to: &result) } else { result.append(byte) }
        }
        place += length
      case .emptyInput: return result
      }
    }
  }

  /// The text with every command written out.
  public static func escaping(_ text: String) -> String {
    guard text.utf8.contains(where: { !isPlain($0) }) else { return text }
    return String(decoding: escaping(Array(text.utf8)), as: UTF8.self)
  }

  /// Whether a terminal only draws it. C0, DEL and C1 are commands (ECMA-48); some of Unicode's
  /// marks of direction show what follows in another order than it stands in (UAX 9).
  public static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: true
    case ..<0x20, 0x7F...0x9F: false
    case 0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: false
    default: true
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    0x20...0x7E ~= byte || byte == 0x0A || byte == 0x09
  }

  private static func write(_ byte: UInt8, to bytes: inout [UInt8]) {
    let digits = Array("0123456789ABCDEF".utf8)
    bytes += [0x5C, 0x78, digits[Int(byte >> 4)], digits[Int(byte & 0x0F)]]
  }
}
