/// A place in a file.
public struct Place: Sendable, Equatable, CustomStringConvertible {
  /// The file's name, as its reader was told.
  public let file: String
  /// The line, from 1.
  public let line: Int
  /// The column in characters, from 1.
  public let column: Int

  /// A place by its numbers.
  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// `FILE:LINE:COLUMN`, as editors and compilers have it.
  public var description: String { "\(file):\(line):\(column)" }
}
