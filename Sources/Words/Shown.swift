/// Text of a file as a sentence or a path may have it.
public enum Shown {
  /// Between back quotes, cut short, and without what a terminal would obey.
  public static func quoted(_ text: String) -> String { "`\(plain(text))`" }

  /// The same without the quotes.
  public static func plain(_ text: String) -> String {
    var shown = ""
    for (count, scalar) in text.unicodeScalars.enumerated() {
      if count == 60 { return shown + "..." }
      append(scalar, to: &shown)
    }
    return shown
  }

  /// All of the text in a line, without what a terminal would obey; ends of lines are written out
  /// too.
  public static func line(_ text: String) -> String {
    var shown = ""
    shown.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { append(scalar, to: &shown) }
    return shown
  }

  private static func append(_ scalar: Unicode.Scalar, to shown: inout String) {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse:
      shown += "\\u{\(String(scalar.value, radix: 16))}"
    default: shown.unicodeScalars.append(scalar)
    }
  }
}
