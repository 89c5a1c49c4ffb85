import CSSH

/// A first client, so that no trainee has to be it: the first handshake of a process takes several
/// times longer than the next, as libcrypto looks its algorithms up and code comes in from disk.
enum WarmUp {
  /// Connects to a door of this process, exchanges keys and asks for a login that nobody has.
  static func connect(to endpoint: Endpoint) {
    let session = ssh_new()
    defer { ssh_free(session) }
    var (no, port, seconds) = (false, UInt32(endpoint.port), 5)
    ssh_options_set(session, SSH_OPTIONS_PROCESS_CONFIG, &no)
    ssh_options_set(session, SSH_OPTIONS_HOST, Endpoint.reachable(endpoint.address))
    ssh_options_set(session, SSH_OPTIONS_PORT, &port)
    ssh_options_set(session, SSH_OPTIONS_USER, "nobody")
    // Nothing of the host's user is looked at.
    ssh_options_set(session, SSH_OPTIONS_SSH_DIR, "/dev/null")
    ssh_options_set(session, SSH_OPTIONS_KNOWNHOSTS, "/dev/null")
    ssh_options_set(session, SSH_OPTIONS_GLOBAL_KNOWNHOSTS, "/dev/null")
    ssh_options_set(session, SSH_OPTIONS_TIMEOUT, &seconds)
    guard ssh_connect(session) == SSH_OK else { return }
    ssh_userauth_none(session, nil)
    ssh_disconnect(session)
  }
}
