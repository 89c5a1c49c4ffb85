import Appliance
import CHost
import Glibc
import Threads

/// SSH and SFTP in front of appliances: it listens, gives each connection a thread, and sees to it
/// that none outstays its limits.
public final class Gateway {
  /// A door that is open.
  private struct Door {
    let endpoint: Endpoint
    let socket: ListeningSocket
    let acceptor: Acceptor
  }

  private let limits: Limits
  private let leases = LeaseTable()
  private let descriptorLimit: Int
  private var doors: [Door] = []
  /// Makes and adds a key that comes late.
  private var addLateKey: @Sendable () -> Void = {}

  /// A gateway with those limits, listening nowhere yet.
  public init(limits: Limits = Limits()) {
    self.limits = limits
    chost_limit_pools(2)
    // 1,024, as is usual, is one class.
    descriptorLimit = Int(chost_raise_descriptor_limit())
  }

  /// How many descriptors the system grants and how many the limits promise, for one door with all
  /// its sessions and for all strangers there may be; nil if they suffice.
  public var descriptorShortage: (granted: Int, promised: Int)? {
    // The connection's own and its lease's.
    let promised = 2 * (limits.sessions + limits.unauthenticated) + doors.count + Self.reserve
    return descriptorLimit < promised ? (descriptorLimit, promised) : nil
  }

  /// What the rest of the program has open, at most.
  private static let reserve = 32

  /// Opens a door.
  ///
  /// - Returns: the port it is at.
  /// - Throws: why nobody can be served there.
  @discardableResult
  public func open(_ endpoint: Endpoint) throws(ListenFailure) -> UInt16 {
    let socket = try ListeningSocket(address: endpoint.address, port: endpoint.port)
    var endpoint = endpoint
    endpoint.port = socket.port
    endpoint.group.add(socket.descriptor)
    doors.append(
      Door(endpoint: endpoint, socket: socket, acceptor: Acceptor(hostKey: endpoint.hostKey)))
    return socket.port
  }

  /// Has all doors that are open prove themselves with a key of another kind as well.
  public func proveAlso(with key: HostKeyPair) {
    for door in doors { door.acceptor.add(key) }
  }

  /// The same with a key that has yet to be made, which ``run(until:preparing:)`` does behind all
  /// else that it prepares. Whoever connects meanwhile is not kept waiting but does without.
  ///
  /// - Parameters:
  ///   - make: makes the key, on another thread; nil if it cannot.
  ///   - whenReady: told the key once clients are shown it, on that thread.
  public func proveAlso(
    with make: @escaping @Sendable () -> HostKeyPair?,
    whenReady: @escaping @Sendable (HostKeyPair) -> Void
  ) {
    let acceptors = doors.map(\.acceptor)
    addLateKey = {
      chost_yield_to_others(Self.niceness)
      guard let key = make() else { return }
      for acceptor in acceptors { acceptor.add(key) }
      whenReady(key)
      chost_trim_memory()
    }
  }

  /// How far the making of that key stands behind what clients ask for.
  private static let niceness: Int32 = 5

  /// Serves until `stop` can be read, then ends all sessions.
  ///
  /// - Parameters:
  ///   - stop: a file descriptor, such as a pipe that a signal handler writes to.
  ///   - preparation: what is better done before the first client logs in. It runs on another thread
  ///     while the doors are open already.
  ///   - afterwards: what can wait until all else that belongs to the start has been done.
  public func run(
    until stop: Int32, preparing preparation: @escaping @Sendable () -> Void,
    afterwards: @escaping @Sendable () -> Void = {}
  ) {
    // Somebody who has gone shows when writing fails.
    signal(SIGPIPE, SIG_IGN)
    let endpoint = doors.first?.endpoint
    _ = Thread.start { [addLateKey] in
      preparation()
      // From here on most of what the start needed is not looked at again.
      chost_release_code()
      if let endpoint { WarmUp.connect(to: endpoint) }
      chost_trim_memory()
      addLateKey()
      afterwards()
    }
    var polls = doors.map { pollfd(fd: $0.socket.descriptor, events: Int16(POLLIN), revents: 0) }
    polls.append(pollfd(fd: stop, events: Int16(POLLIN), revents: 0))
    var nextLook = 0
    // Whether somebody was there since memory was last given back.
    var wasUsed = false
    while true {
      let now = MonotonicTime.now
      if now >= nextLook { nextLook = min(leases.cutExpired(at: now), now + Self.lookInterval) }
      let isEmpty = leases.count == 0
      let patience =
        isEmpty ? (wasUsed ? Self.lookInterval : -1) : nextLook - now
      let isQuiet = poll(&polls, nfds_t(polls.count), Int32(clamping: patience)) == 0
      if isQuiet, isEmpty {
        Self.giveMemoryBack()
        wasUsed = false
      }
      if polls[doors.count].revents != 0 { break }
      for (index, door) in doors.enumerated() where polls[index].revents != 0 {
        if polls[index].revents & Int16(POLLHUP) != 0 {
          // Nobody looks there any more.
          polls[index].fd = -1
          door.endpoint.group.release(door.socket.descriptor)
          continue
        }
        admit(at: door)
        wasUsed = true
      }
    }
    for (door, poll) in zip(doors, polls) where poll.fd >= 0 {
      door.endpoint.group.release(door.socket.descriptor)
    }
    endSessions()
  }

  /// How often deadlines that have been moved are looked at anew, in milliseconds.
  private static let lookInterval = 1_000
  /// How many connections one door may let in before the others have their turn.
  private static let turn = 64

  private func admit(at door: Door) {
    for _ in 0..<Self.turn {
      guard let (descriptor, peer) = door.socket.accept() else {
        if errno == EMFILE || errno == ENFILE { makeRoom() }
        return
      }
      guard let lease = lease(of: descriptor, from: Source(of: peer)) else {
        // Served without one, it could last for ever.
        close(descriptor)
        return
      }
      let id = leases.add(lease, unauthenticated: limits.unauthenticated)
      let connection = Connection(
        descriptor, from: peer, to: door.endpoint, by: door.acceptor, lease: lease, limits: limits)
      let leases = leases
      let finish = {
        connection.end()
        if leases.remove(id) { Self.giveMemoryBack() }
      }
      let attend = {
        connection.attend()
        finish()
      }
      let isServed = Thread.start {
        guard connection.receive() else { return finish() }
        // Where there is no thread to be had, this one will do.
        if !Thread.start(attend) { attend() }
      }
      if !isServed { finish() }
    }
  }

  /// Few are left of many, or nobody is.
  private static func giveMemoryBack() {
    DecodedFile.forgetAll()
    chost_trim_memory()
  }

  /// The lease of a connection, for which strangers go if there is no descriptor; nil if none can be
  /// had. Who is let in last may be no stranger for long.
  private func lease(of descriptor: Int32, from source: Source) -> Lease? {
    for trial in 0..<Self.trials {
      let end = MonotonicTime.now + limits.loginTime * 1000
      if let lease = Lease(descriptor: descriptor, from: source, until: end) {
        // It needs some more, which come free with another one.
        if trial > 0 { makeRoom() }
        return lease
      }
      guard makeRoom() else { return nil }
    }
    return nil
  }

  /// How often room is made for one connection: who is cut may need some time to leave.
  private static let trials = 20

  /// Out of descriptors: a stranger has to go, and whoever is about to leave needs a moment.
  ///
  /// - Returns: whether there was a stranger.
  @discardableResult
  private func makeRoom() -> Bool {
    defer { usleep(10_000) }
    return leases.cutStranger()
  }

  /// Cuts all connections and waits for their threads, which are gone in a moment.
  private func endSessions() {
    let end = MonotonicTime.now + 1_500
    while leases.count > 0, MonotonicTime.now < end {
      leases.cutAll()
      usleep(5_000)
    }
  }
}
