/// Something the author of a transcript should know, though it decides nothing.
public struct Note: Equatable, Sendable {
  /// The line of the file, from 1.
  public let line: Int
  /// What there is to know, without the line.
  public let text: String

  /// A note about a line.
  public init(line: Int, text: String) {
    self.line = line
    self.text = text
  }
}
