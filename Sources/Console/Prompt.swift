public import Ledger

/// What stands in front of the cursor, and how what is typed there is taken.
public struct Prompt: Sendable {
  /// What is asked for.
  public enum Purpose: Sendable {
    /// A command: shown while it is typed, recalled with the up arrow, completed by Tab.
    case command
    /// An answer: shown, not recalled.
    case answer
    /// A password: neither shown nor told to anybody.
    case secret
    /// A single key, which does not appear; behind a pipe and in transcripts a line.
    case key
  }

  /// What is shown. Lines before its last one are printed once and cannot be edited over: cmd.exe
  /// puts an empty one there.
  public let text: String
  /// The message it is, if it is one of the ledger.
  public let saying: Saying?
  /// What is asked for.
  public let purpose: Purpose
  /// Whether Escape pressed alone takes the typed line away.
  public let escapeClearsLine: Bool

  /// A prompt that is no message.
  public init(_ text: String, _ purpose: Purpose = .command, escapeClearsLine: Bool = false) {
    self.text = text
    self.purpose = purpose
    self.escapeClearsLine = escapeClearsLine
    saying = nil
  }

  /// A prompt that is a message.
  public init(_ saying: Saying, _ purpose: Purpose) {
    text = saying.text
    self.purpose = purpose
    self.saying = saying
    escapeClearsLine = false
  }

  /// Whether typed characters appear on the screen.
  public var echoes: Bool {
    switch purpose {
    case .command, .answer: true
    case .secret, .key: false
    }
  }

  /// Whether lines typed here may be recalled.
  public var keepsHistory: Bool { purpose == .command }

  /// The lines before the last, each with its end.
  public var above: Substring { text[..<lastLineStart] }

  /// The line the cursor stands in.
  public var last: String { String(text[lastLineStart...]) }

  private var lastLineStart: String.Index {
    text.lastIndex(of: "\n").map { text.index(after: $0) } ?? text.startIndex
  }

  /// What a line typed here leaves on paper, where no terminal echoes it.
  public func echo(of line: some Collection<UInt8>) -> [UInt8] {
    echoes ? Array(line) + [0x0A] : [0x0A]
  }
}
