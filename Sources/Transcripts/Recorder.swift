public import Console

/// Writes down a session while it is used, as a transcript that can be replayed.
///
/// It stands between the session and the screen of its user. Ctrl-C has no form in a transcript,
/// so a command that it ended is left out, with its questions.
public final class Recorder: Screen {
  private let screen: any Screen
  private var text: [UInt8]
  /// Where the command began that is running, or whose question waits for an answer.
  private var commandStart = 0

  /// A recorder that passes all it is shown on to `screen`.
  public init(_ screen: any Screen, header: TranscriptHeader = TranscriptHeader()) {
    self.screen = screen
    text = Array(header.text.utf8)
  }

  /// Writes down the prompt and the line, hands the line to the session and records the answer.
  public func type(_ line: String, into session: Session) {
    if !(session.mode is Question) { commandStart = text.count }
    text += "\(session.prompt)\(line)\n".utf8
    session.receive(line, on: self)
    if screen.isInterrupted { forgetCommand() }
  }

  /// Passes on Ctrl-C pressed at the prompt.
  public func interrupt(_ session: Session) {
    if session.mode is Question { forgetCommand() }
    session.interrupt(on: screen)
  }

  /// Passes on the end of input, and writes down the word that has the same effect when typed.
  public func endInput(of session: Session) {
    let start = text.count
    let prompt = session.prompt
    session.endInput(on: self)
    guard text.count > start else { return }
    switch WindowPrompt.scan(ArraySlice(prompt.utf8))?.prompt {
    // psftp prints `quit` behind its prompt, as if it had been typed.
    case .psftp: text.insert(contentsOf: prompt.utf8, at: start)
    // A console opened from PC1 says nothing, its client does.
    case .console: text.insert(contentsOf: "\(prompt)exit\n".utf8, at: start)
    case .command, nil: break
    }
  }

  private func forgetCommand() { text.removeSubrange(commandStart...) }

  /// Writes down the prompt that is left, which the replay then expects.
  public func finish(_ session: Session) {
    if !session.hasEnded { text += "\(session.prompt)\n".utf8 }
  }

  /// Records `bytes` and shows them.
  public func show(_ bytes: [UInt8]) {
    text += bytes
    screen.show(bytes)
  }

  /// Makes what was shown visible now.
  public func flush() { screen.flush() }

  /// Clears the screen. A transcript goes on, as paper does.
  public func clear() { screen.clear() }

  /// Whether the user of the screen wants the running command to stop.
  public var isInterrupted: Bool { screen.isInterrupted }

  /// Takes away the transcript written since the last call.
  public func take() -> [UInt8] {
    defer {
      text.removeAll(keepingCapacity: true)
      commandStart = 0
    }
    return text
  }
}
