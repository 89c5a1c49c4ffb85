import Console
import LineEditing

/// A console at the client's terminal.
final class TerminalService: ChannelService {
  private let terminal: TerminalSession
  private let wire: Wire

  init(_ session: Session, size: TerminalSize, link: any ChannelLink) {
    wire = Wire(link)
    terminal = TerminalSession(session, columns: size.columns, wire: wire)
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

  var exitStatus: Int32? { 0 }
}

/// The way between a terminal session and its channel.
private final class Wire: TerminalWire {
  private unowned let link: any ChannelLink

  init(_ link: any ChannelLink) { self.link = link }

  func send(_ bytes: [UInt8]) { link.send(bytes) }
  func flush() { link.flush() }
  func poll() { link.poll() }
  var isClosed: Bool { link.isClosed }
}
