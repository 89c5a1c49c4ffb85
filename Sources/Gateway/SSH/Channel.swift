import CSSH
import LineEditing

/// One channel of a connection: what arrives goes to its service, what that says goes out.
final class Channel {
  let pointer: OpaquePointer
  private unowned let connection: Connection
  private let callbacks = UnsafeMutablePointer<ssh_channel_callbacks_struct>.allocate(capacity: 1)
  private var service: (any ChannelService)?
  /// The terminal the client asked for; nil without one.
  private var terminal: TerminalSize?
  /// What kind of terminal that is, and the locale of its user.
  private var (terminalKind, locale) = ("", ClientLocale())
  private var output = ByteQueue()
  /// Whether libssh holds bytes that the service had no room for.
  private var hasLeftover = false
  private var hasClientEnded = false
  private var isStarted = false
  private var isClosing = false
  /// Whether the service is at work already, further up the stack.
  private var isBusy = false
  private var isClosedByClient = false

  init?(of connection: Connection) {
    guard let pointer = ssh_channel_new(connection.session) else {
      callbacks.deallocate()
      return nil
    }
    self.pointer = pointer
    self.connection = connection
    callbacks.initialize(to: ssh_channel_callbacks_struct())
    ChannelCallbacks.install(callbacks, for: self)
  }

  deinit {
    ssh_remove_channel_callbacks(pointer, callbacks)
    ssh_channel_free(pointer)
    callbacks.deallocate()
  }

  /// Whether there is more to do at once.
  private(set) var hasMore = false

  /// Whether both sides are done with it.
  var isGone: Bool { isClosedByClient && !isBusy }

  // MARK: - What the client asks

  /// A terminal, before anything runs in it.
  func setTerminal(_ size: TerminalSize, kind: String) -> Bool {
    guard service == nil, !isClosing else { return false }
    (terminal, terminalKind) = (size, String(kind.prefix(64)))
    return true
  }

  /// A variable of the client's environment; only those of its locale are taken.
  func setVariable(_ name: String, to value: String) -> Bool {
    service == nil && !isClosing && locale.set(name, to: value)
  }

  /// The client's window has another size.
  func resize(_ size: TerminalSize) { service?.resize(size) }

  /// A console, a command or file transfer; one of them, once.
  func start(_ request: ServiceRequest) -> Bool {
    guard service == nil, !isClosing, let guest = connection.guest else { return false }
    let access = Access(
      guest: guest, lease: connection.lease, memory: connection.limits.memory,
      view: connection.endpoint.view, attend: connection.endpoint.attend)
    terminal?.abilities = TerminalAbilities(term: terminalKind, locale: locale.name)
    service = access.service(for: request, terminal: terminal, link: self)
    return service != nil
  }

  /// Takes bytes; how many there was room for.
  func receive(_ bytes: UnsafeRawBufferPointer) -> Int {
    connection.noteActivity()
    if bytes.count > ChannelLimit.kept { connection.farewell = "Window exceeded" }
    let room = service.map { max(0, ChannelLimit.input - $0.waiting) } ?? 0
    let taken = min(room, bytes.count)
    if taken > 0 { service?.receive(UnsafeRawBufferPointer(rebasing: bytes[..<taken])) }
    hasLeftover = taken < bytes.count
    return taken
  }

  /// The client sends no more.
  func endInput() { hasClientEnded = true }

  /// The client pressed Ctrl-C where no terminal is to send it.
  func interrupt() { service?.interrupt() }

  /// The client closed the channel.
  func close() { isClosedByClient = true }

  /// The connection is gone.
  func abort() {
    isClosedByClient = true
    service?.close()
    service = nil
  }

  // MARK: - Between two polls

  /// Handles some of what has arrived and sends what there is to say.
  func work() {
    guard !isBusy, !isClosing else { return }
    isBusy = true
    hasMore = false
    defer { isBusy = false }
    if isClosedByClient { return abort() }
    flush()
    guard let service else { return }
    if !isStarted {
      isStarted = true
      service.start()
    }
    let end = MonotonicTime.now + Self.turn
    while output.count < ChannelLimit.output {
      takeLeftover()
      if service.hasEnded || isClosedByClient { break }
      if service.hasWork {
        service.work()
      } else if hasClientEnded, !hasLeftover {
        hasClientEnded = false
        service.endInput()
      } else {
        break
      }
      // Now others have their turn, and it shows whether the client is still there.
      hasMore = MonotonicTime.now >= end
      if hasMore { break }
    }
    flush()
    if service.hasEnded, output.isEmpty, !isClosedByClient { finish(service) }
  }

  /// Nothing has come for a while.
  func becomeQuiet() {
    guard !isBusy, !isClosing, isStarted else { return }
    service?.becomeQuiet()
  }

  /// How long a channel works before it looks up, in milliseconds.
  private static let turn = 10

  private func takeLeftover() {
    guard hasLeftover, let service, service.waiting < ChannelLimit.input else { return }
    withUnsafeTemporaryAllocation(byteCount: 1 << 14, alignment: 1) { buffer in
      let count = ssh_channel_read_nonblocking(
        pointer, buffer.baseAddress, UInt32(buffer.count), 0)
      if count > 0 { service.receive(UnsafeRawBufferPointer(rebasing: buffer[..<Int(count)])) }
      hasLeftover = count == buffer.count
    }
  }

  private func finish(_ service: any ChannelService) {
    isClosing = true
    self.service = nil
    if let status = service.exitStatus { ssh_channel_request_send_exit_status(pointer, status) }
    ssh_channel_send_eof(pointer)
    ssh_channel_close(pointer)
  }
}

// MARK: - What a service has of its channel

extension Channel: ChannelLink {
  var isClosed: Bool { isClosedByClient || connection.isOver }

  /// A command that says more than the client reads waits for it: what many have not read yet would
  /// take all memory.
  func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty, !isClosed {
      let piece = rest.prefix(ChannelLimit.output)
      output.append(piece)
      rest = rest.dropFirst(piece.count)
      while output.count > ChannelLimit.unread, !isClosed {
        flush()
        if output.count > ChannelLimit.unread { connection.wait() }
      }
    }
  }

  func complain(_ line: String) {
    let bytes = Array("\(line)\n".utf8)
    // What the client's window has no room for, it does without.
    ssh_channel_write_stderr(pointer, bytes, UInt32(bytes.count))
  }

  func poll() { connection.poll() }

  /// Hands libssh what the client has room for.
  func flush() {
    guard !output.isEmpty else { return }
    while !output.isEmpty, !isClosed {
      // What TCP does not take yet would only pile up inside libssh.
      if connection.isSending { return }
      let written = output.withUnsafeBytes { bytes in
        ssh_channel_write(
          pointer, bytes.baseAddress, UInt32(min(bytes.count, ChannelLimit.piece)))
      }
      guard written > 0 else {
        if written < 0 { isClosedByClient = true }
        return
      }
      output.removeFirst(Int(written))
    }
  }
}
