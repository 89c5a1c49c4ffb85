/// Text for terminals that show no other characters than ASCII's. Letters are not written in others:
/// which one was typed may be the very thing.
enum ASCIIText {
  /// The text with others written in ASCII; those that have no such form as numbers.
  ///
  /// - Parameter forms: those that have one.
  static func of(_ text: String, by forms: [Unicode.Scalar: String] = signs) -> String {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    return text.unicodeScalars.map { scalar in
      scalar.isASCII
        ? String(scalar) : forms[scalar] ?? "\\u{\(String(scalar.value, radix: 16))}"
    }.joined()
  }

  private static let signs: [Unicode.Scalar: String] = [
    "\u{A0}": " ", "\u{2010}": "-", "\u{2011}": "-", "\u{2013}": "-", "\u{2014}": "-",
    "\u{2018}": "'", "\u{2019}": "'", "\u{201C}": "\"", "\u{201D}": "\"", "\u{201E}": "\"",
    "\u{2026}": "...", "\u{2022}": "-", "\u{2192}": "->", "\u{D7}": "x",
  ]
}
