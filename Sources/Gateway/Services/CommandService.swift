import Console
import LineEditing

/// Commands given with the request, as in `ssh host 'pki list'`: what they print goes back, without
/// a prompt. What they ask is answered from the client's input.
final class CommandService: ChannelService {
  private let session: Session
  private let screen: any Screen
  /// Takes the answers to questions.
  private let answers: any ChannelService
  private var commands: ArraySlice<Substring>
  private var hasInputEnded = false

  init(
    _ text: String, in shell: any Mode, terminal: TerminalSize?, link: any ChannelLink
  ) {
    commands = text.split(whereSeparator: \.isNewline)[...]
    session = Session(CommandBatch(of: shell))
    if let terminal {
      let service = TerminalService(session, size: terminal, link: link)
      (answers, screen) = (service, service.screen)
    } else {
      let service = PipeService(session, link: link)
      (answers, screen) = (service, service.screen)
    }
  }

  func receive(_ bytes: UnsafeRawBufferPointer) { answers.receive(bytes) }

  var waiting: Int { answers.waiting }

  /// While a command asks, its answer; else the next command.
  var hasWork: Bool { isAsking ? answers.hasWork || hasInputEnded : !hasEnded }

  func work() {
    if isAsking { return answers.hasWork ? answers.work() : leaveQuestion() }
    guard let command = commands.popFirst() else { return session.end() }
    session.receive(String(command), on: screen)
    if isAsking { screen.show(Array(session.prompt.utf8)) }
  }

  func endInput() { hasInputEnded = true }

  private func leaveQuestion() {
    if session.mode?.echoesInput == false { screen.show([0x0A]) }
    session.endInput(on: screen)
    if isAsking { screen.show(Array(session.prompt.utf8)) }
  }

  func resize(_ size: TerminalSize) { answers.resize(size) }

  func interrupt() { answers.interrupt() }

  var hasEnded: Bool { session.hasEnded }

  /// A command that was refused does not change the status; automation looks at what it says.
  var exitStatus: Int32? { 0 }

  private var isAsking: Bool { session.depth > 1 }
}

/// The shell without its prompt.
private final class CommandBatch: Mode {
  private let shell: any Mode

  init(of shell: any Mode) { self.shell = shell }

  var prompt: String { "" }

  func receive(_ line: String, on screen: any Screen) -> Reply { shell.receive(line, on: screen) }
}
