import CSSH

/// What clients of the last fifteen years and servers of today have in common.
///
/// The client's order decides, so what is old is there only for who has nothing newer.
enum Algorithms {
  /// Each costs the server a few milliseconds at most. libssh's own list has groups of 4,096 and 8,192
  /// bits as well, and groups chosen for the occasion: with them a stranger has the server compute
  /// for a tenth of a second, and every client that knows them knows one of these. Group 14 with
  /// SHA-1 is what PuTTY to 0.67 and OpenSSH to 5.6 have.
  static let keyExchanges = [
    "curve25519-sha256", "curve25519-sha256@libssh.org", "ecdh-sha2-nistp256", "ecdh-sha2-nistp384",
    "ecdh-sha2-nistp521", "diffie-hellman-group14-sha256", "diffie-hellman-group14-sha1",
  ]

  /// ssh-rsa, with SHA-1, is what PuTTY to 0.74 and JSch to 0.1.55 can check.
  static let hostKeys = ["ssh-ed25519", "rsa-sha2-512", "rsa-sha2-256", "ssh-rsa"]

  /// What users may log in with; ssh-rsa is how such clients sign with an RSA key.
  static let userKeys = [
    "ssh-ed25519", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521",
    "sk-ssh-ed25519@openssh.com", "sk-ecdsa-sha2-nistp256@openssh.com", "rsa-sha2-512",
    "rsa-sha2-256", "ssh-rsa",
  ]

  /// HMAC with SHA-1, which is not broken as SHA-1 is, is what OpenSSH to 5.8 has.
  static let authentications = [
    "hmac-sha2-256-etm@openssh.com", "hmac-sha2-512-etm@openssh.com", "hmac-sha2-256",
    "hmac-sha2-512", "hmac-sha1",
  ]

  /// Has the sessions that `bind` accepts offer these. Ciphers stay libssh's: all of those clients
  /// have AES in counter mode.
  static func offer(by bind: OpaquePointer?) {
    ssh_bind_options_set(bind, SSH_BIND_OPTIONS_KEY_EXCHANGE, list(keyExchanges))
    ssh_bind_options_set(bind, SSH_BIND_OPTIONS_HOSTKEY_ALGORITHMS, list(hostKeys))
    ssh_bind_options_set(bind, SSH_BIND_OPTIONS_PUBKEY_ACCEPTED_KEY_TYPES, list(userKeys))
    ssh_bind_options_set(bind, SSH_BIND_OPTIONS_HMAC_C_S, list(authentications))
    ssh_bind_options_set(bind, SSH_BIND_OPTIONS_HMAC_S_C, list(authentications))
  }

  private static func list(_ names: [String]) -> String { names.joined(separator: ",") }
}
