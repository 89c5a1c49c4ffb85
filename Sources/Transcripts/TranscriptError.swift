/// Why a file is no transcript.
///
/// Little but its beginning can be wrong: behind the first prompt a line is either typed or expected,
/// and only what expected lines capture must be plain.
public struct TranscriptError: Error, Equatable, CustomStringConvertible {
  /// What is wrong with a line.
  public enum Problem: Equatable, Sendable {
    /// The file's text is in 16-bit units.
    case utf16
    /// A header line is not of the form `#! key: value`.
    case malformedHeader
    /// A header line has a key that transcripts do not know.
    case unknownKey(String)
    /// A header line gives a key that an earlier one gave.
    case repeatedKey(String)
    /// Text that is neither header nor comment stands before the first prompt.
    case textBeforePrompt
    /// The first line to be typed has a prompt that no window has, or none in this world.
    case noWindow(prompt: String)
    /// There is no prompt in the file.
    case noPrompt
    /// A line captures a name that this line captures too, or one above it.
    case capturedTwice(name: String, first: Int)
    /// A name is used in the line that captures it.
    case usedWhereCaptured(name: String)
  }

  /// The line of the file, from 1.
  public let line: Int
  /// What is wrong with it.
  public let problem: Problem

  /// An error in that line.
  package init(line: Int, problem: Problem) {
    self.line = line
    self.problem = problem
  }

  /// One sentence for the author of the file, which it does not name.
  public var description: String {
    switch problem {
    case .utf16, .noPrompt: sentence
    default: "line \(line): \(sentence)"
    }
  }

  /// The same without the line.
  public var sentence: String {
    switch problem {
    case .utf16: "the file is UTF-16; save it as UTF-8"
    case .malformedHeader:
      "a header line has the form \"#! key: value\", or is \"#! exact\""
    case .unknownKey(let key):
      "unknown header key \"\(key)\"; known are "
        + (TranscriptHeader.Key.allCases.map(\.rawValue) + ["shows", "exact"])
        .joined(separator: ", ")
    case .repeatedKey(let key):
      "header key \"\(key)\" is given twice"
    case .textBeforePrompt:
      "before the first prompt stand only header lines and comments; \(Self.prompts)"
    case .noWindow(let prompt):
      "no window here has the prompt \"\(prompt)\"; \(Self.prompts)"
    case .noPrompt: "no prompt found; \(Self.prompts)"
    case .capturedTwice(let name, let first):
      "[\(name)=..] is captured twice, first in line \(first)"
    case .usedWhereCaptured(let name):
      "[\(name)] is used in the line that captures it"
    }
  }

  private static let prompts =
    "prompts are \"cms1a> \" of a console (any host name), \"C:\\...>\" of PC1 and \"psftp> \""
}

extension TranscriptError.Problem {
  /// What is wrong with a first line that has no prompt of ours: it has another one, or is prose.
  static func notAPrompt(in line: ArraySlice<UInt8>) -> Self {
    let prompt = line.asPrompt
    return prompt.isEmpty ? .textBeforePrompt : .noWindow(prompt: prompt)
  }
}

extension ArraySlice<UInt8> {
  /// What looks like a prompt at its start, of whatever system: some characters, the last of them
  /// one that prompts end with, and a blank or nothing after it. Empty if nothing looks so.
  var asPrompt: String {
    for index in prefix(80).indices {
      // What cannot be seen is no prompt, and does not belong on a screen.
      guard self[index] >= 0x20, self[index] != 0x7F else { return "" }
      guard "$#%>".utf8.contains(self[index]) else { continue }
      let start = self[...index]
      let after = dropFirst(start.count).first ?? UInt8(ascii: " ")
      // A folder's prompt has no blank after it.
      let isFolder =
        start.last == UInt8(ascii: ">") && start.firstPlace(of: Array(":\\".utf8)[...]) != nil
      if after.isBlank || isFolder { return start.asText }
    }
    return ""
  }
}
