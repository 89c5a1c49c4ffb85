import LineEditing

/// What runs in a channel: a console, a command, or file transfer.
///
/// It is handed bytes as they come and works when it is told to, on the connection's thread.
protocol ChannelService: AnyObject {
  /// Says what is to be said first.
  func start()

  /// Keeps bytes for the next ``work()``.
  func receive(_ bytes: UnsafeRawBufferPointer)

  /// How many bytes are kept.
  var waiting: Int { get }

  /// Whether ``work()`` would do anything.
  var hasWork: Bool { get }

  /// Handles some of what is kept.
  func work()

  /// Nothing has come for a while, and all that came before was handled.
  func becomeQuiet()

  /// The client sends no more, and all it has sent was handled.
  func endInput()

  /// The client's window has another size.
  func resize(_ size: TerminalSize)

  /// The client asked, without a terminal, that the running command stop.
  func interrupt()

  /// Whether it is over.
  var hasEnded: Bool { get }

  /// What the client is told at the end; nil if there is nothing to tell.
  var exitStatus: Int32? { get }

  /// The channel is gone.
  func close()
}

extension ChannelService {
  func start() {}
  func becomeQuiet() {}
  func resize(_ size: TerminalSize) {}
  func interrupt() {}
  func close() {}
}

/// What a service has of its channel.
///
/// What a terminal has of its wire, so that a channel is one: ``send(_:)`` puts bytes behind those
/// that wait to be sent, ``flush()`` sends what the client has room for.
protocol ChannelLink: TerminalWire {
  /// Shows the client's user a line beside the output.
  func complain(_ line: String)
}

/// What a client may ask a channel to be.
enum ServiceRequest {
  case shell
  case command(String)
  case fileTransfer
}

/// The size of a client's window.
struct TerminalSize {
  /// Characters in a row; 0 if the client does not know.
  let columns: Int
  /// What the terminal is able to show.
  var abilities = TerminalAbilities.unknown
}
