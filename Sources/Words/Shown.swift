/// Text of a file as a sentence or a path may have it.
public enum Shown {
  /// Between back quotes, cut short, and without what a terminal would obey.
  public static func quoted(_ text: String) -> String { "`\(plain(text))`" }

  /// The same without the quotes.
  public static func plain(_ text: String) -> String {
    var shown = ""
    for (count, scalar) in text.unicodeScalars.enumerated() {
      if count == 60 { return shown + "..." }
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse:
        shown += "\\u{\(String(scalar.value, radix: 16))}"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }
}
