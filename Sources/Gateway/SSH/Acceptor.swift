import CSSH
import Synchronization

/// libssh's part of a listening socket: the key and the options that sessions start with.
final class Acceptor: @unchecked Sendable {
  /// Only its reference counts and keys are read, which libssh allows from several threads.
  private let pointer: OpaquePointer?
  private let sessions = Atomic(0)

  /// An acceptor that proves itself with `hostKey`.
  init(hostKey: HostKeyPair) {
    pointer = ssh_bind_new()
    // The machine's own configuration of libssh has no say here.
    var no = false
    ssh_bind_options_set(pointer, SSH_BIND_OPTIONS_PROCESS_CONFIG, &no)
    // The key's copy belongs to libssh from here on.
    if let key = ssh_key_dup(hostKey.pointer) {
      ssh_bind_options_set(pointer, SSH_BIND_OPTIONS_IMPORT_KEY, UnsafeRawPointer(key))
    }
  }

  deinit { ssh_bind_free(pointer) }

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
    ssh_bind_accept_fd(pointer, session, descriptor) == SSH_OK
  }
}
