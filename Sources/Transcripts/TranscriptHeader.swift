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

  /// A header that says nothing.
  public init() {}

  /// The value of `key`; nil if no line gives it.
  public subscript(key: Key) -> String? {
    get { values[key] }
    set { values[key] = newValue }
  }

  /// The header as lines of a transcript.
  public var text: String {
    Key.allCases.compactMap { key in values[key].map { "#! \(key.rawValue): \($0)\n" } }.joined()
  }

  /// Takes in a line; one that does not start with `#!` is a comment.
  mutating func read(_ line: Line) throws(TranscriptError) {
    guard line.text.starts(with: "#!".utf8) else { return }
    let parts = line.text.dropFirst(2).split(separator: UInt8(ascii: ":"), maxSplits: 1)
    guard parts.count == 2, !parts[0].isBlank, !parts[1].isBlank else {
      throw TranscriptError(line: line.number, problem: .malformedHeader)
    }
    let name = parts[0].trimming
    guard let key = Key.allCases.first(where: { name.elementsEqual($0.rawValue.utf8) }) else {
      throw TranscriptError(line: line.number, problem: .unknownKey(name.asText))
    }
    guard values.updateValue(parts[1].trimming.asText, forKey: key) == nil else {
      throw TranscriptError(line: line.number, problem: .repeatedKey(key.rawValue))
    }
  }
}
