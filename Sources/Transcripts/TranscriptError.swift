/// Why a file is no transcript.
///
/// Only its beginning can be wrong: behind the first prompt a line is either typed or expected.
public struct TranscriptError: Error, Equatable, CustomStringConvertible {
  /// What is wrong with a line.
  public enum Problem: Equatable, Sendable {
    /// A header line is not of the form `#! key: value`.
    case malformedHeader
    /// A header line has a key that transcripts do not know.
    case unknownKey(String)
    /// A header line gives a key that an earlier one gave.
    case repeatedKey(String)
    /// Text that is neither header nor comment stands before the first prompt.
    case textBeforePrompt
    /// There is no prompt in the file.
    case noPrompt
  }

  /// The line of the file, from 1.
  public let line: Int
  /// What is wrong with it.
  public let problem: Problem

  package init(line: Int, problem: Problem) {
    self.line = line
    self.problem = problem
  }

  /// One sentence for the author of the file, which it does not name.
  public var description: String {
    switch problem {
    case .malformedHeader:
      "line \(line): a header line has the form \"#! key: value\""
    case .unknownKey(let key):
      "line \(line): unknown header key \"\(key)\"; known are "
        + TranscriptHeader.Key.allCases.map(\.rawValue).joined(separator: ", ")
    case .repeatedKey(let key):
      "line \(line): header key \"\(key)\" is given twice"
    case .textBeforePrompt:
      "line \(line): before the first prompt stand only header lines and comments"
    case .noPrompt: "no prompt found"
    }
  }
}
