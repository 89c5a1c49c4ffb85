import Console

/// Commands given with the request, as in `ssh host 'pki list'`: what they print goes back, without
/// a prompt. What they ask is answered from the client's input.
final class CommandService: ChannelService {
  private let session: Session
  private let console: any ConsoleService
  private var commands: ArraySlice<Substring>
  private var hasInputEnded = false

  /// The lines of `text`, carried out one by one.
  init(_ text: String, session: Session, console: any ConsoleService) {
    self.session = session
    self.console = console
    commands = text.split(whereSeparator: \.isNewline)[...]
  }

  func receive(_ bytes: UnsafeRawBufferPointer) { console.receive(bytes) }

  var waiting: Int { console.waiting }

  /// While a command asks, its answer; else the next command.
  var hasWork: Bool { isAsking ? console.hasWork || hasInputEnded : !hasEnded }

  func work() {
    if isAsking {
      if console.hasWork { console.work() } else { console.endInput() }
    } else if let command = commands.popFirst() {
      console.run(String(command))
    } else {
      session.end()
    }
  }

  func endInput() { hasInputEnded = true }

  func resize(_ size: TerminalSize) { console.resize(size) }

  func interrupt() { console.interrupt() }

  var hasEnded: Bool { session.hasEnded }

  /// A command that was refused does not change the status; automation looks at what it says.
  var exitStatus: Int32? { 0 }

  private var isAsking: Bool { session.depth > 1 }
}

/// The shell without its prompt.
final class CommandBatch: Mode {
  private let shell: any Mode

  init(of shell: any Mode) { self.shell = shell }

  var prompt: String { "" }

  func receive(_ line: String, on screen: any Screen) -> Reply { shell.receive(line, on: screen) }
}
