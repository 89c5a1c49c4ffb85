import Appliance
import CHost
import CSSH
import Glibc

/// One SSH connection. It belongs to one thread at a time.
///
/// libssh's callbacks only note what has come; everything is carried out between two polls, because
/// a channel closed inside its callback breaks the protocol (PuTTY then gives up).
final class Connection {
  let session: OpaquePointer?
  let endpoint: Endpoint
  let peer: Peer
  let lease: Lease
  let limits: Limits
  private let acceptor: Acceptor
  /// Who has logged in; nil before.
  private(set) var guest: Guest?
  /// Whether what has come last for logging in is what libssh takes it for.
  var hasSoundCredentials = true
  /// What is said when the connection is ended from here; nil while it goes on.
  var farewell: String?

  private let descriptor: Int32
  private var isOwnedByLibssh = false
  private lazy var authentication = Authentication(of: self)
  private lazy var packetGuard = PacketGuard(of: self)
  private let event = ssh_event_new()
  private var channels: [Channel] = []
  private var lastPoll = 0
  /// Whether ``poll()`` has other channels work.
  private var isNested = false
  /// For how many polls libssh has had something left to send.
  private var pendingPolls = 0
  /// Whether ``end()`` has begun.
  private var hasEnded = false

  init(
    _ descriptor: Int32, from peer: Peer, to endpoint: Endpoint, by acceptor: Acceptor,
    lease: Lease, limits: Limits
  ) {
    session = ssh_new()
    self.descriptor = descriptor
    self.peer = peer
    self.endpoint = endpoint
    self.acceptor = acceptor
    self.lease = lease
    self.limits = limits
  }

  /// Lets the client log in, and talks to it until it is quiet for the first time: usually its prompt
  /// is shown then.
  ///
  /// - Returns: whether there is somebody to ``attend()`` to. That is best done by another thread:
  ///   the stack, OpenSSL's and malloc's memory of this one are larger than all that a session needs
  ///   that waits for somebody to type.
  func receive() -> Bool {
    guard let session else { return false }
    _ = (authentication, packetGuard)
    let isAccepted = acceptor.accept(descriptor, as: session)
    isOwnedByLibssh = ssh_get_fd(session) == descriptor
    guard isAccepted, exchangeKeys() else { return false }
    lease.exchangeKeys()
    ssh_set_blocking(session, 0)
    attend(untilQuiet: true)
    return guest != nil && !isOver
  }

  /// Talks to the client until one of the two has had enough.
  func attend() { attend(untilQuiet: false) }

  private func attend(untilQuiet: Bool) {
    while !isOver {
      waitForReader()
      let hasMore = channels.contains(where: \.hasMore)
      var result = ssh_event_dopoll(event, hasMore ? 0 : Self.shortWait)
      if hasMore {
        // libssh reads 4 KiB at a time, and that the client left stands behind all it sent before.
        for _ in 0..<Self.readsPerTurn where result == SSH_OK {
          result = ssh_event_dopoll(event, 0)
        }
      }
      if result == SSH_AGAIN, !hasMore {
        for channel in channels { channel.becomeQuiet() }
        if untilQuiet, guest != nil { return }
        // Quiet: most sessions of a class are, most of the time.
        chost_release_stack()
        result = ssh_event_dopoll(event, -1)
      }
      if result == SSH_ERROR { return }
      work()
    }
  }

  /// A client that does not read is not listened to either: answers would pile up inside libssh.
  private func waitForReader() {
    pendingPolls = isSending ? pendingPolls + 1 : 0
    guard pendingPolls > Self.patience else { return }
    var writable = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    Glibc.poll(&writable, 1, -1)
  }

  /// How often libssh may be left with something to send; a client whose network is slow reads on.
  private static let patience = 64

  /// How long a client that has just typed is waited for before its session is taken for quiet, in
  /// milliseconds.
  private static let shortWait: Int32 = 50

  /// How often more input is looked for while channels have work left, which may take long.
  private static let readsPerTurn = 16

  /// Ends the connection, if the client has not.
  func end() {
    hasEnded = true
    for channel in channels { channel.abort() }
    // libssh frees what is left of them with the session.
    drop(channels)
    lease.release()
    if let session, let farewell, isAlive {
      // After a write libssh sends nothing before it has seen that there is room.
      ssh_event_dopoll(event, 0)
      ssh_session_set_disconnect_message(session, farewell)
    }
    ssh_disconnect(session)
    ssh_event_free(event)
    ssh_free(session)
    if !isOwnedByLibssh { close(descriptor) }
    if guest != nil { acceptor.leave() }
  }

  /// Somebody has proved who they are; false if there is no room for them.
  func logIn(_ guest: Guest) -> Bool {
    guard limits.memory?.isReached != true else {
      farewell = "Server is short of memory"
      return false
    }
    guard acceptor.admit(limit: limits.sessions) else {
      farewell = "Too many sessions"
      return false
    }
    self.guest = guest
    acceptor.failedLogins.forget(guest.account.name, from: lease.source)
    lease.logIn()
    noteActivity()
    return true
  }

  /// Lets the time pass after which a wrong password for `user` is answered, unless the connection
  /// ends; a client that only sends no more waits as well.
  func holdBack(failureOf user: String) {
    let delay = acceptor.failedLogins.add(
      user, from: lease.source, at: MonotonicTime.now, delay: limits.failureDelay)
    var end = pollfd(fd: descriptor, events: 0, revents: 0)
    Glibc.poll(&end, 1, Int32(clamping: delay))
  }

  /// Whether one of the two has had enough.
  var isOver: Bool { farewell != nil || !isAlive }

  /// Whether the client can still be talked to.
  private var isAlive: Bool { !hasStatus(SSH_CLOSED | SSH_CLOSED_ERROR) }

  /// Whether libssh has something left that TCP did not take.
  var isSending: Bool { hasStatus(SSH_WRITE_PENDING) }

  /// Whether any of libssh's flags is set.
  private func hasStatus(_ flags: Int32) -> Bool { ssh_get_status(session) & flags != 0 }

  /// Lets what has arrived in while a command runs; not more often than makes sense.
  func poll() {
    let now = MonotonicTime.now
    guard now - lastPoll >= Self.pollInterval else { return }
    lastPoll = now
    ssh_event_dopoll(event, 0)
    // One command may run while another waits, not one upon the other without end.
    guard !isNested else { return }
    isNested = true
    work()
    isNested = false
  }

  /// Waits a moment for the client to send something or to have room.
  func wait() {
    let events = Int16(isSending ? POLLIN | POLLOUT : POLLIN)
    var something = pollfd(fd: descriptor, events: events, revents: 0)
    Glibc.poll(&something, 1, Self.shortWait)
    lastPoll = 0
    poll()
  }

  /// Between two looks at the network during a command, in milliseconds: Ctrl-C feels immediate.
  private static let pollInterval = 5

  // MARK: - Channels

  /// A channel the client asked for; nil if it may have none.
  func openChannel() -> OpaquePointer? {
    guard guest != nil, !hasEnded, channels.count < limits.channels,
      let channel = Channel(of: self)
    else { return nil }
    channels.append(channel)
    return channel.pointer
  }

  /// The client has done something; silence is counted from now on.
  func noteActivity() { lease.extend(by: limits.idleTime * 1000) }

  private func exchangeKeys() -> Bool {
    // Bounded by the lease as well; libssh would otherwise wait for ever.
    var seconds = limits.loginTime
    ssh_options_set(session, SSH_OPTIONS_TIMEOUT, &seconds)
    return ssh_handle_key_exchange(session) == SSH_OK
      && ssh_event_add_session(event, session) == SSH_OK
  }

  private func work() {
    for channel in channels { channel.work() }
    drop(channels.filter(\.isGone))
  }

  /// Frees channels. That lets packets in, and with them perhaps a request for another channel, so
  /// the list must not be in use meanwhile.
  private func drop(_ gone: [Channel]) {
    guard !gone.isEmpty else { return }
    withExtendedLifetime(gone) {
      channels = channels.filter { channel in !gone.contains { $0 === channel } }
    }
  }
}
