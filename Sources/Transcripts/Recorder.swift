public import Console

/// Writes down a session while it is used, as a transcript that can be replayed.
///
/// Ctrl-C has no form in a transcript, so a command that it ended is left out, with its questions.
public final class Recorder: SessionTap {
  private var text: [UInt8]
  /// Where the command began that is running, or whose question waits for an answer.
  private var commandStart = 0
  /// Where the answer to the present input began.
  private var answerStart = 0
  /// The prompt at which input ended; nil while it has not.
  private var endedPrompt: String?
  private var isInterrupting = false

  /// A recorder of a session that begins now.
  public init(header: TranscriptHeader = TranscriptHeader()) { text = Array(header.text.utf8) }

  /// Writes down the prompt and the line.
  public func session(_ session: Session, takes input: Input, at prompt: Prompt?) {
    switch input {
    case .line(let line):
      guard let prompt else { return }
      if prompt.entry == .command { commandStart = text.count }
      text += "\(prompt.text)\(line)\n".utf8
    case .end: endedPrompt = prompt?.text
    case .interrupt:
      if prompt?.entry != .command { forgetCommand() }
      isInterrupting = true
    }
    answerStart = text.count
  }

  /// Writes down what is shown.
  public func session(_ session: Session, shows part: Reply.Part) {
    if !isInterrupting { text += part.bytes }
  }

  /// Forgets what was interrupted; for the end of input, writes down the word that has the same
  /// effect when typed.
  public func session(_ session: Session, answered input: Input, wasInterrupted: Bool) {
    defer {
      isInterrupting = false
      endedPrompt = nil
    }
    if case .line = input, wasInterrupted { forgetCommand() }
    guard let prompt = endedPrompt, text.count > answerStart else { return }
    switch WindowPrompt.scan(ArraySlice(prompt.utf8))?.prompt {
    // psftp prints `quit` behind its prompt, as if it had been typed.
    case .psftp: text.insert(contentsOf: prompt.utf8, at: answerStart)
    // A console opened from PC1 says nothing, its client does.
    case .console: text.insert(contentsOf: "\(prompt)exit\n".utf8, at: answerStart)
    case .command, nil: break
    }
  }

  private func forgetCommand() { text.removeSubrange(min(commandStart, text.count)...) }

  /// Writes down the prompt that is left, which the replay then expects.
  public func finish(_ session: Session) {
    if !session.hasEnded { text += "\(session.prompt.text)\n".utf8 }
  }

  /// Takes away the transcript written since the last call.
  public func take() -> [UInt8] {
    defer {
      text.removeAll(keepingCapacity: true)
      commandStart = 0
    }
    return text
  }
}
