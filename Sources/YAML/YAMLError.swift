/// Why a file is refused.
public struct YAMLError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Where the fault is.
  public let origin: Origin
  /// What it is, for whoever wrote the file.
  public let sentence: String

  /// An error at `origin`.
  public init(at origin: Origin, _ sentence: String) {
    self.origin = origin
    self.sentence = sentence
  }

  /// `FILE:LINE:COLUMN: PATH: sentence`, without a path where the file's form is at fault.
  public var description: String {
    "\(origin.place): " + (origin.path.isEmpty ? "" : "\(origin.path): ") + sentence
  }
}

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
