/// The text of a command that a client asks for, taken apart by scalars and bytes. By characters it
/// would cost the square of its length: each comparison puts a character's combining marks in order,
/// and a client may send 200,000 of them.
enum CommandText {
  /// Its lines, without those that are empty.
  static func lines(of text: String) -> [String] {
    text.unicodeScalars.split(whereSeparator: isNewline).map { String($0) }
  }

  /// Its words, between blanks.
  static func words(of text: String) -> [Substring.UTF8View] {
    text.utf8.split(separator: UInt8(ascii: " "))
  }

  /// As ``Swift/Character/isNewline``: line feed, line tabulation, form feed, carriage return, next
  /// line, line and paragraph separator.
  private static func isNewline(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028...0x2029: true
    default: false
    }
  }
}
