/// A text of the ledger with what was said in place of its braces.
public enum FilledText {
  /// The text with a value for each name in braces. A value is no template: what is in it is not
  /// looked at.
  public static func filled(_ template: String, with value: (String) -> String) -> String {
    let pieces = template.split(separator: "{", omittingEmptySubsequences: false)
    var text = String(pieces.first ?? "")
    for piece in pieces.dropFirst() {
      guard let close = piece.firstIndex(of: "}") else {
        text += "{\(piece)"
        continue
      }
      text += value(String(piece[..<close]))
      text += String(piece[piece.index(after: close)...])
    }
    return text
  }
}
