import Console
import Glibc

/// A session typed at a terminal.
struct TerminalConsole {
  let session: Session

  /// Runs the session until the user leaves.
  func run() {
    Interruption.install()
    let terminal = TerminalSettings()
    // The editor finds the terminal as it was, as it puts it back at its end.
    let editor = LibEdit()
    terminal.quieten()
    defer { terminal.restore() }
    let screen = TerminalScreen()
    session.start(on: screen)
    while !HangUp.isRequested, let mode = session.mode {
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
    }
  }
}

/// The terminal itself: everything appears at once.
final class TerminalScreen: Screen {
  func show(_ bytes: [UInt8]) { StandardStream.output.write(bytes) }
  /// Cursor to the upper left corner, then everything erased (ECMA-48).
  func clear() { StandardStream.output.write(Array("\u{1B}[H\u{1B}[2J".utf8)) }
  /// The lab's own voice, which is never mistaken for a machine's.
  func show(_ part: Reply.Part) {
    if case .aside(let text) = part { return show(Array("| \(text)\n".utf8)) }
    show(part.bytes)
  }

  func rest(milliseconds: Int) -> Bool {
    // A signal ends the wait.
    usleep(UInt32(clamping: milliseconds * 1_000))
    return !isInterrupted
  }

  var isInterrupted: Bool { Interruption.isRequested || HangUp.isRequested }
}
