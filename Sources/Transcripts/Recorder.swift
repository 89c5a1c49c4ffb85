public import Console

/// Writes down a session while it is used, as a transcript that can be replayed on another day.
///
/// What comes out differently then is left open. Ctrl-C has no form in a transcript, so a command
/// that it ended is left out, with its questions.
public final class Recorder: SessionTap {
  /// What was written and shown when a command was typed.
  private struct Mark {
    var count = 0
    var shown: [UInt8] = []
    var prompt = ""
    var depth = 0
  }

  private let elision: Elision
  private let header: TranscriptHeader
  private var text: [UInt8] = []
  /// What has been shown since the last line was typed.
  private var shown: [UInt8] = []
  /// The command that is running, or whose question waits for an answer.
  private var command = Mark()
  /// What had been shown when input ended, and the prompt at which it did.
  private var end: (shown: [UInt8], prompt: Prompt)?
  private var isInterrupting = false

  /// A recorder of a session that begins now.
  ///
  /// - Parameter hidesTimes: whether times are left open, because the session's clock runs while a
  ///   replay's stands still.
  public init(header: TranscriptHeader = TranscriptHeader(), hidesTimes: Bool = false) {
    self.header = header
    elision = Elision(hidesTimes: hidesTimes)
  }

  /// Writes down the prompt and the line.
  public func session(_ session: Session, takes input: Input, at prompt: Prompt?) {
    switch input {
    case .line(let line):
      guard let prompt else { return }
      if prompt.purpose == .command {
        command = Mark(
          count: text.count, shown: shown, prompt: prompt.text, depth: session.depth)
      }
      type(line, at: prompt.text)
    case .end:
      if let prompt, prompt.purpose == .command {
        end = (shown, prompt)
        shown = []
      } else {
        isInterrupting = true
      }
    case .interrupt:
      if prompt?.purpose == .command {
        command = Mark(
          count: text.count, shown: shown, prompt: prompt?.text ?? "", depth: session.depth)
      }
      isInterrupting = true
    }
  }

  /// Notes what is shown.
  public func session(_ session: Session, shows part: Reply.Part) {
    if !isInterrupting { shown += part.bytes }
  }

  /// Forgets what was interrupted; for the end of input, writes down the word that has the same
  /// effect when typed.
  public func session(_ session: Session, answered input: Input, wasInterrupted: Bool) {
    let wasRunning = if case .line = input { true } else { false }
    if isInterrupting || wasRunning && wasInterrupted { forgetCommand(in: session) }
    isInterrupting = false
    guard let end else { return }
    self.end = nil
    let answer = shown
    shown = end.shown
    guard !answer.isEmpty else {
      // The prompt was seen, though nothing was typed.
      if session.hasEnded { type("", at: end.prompt.text) }
      return
    }
    switch WindowPrompt.scan(ArraySlice(end.prompt.text.utf8))?.prompt {
    // psftp prints `quit` behind its prompt, as if it had been typed.
    case .psftp:
      let word = answer.prefix { $0 != .newline }
      type(word.asText, at: end.prompt.text)
      shown = Array(answer.dropFirst(word.count + 1))
    // A console opened from PC1 says nothing, its client does.
    case .console:
      type("exit", at: end.prompt.text)
      shown = answer
    case .command, nil: shown += answer
    }
  }

  /// Writes down the prompt that is left, which the replay then expects.
  public func finish(_ session: Session) {
    if session.hasEnded { settle() } else { type("", at: session.prompt.text) }
  }

  /// Takes away the transcript written since the last call; it is complete after
  /// ``finish(_:)``.
  public func take() -> [UInt8] {
    defer {
      text.removeAll(keepingCapacity: true)
      command = Mark()
    }
    return text.isEmpty ? [] : Array(header.text.utf8) + text
  }

  // MARK: -

  private func type(_ line: String, at prompt: String) {
    settle(prompt)
    text += line.utf8
    text.append(.newline)
  }

  /// Writes down what was shown, and the prompt that follows it.
  private func settle(_ prompt: String = "") {
    let screen = shown + prompt.utf8
    shown.removeAll(keepingCapacity: true)
    var lines = screen.split(separator: .newline, omittingEmptySubsequences: false)
    let last = lines.popLast() ?? []
    let promptLine = ArraySlice(prompt.utf8).suffix { $0 != .newline }
    if prompt.isEmpty, !last.isEmpty { lines.append(last) }
    for line in elision.lines(of: lines, before: [last, promptLine]) {
      text += line
      text.append(.newline)
    }
    if !prompt.isEmpty { text += last }
  }

  /// Takes back the last command. If the session left more than the command's questions with it,
  /// the replay has to leave that too.
  private func forgetCommand(in session: Session) {
    text.removeSubrange(min(command.count, text.count)...)
    shown = command.shown
    if !session.hasEnded, session.depth < command.depth { type("exit", at: command.prompt) }
  }
}

extension ArraySlice<UInt8> {
  /// The bytes at the end that are all alike in this.
  fileprivate func suffix(while isPart: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    suffix(reversed().prefix(while: isPart).count)
  }
}
