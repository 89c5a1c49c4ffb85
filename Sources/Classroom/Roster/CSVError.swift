public import Words

/// Why a table that people write is refused.
public struct CSVError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Where the fault is.
  public let place: Place
  /// What it is, for whoever wrote the file.
  public let sentence: String

  /// An error at that place.
  init(at place: Place, _ sentence: String) {
    self.place = place
    self.sentence = sentence
  }

  /// `FILE:LINE:COLUMN: sentence`.
  public var description: String { "\(place): \(sentence)" }
}
