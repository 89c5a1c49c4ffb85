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

/// Where a value stands: its place in a file and the keys that lead to it.
public struct Origin: Sendable, Equatable {
  /// Its place in the file.
  public let place: Place
  /// The keys from the top down, such as `authority.age`; empty for the top itself.
  public let path: String

  /// An origin of those two.
  public init(place: Place, path: String) {
    self.place = place
    self.path = path
  }

  /// The error that refuses what stands there, with a sentence why.
  public func refused(_ sentence: String) -> YAMLError {
    YAMLError(at: self, sentence)
  }
}
