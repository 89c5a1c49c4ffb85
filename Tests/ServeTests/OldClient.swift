import Testing

/// What a client offers at the start of a connection, in its order, as far as today's `ssh` can offer
/// it as well: blowfish, arcfour, ripemd and the like, which it has forgotten, are left out.
struct OldClient: CustomTestStringConvertible {
  let name: String
  let keyExchanges: String
  let hostKeys: String
  let ciphers: String
  let authentications: String

  var testDescription: String { name }

  /// As options of `ssh`.
  var options: [String] {
    [
      "KexAlgorithms=\(keyExchanges)", "HostKeyAlgorithms=\(hostKeys)", "Ciphers=\(ciphers)",
      "MACs=\(authentications)", "PubkeyAcceptedAlgorithms=ssh-rsa", "UpdateHostKeys=no",
    ].flatMap { ["-o", $0] }
  }

  /// Its own defaults: `JSch.java`, the table of configuration.
  static let jsch = OldClient(
    name: "JSch 0.1.55",
    keyExchanges: "ecdh-sha2-nistp256,ecdh-sha2-nistp384,ecdh-sha2-nistp521,"
      + "diffie-hellman-group14-sha1,diffie-hellman-group-exchange-sha256,"
      + "diffie-hellman-group-exchange-sha1,diffie-hellman-group1-sha1",
    hostKeys: "ssh-rsa,ssh-dss,ecdsa-sha2-nistp256,ecdsa-sha2-nistp384,ecdsa-sha2-nistp521",
    ciphers: "aes128-ctr,aes128-cbc,3des-cbc,aes192-ctr,aes192-cbc,aes256-ctr,aes256-cbc",
    authentications: "hmac-md5,hmac-sha1,hmac-sha2-256,hmac-sha1-96,hmac-md5-96")

  /// As packet logs of it show; Ed25519, ECDSA and elliptic curves came with 0.68.
  static let putty = OldClient(
    name: "PuTTY 0.67",
    keyExchanges: "diffie-hellman-group-exchange-sha256,diffie-hellman-group-exchange-sha1,"
      + "diffie-hellman-group14-sha1,diffie-hellman-group1-sha1",
    hostKeys: "ssh-rsa,ssh-dss",
    ciphers: "aes256-ctr,aes256-cbc,aes192-ctr,aes192-cbc,aes128-ctr,aes128-cbc,3des-cbc",
    authentications: "hmac-sha2-256,hmac-sha1,hmac-sha1-96,hmac-md5")

  /// `myproposal.h` of that version, and ssh_config(5); RHEL 6's client.
  static let openSSH = OldClient(
    name: "OpenSSH 5.3",
    keyExchanges: "diffie-hellman-group-exchange-sha256,diffie-hellman-group-exchange-sha1,"
      + "diffie-hellman-group14-sha1,diffie-hellman-group1-sha1",
    hostKeys: "ssh-rsa,ssh-dss",
    ciphers: "aes128-ctr,aes192-ctr,aes256-ctr,aes128-cbc,3des-cbc,aes192-cbc,aes256-cbc",
    authentications: "hmac-md5,hmac-sha1,umac-64@openssh.com,hmac-sha1-96,hmac-md5-96")
}
