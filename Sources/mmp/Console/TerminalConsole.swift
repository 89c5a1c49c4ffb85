import Console

/// A session typed at a terminal.
struct TerminalConsole {
  let session: Session
  let keyboard: Keyboard

  /// Runs the session until the user leaves.
  func run() {
    Interruption.install()
    let terminal = TerminalSettings()
    // The editor finds the terminal as it was, as it puts it back at its end.
    let editor = LineEditor()
    terminal.quieten()
    defer { terminal.restore() }
    while !HangUp.isRequested, let mode = session.mode {
      let entry = mode.echoesInput ? editor.readLine(for: mode) : terminal.readSecret(mode.prompt)
      switch entry {
      case .line(let line):
        if mode.keepsHistory { editor.remember(line) }
        Interruption.reset()
        // Keys pressed meanwhile wait for the next prompt instead of showing up in the answer.
        terminal.whileRunning { keyboard.type(line) }
      case .interrupted: keyboard.interrupt()
      case .end: keyboard.endInput()
      }
    }
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
final class TerminalScreen: Screen {
  func show(_ bytes: [UInt8]) { StandardStream.output.write(bytes) }
  /// Cursor to the upper left corner, then everything erased (ECMA-48).
  func clear() { StandardStream.output.write(Array("\u{1B}[H\u{1B}[2J".utf8)) }
  var isInterrupted: Bool { Interruption.isRequested || HangUp.isRequested }
}
