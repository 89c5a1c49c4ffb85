import Glibc
import Synchronization

/// A connection as the gateway sees it: until when it may live, and how to end it.
///
/// The connection's thread moves the deadline; the gateway's thread cuts those that are past it. So
/// everything that could last for ever (logging in, idling, writing to somebody who does not read)
/// is bounded in one place, and no thread needs to wake up to look at a clock.
final class Lease: Sendable {
  /// When it ends, by ``MonotonicTime``.
  private let deadline: Atomic<Int>
  private let exchangedKeys = Atomic(false)
  private let loggedIn = Atomic(false)
  private let wasCut = Atomic(false)
  private let socket: Mutex<Int32?>
  /// Where the connection comes from.
  let source: Source

  /// A lease for a new connection; nil if no descriptor can be had for it, so that nobody could ever
  /// end the connection.
  init?(descriptor: Int32, from source: Source, until deadline: Int) {
    // Its own: libssh closes the other one when it likes, and then that is another connection's.
    let own = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    guard own >= 0 else { return nil }
    self.deadline = Atomic(deadline)
    self.source = source
    socket = Mutex(own)
  }

  deinit { release() }

  /// Whether the client has exchanged keys, as no mere flood of connections does.
  var hasExchangedKeys: Bool { exchangedKeys.load(ordering: .relaxed) }

  /// Says that the client has.
  func exchangeKeys() { exchangedKeys.store(true, ordering: .relaxed) }

  /// Whether somebody has logged in.
  var isLoggedIn: Bool { loggedIn.load(ordering: .relaxed) }

  /// Says that somebody has.
  func logIn() { loggedIn.store(true, ordering: .relaxed) }

  /// The time it may live until.
  var end: Int { deadline.load(ordering: .relaxed) }

  /// Lets it live for that many milliseconds from now on.
  func extend(by milliseconds: Int) {
    deadline.store(MonotonicTime.now + milliseconds, ordering: .relaxed)
  }

  /// Whether it was ended, though its thread may not have left yet.
  var isCut: Bool { wasCut.load(ordering: .relaxed) }

  /// Ends the connection: its thread finds the socket shut and leaves.
  func cut() {
    wasCut.store(true, ordering: .relaxed)
    socket.withLock { if let socket = $0 { _ = shutdown(socket, Int32(SHUT_RDWR)) } }
  }

  /// The connection is over.
  func release() {
    socket.withLock { descriptor in
      if let descriptor { close(descriptor) }
      descriptor = nil
    }
  }
}
