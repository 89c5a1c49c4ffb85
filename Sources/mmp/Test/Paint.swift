import Console
import Glibc
import Transcripts

/// The report as it is shown: in colour to a person at a terminal, plain to anyone else.
struct Paint {
  private enum Colour: Int {
    case red = 31
    case green = 32
  }

  private let isOn: Bool
  /// Whether a terminal shows it, which obeys some of what a transcript may hold.
  private let isSeen: Bool

  /// Paint for `stream`: none unless it is a terminal that has colours, whose user wants them.
  init(for stream: StandardStream) {
    let isUnwanted = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    let isDumb = getenv("TERM").map { String(cString: $0) == "dumb" } ?? false
    isSeen = stream.isTerminal
    isOn = isSeen && !isUnwanted && !isDumb
  }

  /// All that is said about a transcript.
  func text(of entry: TestReport.Case) -> String {
    let line = presentable(entry.line)
    // The first word says it.
    let word = line.prefix { $0 != " " }
    let lines =
      [paint(word, entry.isGood ? .green : .red) + line[word.endIndex...]]
      + entry.notes.map(presentable)
    return lines.map { $0 + "\n" }.joined() + diff(presentable(entry.diff))
  }

  private func presentable(_ text: String) -> String {
    isSeen ? TerminalText.escaping(text) : text
  }

  private func diff(_ diff: String) -> String {
    guard isOn else { return diff }
    var text = ""
    // The lines that name the file are no changes.
    for (index, line) in diff.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if index > 0 { text += "\n" }
      switch line.utf8.first {
      case UInt8(ascii: "+") where index > 1: text += paint(line, .green)
      case UInt8(ascii: "-") where index > 1: text += paint(line, .red)
      default: text += line
      }
    }
    return text
  }

  private func paint(_ text: Substring, _ colour: Colour) -> String {
    isOn ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : String(text)
  }
}
