/// Bytes as a file shows them that people read and compare: lines are lines, other control
/// characters have their picture (`␍` for CR), and `∎` ends a last line that has no line end.
enum VisibleText {
  private static let unended = "∎"

  /// The lines that show `text`.
  static func lines(of text: String) -> [String] {
    if text.isEmpty { return [] }
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map {
      String(String.UnicodeScalarView($0.map(picture)))
    }
    if lines.last == "" { lines.removeLast() } else { lines[lines.count - 1] += unended }
    return lines
  }

  /// The text of one such line, without a line end.
  static func text(of line: some StringProtocol) -> String {
    String(String.UnicodeScalarView(line.unicodeScalars.map(character)))
  }

  /// The text of one such line, with its line end unless the line says that it has none.
  static func endedText(of line: some StringProtocol) -> String {
    line.hasSuffix(unended) ? text(of: line.dropLast()) : text(of: line) + "\n"
  }

  private static func picture(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? scalar
    case 0x7F: "␡"
    default: scalar
    }
  }

  private static func character(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x2400..<0x2420: Unicode.Scalar(scalar.value - 0x2400) ?? scalar
    case 0x2421: "\u{7F}"
    default: scalar
    }
  }
}
