import Console

/// A session typed at a terminal.
struct TerminalConsole {
  private let session: Session
  private let screen = TerminalScreen()
  private let keyboard: Keyboard

  /// A console on the terminal that standard input is.
  init(_ session: Session, recording: Recording?) {
    self.session = session
    keyboard = Keyboard(of: session, screen: screen, recording: recording)
  }

  /// Runs the session until the user leaves.
  func run() throws(Failure) {
    Interruption.install()
    HangUp.install()
    let terminal = TerminalSettings()
    let editor = LineEditor()
    while let mode = session.mode {
      let entry = mode.echoesInput ? editor.readLine(for: mode) : terminal.readSecret(mode.prompt)
      switch entry {
      case .line(let line):
        if mode.keepsHistory { editor.remember(line) }
        Interruption.reset()
        // Keys pressed meanwhile wait for the next prompt instead of showing up in the answer.
        terminal.withoutEcho { keyboard.type(line) }
      case .interrupted: keyboard.interrupt()
      case .end where HangUp.isRequested: session.end()
      case .end: keyboard.endInput()
      }
    }
    try keyboard.finish()
  }
}

/// What the user did at a prompt.
enum Entry {
  /// Typed a line.
  case line(String)
  /// Pressed Ctrl-C.
  case interrupted
  /// Pressed Ctrl-D on an empty line, or hung up.
  case end
}

/// The terminal itself: everything appears at once.
private final class TerminalScreen: Screen {
  func show(_ bytes: [UInt8]) { StandardStream.output.write(bytes) }
  var isInterrupted: Bool { Interruption.isRequested || HangUp.isRequested }
}
