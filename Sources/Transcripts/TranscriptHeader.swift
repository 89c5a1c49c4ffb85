/// What a transcript says about itself: the world it plays in and where its bytes come from.
///
/// It stands in lines `#! key: value` before the first prompt. This target only reads it; the
/// edge builds the world from it and checks the values.
public struct TranscriptHeader: Equatable, Sendable {
  /// What a header line may say.
  public enum Key: String, CaseIterable, Sendable {
    /// The world: a built-in name or a file.
    case scenario
    /// A folder whose files are there at the start.
    case files
    /// The time the world's clock shows at the start.
    case clock
    /// The release whose console is shown.
    case release
    /// Where the transcript was seen.
    case source
    /// How far it can be trusted.
    case grade
  }

  private var values: [Key: String] = [:]
  /// The line of the file, from 1, that gives each key; empty for a header that was not read.
  public private(set) var places: [Key: Int] = [:]
  /// The messages that the transcript is there to show, by the ledger's names, as `#! shows: ID`
  /// gives them; it may stand more than once.
  public var shows: [String] = []
  /// Whether white space at the end of a line is compared, as `#! exact` wants it.
  public var isExact = false

  /// A header that says nothing.
  public init() {}

  /// Whether both say the same, wherever they stand.
  public static func == (left: Self, right: Self) -> Bool {
    left.values == right.values && left.shows == right.shows && left.isExact == right.isExact
  }

  /// The value of `key`; nil if no line gives it.
  public subscript(key: Key) -> String? {
    get { values[key] }
    set { values[key] = newValue }
  }

  /// The header as lines of a transcript.
  public var text: String {
    let lines = Key.allCases.compactMap { key in values[key].map { "#! \(key.rawValue): \($0)\n" } }
    let others =
      (shows.isEmpty ? [] : ["#! shows: \(shows.joined(separator: ", "))\n"])
      + (isExact ? ["#! exact\n"] : [])
    return (lines + others).joined()
  }

  /// Takes in a line; one that does not start with `#!` is a comment.
  mutating func read(_ line: Line) throws(TranscriptError) {
    guard line.text.starts(with: "#!".utf8) else { return }
    let text = line.text.dropFirst(2)
    if text.trimming.elementsEqual("exact".utf8) {
      guard !isExact else {
        throw TranscriptError(line: line.number, problem: .repeatedKey("exact"))
      }
      isExact = true
      return
    }
    let parts = text.split(separator: UInt8(ascii: ":"), maxSplits: 1)
    guard parts.count == 2, !parts[0].isBlank, !parts[1].isBlank else {
      throw TranscriptError(line: line.number, problem: .malformedHeader)
    }
    try read(parts[0].trimming, parts[1].trimming, of: line)
  }

  private mutating func read(
    _ name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>, of line: Line
  ) throws(TranscriptError) {
    // As bytes: comparing text of strangers' accents takes its time.
    if name.elementsEqual("shows".utf8) {
      let names = value.split { $0.isBlank || $0 == UInt8(ascii: ",") }.map(\.asText)
      guard !names.isEmpty else {
        throw TranscriptError(line: line.number, problem: .malformedHeader)
      }
      shows += names
      return
    }
    guard !name.elementsEqual("exact".utf8) else {
      throw TranscriptError(line: line.number, problem: .malformedHeader)
    }
    guard let key = Key.allCases.first(where: { name.elementsEqual($0.rawValue.utf8) }) else {
      throw TranscriptError(line: line.number, problem: .unknownKey(name.asText))
    }
    guard values.updateValue(value.asText, forKey: key) == nil else {
      throw TranscriptError(line: line.number, problem: .repeatedKey(key.rawValue))
    }
    places[key] = line.number
  }
}
