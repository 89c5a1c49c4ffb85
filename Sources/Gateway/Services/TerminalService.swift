import Console
import LineEditing

/// A console at the client's terminal.
final class TerminalService: ChannelService {
  private let terminal: TerminalSession
  private let status: () -> Int32

  private let view: TerminalView?

  init(_ console: GuestConsole, size: TerminalSize, link: any ChannelLink, view: TerminalView?) {
    terminal = TerminalSession(
      console.session, columns: size.columns, abilities: size.abilities, wire: link, view: view)
    status = console.exitStatus
    self.view = view
  }

  deinit { view?.end() }

  func start() { terminal.start() }

  func receive(_ bytes: UnsafeRawBufferPointer) { terminal.enqueue(bytes) }

  var waiting: Int { terminal.pendingCount }

  var hasWork: Bool { terminal.hasInput }

  func work() { terminal.advance() }

  func becomeQuiet() { terminal.resolvePendingKey() }

  func endInput() { terminal.endInput() }

  func resize(_ size: TerminalSize) { terminal.resize(columns: size.columns) }

  func interrupt() { terminal.enqueue([0x03]) }

  var hasEnded: Bool { terminal.hasEnded }

  var exitStatus: Int32? { status() }
}
