import Console
import LineEditing

/// A console at the client's terminal.
final class TerminalService: ChannelService {
  private let terminal: TerminalSession
  /// A reference the other way would keep both alive for ever.
  private let wire: Wire

  init(_ session: Session, size: TerminalSize, link: any ChannelLink) {
    wire = Wire(link)
    terminal = TerminalSession(session, columns: size.columns, wire: wire)
    wire.terminal = terminal
    terminal.start()
  }

  /// What commands show things on.
  var screen: any Screen { terminal.screen }

  func receive(_ bytes: UnsafeRawBufferPointer) { terminal.enqueue(bytes) }

  var waiting: Int { terminal.pendingCount }

  var hasWork: Bool { terminal.hasInput && !terminal.hasEnded }

  func work() { terminal.advance() }

  func endInput() { terminal.endInput() }

  func resize(_ size: TerminalSize) { terminal.resize(columns: size.columns) }

  func interrupt() { terminal.enqueue([0x03]) }

  var hasEnded: Bool { terminal.hasEnded }

  var exitStatus: Int32? { 0 }
}

/// The way between a terminal session and its channel.
private final class Wire: TerminalWire {
  weak var terminal: TerminalSession?
  private unowned let link: any ChannelLink

  init(_ link: any ChannelLink) { self.link = link }

  func send(_ bytes: [UInt8]) { link.send(bytes) }
  func flush() { link.flush() }
  func poll() { link.poll() }
  var isClosed: Bool { link.isClosed }
}
