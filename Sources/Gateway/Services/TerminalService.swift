import Console
import LineEditing

/// A console at the client's terminal.
final class TerminalService: ChannelService {
  private let terminal: TerminalSession
  private let status: () -> Int32

  init(_ console: GuestConsole, size: TerminalSize, link: any ChannelLink) {
    terminal = TerminalSession(console.session, columns: size.columns, wire: link)
    status = console.exitStatus
  }

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
