import Console
import Control
import Glibc
import LineEditing

/// A session typed at a terminal, or with commands from elsewhere whose questions are answered there.
struct TerminalConsole {
  let session: Session
  let commands: [String]?

  private let screen: TerminalScreen

  init(session: Session, commands: [String]?) {
    self.session = session
    self.commands = commands
    screen = TerminalScreen(asides: commands == nil ? StandardStream.output.abilities : nil)
  }

  /// Runs the session until the user leaves, or the commands are done.
  func run() throws(Failure) {
    Interruption.install()
    if let commands {
      session.start(on: screen)
      try run(commands)
    } else {
      let keyboard = Keyboard()
      defer { keyboard.release() }
      session.start(on: screen)
      while !HangUp.isRequested, !session.hasEnded, !Renewal.isRequested { step(at: keyboard) }
    }
    try screen.checkWritten()
  }

  /// Ctrl-C ends a command, or a question of it, and then those that would follow. The terminal is
  /// left alone until one asks: who touches it in the background is stopped.
  private func run(_ commands: [String]) throws(Failure) {
    var keyboard: Keyboard?
    defer { keyboard?.release() }
    for command in commands where !HangUp.isRequested && !session.hasEnded {
      Interruption.reset()
      carryOut(.line(command), besides: keyboard)
      var input: Input?
      while !Interruption.isRequested, !HangUp.isRequested, session.depth > 1 {
        let used = keyboard ?? Keyboard()
        keyboard = used
        input = step(at: used)
      }
      if Interruption.isRequested || input == .interrupt {
        throw Failure(.interrupted, "interrupted")
      }
    }
    try HangUp.checkNotRequested()
  }

  /// Has a line typed and carries it out.
  @discardableResult
  private func step(at keyboard: Keyboard) -> Input? {
    guard let mode = session.mode else { return nil }
    session.remark(on: screen)
    let prompt = session.prompt
    let input = keyboard.read(for: mode, at: prompt) { [session] in session.completion(of: $0) }
    screen.isAtLineStart = true
    if Renewal.isRequested { return nil }
    if case .line(let line) = input, prompt.keepsHistory { keyboard.editor.remember(line) }
    Interruption.reset()
    carryOut(input, besides: keyboard)
    return input
  }

  /// Keys pressed meanwhile wait for the next prompt, if there is a keyboard, instead of showing up in
  /// the answer.
  private func carryOut(_ input: Input, besides keyboard: Keyboard?) {
    guard let keyboard else { return session.receive(input, on: screen) }
    keyboard.terminal.whileRunning { session.receive(input, on: screen) }
  }
}

/// The terminal's keys, which neither appear nor act by themselves until they are released.
struct Keyboard {
  let terminal = TerminalSettings()
  let editor = LibEdit()

  init() { terminal.quieten() }

  /// Puts the terminal back; there is nothing to read from then.
  func release() {
    editor.end()
    terminal.restore()
  }

  /// Has an answer to `prompt` typed; `complete` says what Tab adds to it.
  func read(
    for mode: any Mode, at prompt: Prompt,
    completing complete: @escaping (String) -> String = { _ in "" }
  ) -> Input {
    switch prompt.purpose {
    case .command, .answer: editor.readLine(for: mode, at: prompt, completing: complete)
    case .secret: terminal.readSecret(prompt.text, in: editor.window)
    case .key: terminal.readKey(prompt.text, in: editor.window)
    }
  }
}

/// The terminal itself: everything appears at once.
final class TerminalScreen: Screen {
  /// What a person who looks at it can be shown; nil if it is a caller.
  private let abilities: TerminalAbilities?
  /// Whether what was shown last ends a line, as what is typed does.
  var isAtLineStart = true
  /// Why something was not shown.
  private var failure: Int32?

  init(asides abilities: TerminalAbilities?) { self.abilities = abilities }

  func show(_ bytes: [UInt8]) {
    if let last = bytes.last { isAtLineStart = last == 0x0A }
    write(StandardStream.output.presentable(bytes))
  }

  /// Cursor to the upper left corner, then everything erased (ECMA-48).
  func clear() { write(Array("\u{1B}[H\u{1B}[2J".utf8)) }

  /// The lab's own voice, which is never mistaken for a machine's.
  func show(_ part: Reply.Part) {
    guard case .aside(let text) = part else { return show(part.bytes) }
    guard let style else { return }
    if !isAtLineStart { show([0x0A]) }
    // Nothing in it commands the terminal but its colour.
    for row in style.rows(of: text) { write(Array("\(row)\n".utf8)) }
  }

  var asideRoom: AsideRoom { style?.room ?? AsideRoom() }

  private var style: AsideStyle? {
    guard let abilities else { return nil }
    let columns = StandardStream.output.windowSize.columns
    return AsideStyle(columns: columns > 0 ? columns : 80, abilities: abilities)
  }

  private func write(_ bytes: [UInt8]) {
    if !StandardStream.output.write(bytes) { failure = failure ?? errno }
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

  var isInterrupted: Bool {
    Interruption.isRequested || HangUp.isRequested || Renewal.isRequested
  }
}
