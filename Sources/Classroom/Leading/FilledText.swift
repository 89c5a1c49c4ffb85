/// A text of the ledger with what was said in place of its braces.
enum FilledText {
  /// What stands where it was now this and now that.
  static let varying = "..."

  /// The text with a value for each name in braces; ``varying`` where there is none.
  static func filled(_ template: String, with value: (String) -> String?) -> String {
    let pieces = template.split(separator: "{", omittingEmptySubsequences: false)
    var text = String(pieces.first ?? "")
    for piece in pieces.dropFirst() {
      guard let close = piece.firstIndex(of: "}") else {
        text += "{\(piece)"
        continue
      }
      // A value is no template: what is in it is not looked at.
      text += value(String(piece[..<close])) ?? varying
      text += String(piece[piece.index(after: close)...])
    }
    return text
  }
}
