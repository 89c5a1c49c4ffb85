import Console
import Glibc

/// A session typed at a terminal, or with commands from elsewhere whose questions are answered there.
struct TerminalConsole {
  let session: Session
  let commands: [String]?

  private let terminal = TerminalSettings()
  // The editor finds the terminal as it was, as it puts it back at its end.
  private let editor = LibEdit()
  private let screen: TerminalScreen

  init(session: Session, commands: [String]?) {
    self.session = session
    self.commands = commands
    screen = TerminalScreen(showsAsides: commands == nil)
  }

  /// Runs the session until the user leaves, or the commands are done.
  func run() throws(Failure) {
    Interruption.install()
    terminal.quieten()
    defer { terminal.restore() }
    session.start(on: screen)
    if let commands {
      try run(commands)
    } else {
      while !HangUp.isRequested, !session.hasEnded { step() }
    }
    try screen.checkWritten()
  }

  /// Ctrl-C ends a command, or a question of it, and then those that would follow.
  private func run(_ commands: [String]) throws(Failure) {
    for command in commands where !HangUp.isRequested && !session.hasEnded {
      Interruption.reset()
      terminal.whileRunning { session.receive(.line(command), on: screen) }
      var input: Input?
      while !Interruption.isRequested, !HangUp.isRequested, session.depth > 1 { input = step() }
      if Interruption.isRequested || input == .interrupt {
        throw Failure(.interrupted, "interrupted")
      }
    }
  }

  /// Has a line typed and carries it out.
  @discardableResult
  private func step() -> Input? {
    guard let mode = session.mode else { return nil }
    let prompt = session.prompt
    let input: Input =
      switch prompt.purpose {
      case .command, .answer: editor.readLine(for: mode, at: prompt)
      case .secret: terminal.readSecret(prompt.text)
      case .key: terminal.readKey(prompt.text)
      }
    if case .line(let line) = input, prompt.keepsHistory { editor.remember(line) }
    Interruption.reset()
    // Keys pressed meanwhile wait for the next prompt instead of showing up in the answer.
    terminal.whileRunning { session.receive(input, on: screen) }
    return input
  }
}

/// The terminal itself: everything appears at once.
final class TerminalScreen: Screen {
  /// Whether a person looks at it, and no caller.
  private let showsAsides: Bool
  /// Why something was not shown.
  private var failure: Int32?

  init(showsAsides: Bool) { self.showsAsides = showsAsides }

  func show(_ bytes: [UInt8]) {
    if !StandardStream.output.write(bytes) { failure = failure ?? errno }
  }
  /// Cursor to the upper left corner, then everything erased (ECMA-48).
  func clear() { show(Array("\u{1B}[H\u{1B}[2J".utf8)) }
  /// The lab's own voice, which is never mistaken for a machine's.
  func show(_ part: Reply.Part) {
    if case .aside(let text) = part {
      if showsAsides { show(Array("| \(text)\n".utf8)) }
      return
    }
    show(part.bytes)
  }

  func rest(milliseconds: Int) -> Bool {
    // A signal ends the wait.
    usleep(UInt32(clamping: milliseconds * 1_000))
    return !isInterrupted
  }

  /// What goes from a terminal to a full disk is lost; a terminal that was closed wants nothing.
  func checkWritten() throws(Failure) {
    guard let failure, failure != EPIPE, failure != EIO else { return }
    throw Failure(.outputFailed, writing: "standard output", code: failure)
  }

  var isInterrupted: Bool { Interruption.isRequested || HangUp.isRequested }
}
