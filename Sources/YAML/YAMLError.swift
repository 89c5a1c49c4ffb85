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
