import CSSH
import Synchronization

/// libssh's part of a listening socket: the keys and the options that sessions start with.
final class Acceptor: @unchecked Sendable {
  private let pointer: OpaquePointer?
  /// Whoever reads or changes what `pointer` leads to; a key may come while sessions start.
  private let access = Mutex(())
  private let sessions = Atomic(0)
  /// Wrong passwords given there.
  let failedLogins = FailedLogins()

  /// An acceptor that proves itself with `hostKey`.
  init(hostKey: HostKeyPair) {
    pointer = ssh_bind_new()
    // The machine's own configuration of libssh has no say here.
    var no = false
    ssh_bind_options_set(pointer, SSH_BIND_OPTIONS_PROCESS_CONFIG, &no)
    Algorithms.offer(by: pointer)
    add(hostKey)
  }

  deinit { ssh_bind_free(pointer) }

  /// Has it prove itself with `hostKey` as well, to those that connect from now on. Of each kind
  /// there can be one.
  func add(_ hostKey: HostKeyPair) {
    // The key's copy belongs to libssh from here on.
    guard let key = ssh_key_dup(hostKey.pointer) else { return }
    access.withLock { _ in
      _ = ssh_bind_options_set(pointer, SSH_BIND_OPTIONS_IMPORT_KEY, UnsafeRawPointer(key))
    }
  }

  /// Counts somebody who logs in; false if there are as many as may be.
  func admit(limit: Int) -> Bool {
    if sessions.add(1, ordering: .relaxed).newValue <= limit { return true }
    leave()
    return false
  }

  /// Counts somebody who was admitted and has gone.
  func leave() { sessions.subtract(1, ordering: .relaxed) }

  /// Makes `session` the server's side of a connection; false if libssh refused.
  func accept(_ descriptor: Int32, as session: OpaquePointer) -> Bool {
    access.withLock { _ in ssh_bind_accept_fd(pointer, session, descriptor) == SSH_OK }
  }
}
