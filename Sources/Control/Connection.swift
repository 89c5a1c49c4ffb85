import Glibc
import Threads

/// One end of a conversation between two processes.
///
/// Any thread may send, and never waits for that; one thread receives.
public final class Connection: @unchecked Sendable {
  /// What may come while one waits for it.
  public enum Arrival: Sendable, Equatable {
    /// A message.
    case frame(Frame)
    /// The other process has gone.
    case end
    /// This process wants the conversation to end, see ``stop()``.
    case stop
    /// There is something to read at that descriptor, or its end.
    case input(Int32)
    /// Somebody has called ``wake()``, or a signal came.
    case wake
    /// Nothing in all that time.
    case quiet
  }

  /// How much may wait to be sent: whoever takes nothing for so long is cut off.
  public static let limit = 4 << 20
  /// How much may wait before whoever can wait does.
  static let ease = 256 << 10

  private let socket: LocalSocket
  private let bell: Bell
  private let outgoing = Monitor(Outgoing())
  /// Belongs to the receiving thread.
  private var reader = FrameReader()
  private var hasEnded = false
  /// Whether the other process has gone without having read what was sent: nothing of it was done. For
  /// the receiving thread, after ``Arrival/end``.
  public private(set) var isUnread = false

  /// Takes the socket over, and closes it.
  init(_ socket: LocalSocket) throws(ControlError) {
    self.socket = socket
    do throws(ControlError) {
      bell = try Bell()
    } catch {
      socket.close()
      throw error
    }
  }

  deinit { socket.close() }

  /// Sends a message, soon.
  ///
  /// - Returns: false if it was not, because the other end has gone, or has been cut off as it takes
  ///   nothing.
  @discardableResult
  public func send(_ frame: Frame) -> Bool {
    let (isSent, isLeft) = outgoing.withLock { outgoing in
      guard !outgoing.isClosed else { return (false, false) }
      guard outgoing.count + frame.bytes.count <= Self.limit else {
        outgoing.isClosed = true
        socket.cut()
        return (false, false)
      }
      outgoing.append(frame)
      outgoing.flush(to: socket)
      return (!outgoing.isClosed, outgoing.count > 0)
    }
    // The receiving thread sends the rest.
    if isLeft { bell.ring() }
    return isSent
  }

  /// How many bytes wait to be sent.
  public var pending: Int { outgoing.withLock { $0.count } }

  /// Whether nothing can be sent any more.
  public var isClosed: Bool { outgoing.withLock { $0.isClosed } }

  /// Whether this process wants the conversation to end.
  public var isStopping: Bool { outgoing.withLock { $0.isStopping } }

  /// Asks the receiving thread to come to an end. Any thread may.
  public func stop() {
    outgoing.withLock { $0.isStopping = true }
    bell.ring()
  }

  /// Ends the conversation at once, whoever waits.
  public func hangUp() {
    outgoing.withLock { $0.isClosed = true }
    socket.cut()
  }

  /// Has ``receive(within:besides:)`` return. Any thread may.
  public func wake() { bell.ring() }

  /// Waits until not much waits to be sent; for the receiving thread, when it has a lot to say. At the
  /// end of this process that is not waited for, but what the other one takes is still said.
  ///
  /// - Returns: false if nothing more need be said.
  public func waitForRoom() -> Bool {
    while true {
      let (left, isClosed, isStopping) = outgoing.withLock { outgoing in
        outgoing.flush(to: socket)
        return (outgoing.count, outgoing.isClosed, outgoing.isStopping)
      }
      if isClosed { return false }
      if left <= Self.ease { return true }
      if isStopping { return false }
      _ = poll(for: POLLOUT, milliseconds: -1, besides: [])
    }
  }

  /// Waits until all is sent, but not for an end that takes nothing for that long.
  public func drain(patience milliseconds: Int32 = 1_000) {
    while true {
      let left = outgoing.withLock { outgoing in
        outgoing.flush(to: socket)
        return outgoing.count
      }
      guard left > 0 else { return }
      var waiting = pollfd(fd: socket.descriptor, events: Int16(POLLOUT), revents: 0)
      let count = Glibc.poll(&waiting, 1, milliseconds)
      if count == 0 || count < 0 && errno != EINTR { return }
    }
  }

  /// Waits for what comes next; for the receiving thread.
  ///
  /// - Parameters:
  ///   - milliseconds: how long; without an end if negative.
  ///   - descriptors: what else is waited for.
  /// - Throws: ``ControlError/malformed`` if what came is no message. The conversation is over then.
  public func receive(
    within milliseconds: Int32 = -1, besides descriptors: [Int32] = []
  ) throws(ControlError) -> Arrival {
    while true {
      if isStopping { return .stop }
      if let frame = try nextFrame() { return .frame(frame) }
      if hasEnded { return .end }
      let isLeft = outgoing.withLock { outgoing in
        outgoing.flush(to: socket)
        return outgoing.count > 0
      }
      let events = isLeft ? POLLIN | POLLOUT : POLLIN
      switch poll(for: events, milliseconds: milliseconds, besides: descriptors) {
      case .none: takeIn()
      case .some(let arrival): return arrival
      }
    }
  }

  private func nextFrame() throws(ControlError) -> Frame? {
    do throws(ControlError) {
      return try reader.next()
    } catch {
      hasEnded = true
      hangUp()
      throw error
    }
  }

  /// - Returns: nil if it is the socket that can be used.
  private func poll(
    for events: Int32, milliseconds: Int32, besides descriptors: [Int32]
  ) -> Arrival? {
    var waiting = [
      pollfd(fd: socket.descriptor, events: Int16(events), revents: 0),
      pollfd(fd: bell.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    waiting += descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let count = Glibc.poll(&waiting, nfds_t(waiting.count), milliseconds)
    if count < 0 { return .wake }
    if count == 0 { return .quiet }
    if waiting[1].revents != 0 {
      bell.hush()
      return .wake
    }
    if waiting[0].revents != 0 { return nil }
    return waiting.dropFirst(2).first { $0.revents != 0 }.map { .input($0.fd) }
  }

  private func takeIn() {
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { buffer in
      let count = recv(socket.descriptor, buffer.baseAddress, buffer.count, 0)
      if count > 0 {
        reader.append(buffer[..<count])
      } else if count == 0 || errno != EAGAIN && errno != EINTR {
        isUnread = count < 0 && errno == ECONNRESET
        hasEnded = true
        outgoing.withLock { $0.isClosed = true }
      }
    }
  }
}
