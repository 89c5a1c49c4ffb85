import Glibc
import Threads

/// Answers the processes that want something of the one that has a file open, each on a thread of its
/// own.
public final class ControlServer: Sendable {
  /// What carries a request out, on its own thread. It may send and receive as it likes and returns how
  /// the conversation ends; it should return soon once it receives ``Connection/Arrival/stop``.
  public typealias Answer = @Sendable (Request, Connection) -> Ending

  private struct State {
    var connections: [ObjectIdentifier: Connection] = [:]
    var isClosing = false
    var isClosed = false
  }

  private let socket: LocalSocket
  private let path: String
  private let lock: SocketLock
  private let limit: Int
  private let answer: Answer
  private let bell: Bell
  private let state = Monitor(State())
  /// How long somebody may be silent before saying what is wanted, in milliseconds.
  private static let patience: Int32 = 10_000

  /// Begins to answer.
  ///
  /// - Parameters:
  ///   - address: of the file that this process has open.
  ///   - limit: how many conversations there may be at once.
  ///   - answer: what carries a request out.
  /// - Throws: ``ControlError/inUse`` if another process answers there.
  public init(
    at address: ControlAddress, limit: Int = 128, answering answer: @escaping Answer
  ) throws(ControlError) {
    (self.limit, self.answer) = (limit, answer)
    bell = try Bell()
    let folder = try Self.folder(of: address)
    path = address.socketPath(in: folder)
    lock = try SocketLock(address.lockPath(in: folder))
    do throws(ControlError) {
      socket = try LocalSocket()
    } catch {
      lock.release()
      throw error
    }
    // Whoever has the lock knows that nobody listens there any more.
    unlink(path)
    do throws(ControlError) {
      try socket.listen(at: path)
    } catch {
      socket.close()
      lock.release()
      throw error
    }
    guard Thread.start({ [self] in accept() }) else {
      close()
      throw .system("start a thread", EAGAIN)
    }
  }

  /// The first folder that can be had. An unsafe one is refused rather than passed over: somebody may
  /// want that.
  private static func folder(of address: ControlAddress) throws(ControlError) -> RuntimeFolder {
    var failure: ControlError?
    for folder in address.folders {
      do throws(ControlError) {
        try folder.create()
        return folder
      } catch {
        if case .unsafeFolder = error { throw error }
        failure = failure ?? error
      }
    }
    throw failure ?? .system("find a folder for a socket", ENOENT)
  }

  /// How many conversations there are.
  public var count: Int { state.withLock { $0.connections.count } }

  /// Ends all conversations, each with what it has to say still said, and answers nobody any more. Other
  /// calls wait for the first one's end. Not for the thread of a conversation.
  public func close() {
    let isFirst = state.withLock { state in
      defer { state.isClosing = true }
      return !state.isClosing
    }
    guard isFirst else { return state.wait { $0.isClosed ? () : nil } }
    unlink(path)
    bell.ring()
    for connection in state.withLock({ Array($0.connections.values) }) { connection.stop() }
    state.wait { $0.connections.isEmpty ? () : nil }
    lock.release()
    state.withLock { $0.isClosed = true }
  }

  // MARK: -

  private func accept() {
    while !state.withLock({ $0.isClosing }) {
      var waiting = [
        pollfd(fd: socket.descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: bell.descriptor, events: Int16(POLLIN), revents: 0),
      ]
      _ = poll(&waiting, 2, -1)
      while let next = socket.accept() { take(next) }
      if errno == EMFILE || errno == ENFILE {
        // Until a descriptor is free, or the end comes.
        poll(&waiting[1], 1, 100)
      }
    }
    socket.close()
  }

  private func take(_ next: LocalSocket) {
    // Root could read all of this process anyway.
    guard let peer = next.peer, peer == geteuid() || peer == 0 else { return next.close() }
    guard let connection = try? Connection(next) else { return }
    let refusal: Ending? = state.withLock { state in
      if state.isClosing { return Ending(status: 69, "it is about to end") }
      if state.connections.count >= limit { return Self.fullness }
      state.connections[ObjectIdentifier(connection)] = connection
      return nil
    }
    if let refusal {
      connection.send(refusal.frame)
    } else if !Thread.start({ [self] in converse(connection) }) {
      connection.send(Self.fullness.frame)
      forget(connection)
    }
  }

  private static let fullness = Ending(status: 75, "it has too many windows open")

  private func converse(_ connection: Connection) {
    if let request = request(of: connection) {
      let ending = answer(request, connection)
      connection.send(ending.frame)
    }
    connection.drain()
    connection.hangUp()
    forget(connection)
  }

  private func request(of connection: Connection) -> Request? {
    do throws(ControlError) {
      while true {
        switch try connection.receive(within: Self.patience) {
        case .frame(let frame): return try Request(frame)
        case .wake: continue
        case .end, .stop, .input, .quiet: return nil
        }
      }
    } catch {
      connection.send(Ending(status: 66, error.description).frame)
      return nil
    }
  }

  private func forget(_ connection: Connection) {
    state.withLock { $0.connections[ObjectIdentifier(connection)] = nil }
  }
}
