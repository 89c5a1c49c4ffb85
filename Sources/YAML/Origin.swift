public import Words

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
