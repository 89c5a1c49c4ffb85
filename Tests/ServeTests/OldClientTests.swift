import ProgramSupport
import TestSupport
import Testing

@Suite("Clients of fifteen years")
struct OldClientTests {
  /// `ssh` that knows no host key yet, and keeps the one it is shown in a file of its own.
  private func ssh(
    _ lab: ServedLab, _ options: [String]
  ) throws -> Program.Result {
    try lab.run(
      "/usr/bin/ssh",
      // Of two settings the first counts.
      options + [
        "-F", "none", "-o", "UserKnownHostsFile=seen", "-o", "StrictHostKeyChecking=accept-new",
        "-o", "LogLevel=ERROR", "-o", "IdentityAgent=none", "-p", "\(lab.port)",
        "admin@127.0.0.1", "hostname",
      ])
  }

  @Test(
    "what has no Ed25519 logs in and meets the RSA key that was said",
    arguments: [OldClient.jsch, .putty, .openSSH])
  func rsa(client: OldClient) throws {
    let lab = try ServedLab()
    let fingerprint = lab.sharedFingerprint
    let result = try ssh(lab, client.options)
    #expect(result.output == "cms1a\n" && result.errors == "" && result.status == 0)
    let seen = try lab.run("/usr/bin/ssh-keygen", ["-lf", "seen"])
    #expect(seen.output == "2048 \(fingerprint) [127.0.0.1]:\(lab.port) (RSA)\n")
  }

  @Test("the key is the same at all appliances, also with SHA-2 only, as under FIPS")
  func digests() throws {
    let lab = try ServedLab()
    let fingerprint = lab.sharedFingerprint
    for (row, algorithm) in zip(lab.rows, ["rsa-sha2-256", "rsa-sha2-512", "ssh-rsa"]) {
      let result = try lab.run(
        "/bin/sh",
        [
          "-c",
          "ssh-keyscan -T 10 -t \(algorithm) -p \(row.port) 127.0.0.1 2> /dev/null | ssh-keygen -lf -",
        ])
      #expect(result.output.hasPrefix("2048 \(fingerprint) "))
      #expect(result.output.hasSuffix("(RSA)\n"))
    }
  }

  @Test("today's client meets the appliance's own Ed25519 key")
  func today() throws {
    let lab = try ServedLab()
    #expect(lab.sharedFingerprint != "")
    let result = try ssh(lab, [])
    #expect(result.output == "cms1a\n" && result.errors == "" && result.status == 0)
    let seen = try lab.run("/usr/bin/ssh-keygen", ["-lf", "seen"])
    #expect(seen.output.hasPrefix("256 \(lab.rows[0].fingerprint) "))
  }

  @Test("an old client's RSA key logs in as well, signed with SHA-1")
  func userKey() throws {
    let lab = try ServedLab()
    #expect(lab.sharedFingerprint != "")
    let made = try lab.run(
      "/usr/bin/ssh-keygen", ["-q", "-t", "rsa", "-b", "2048", "-N", "", "-f", "admin"])
    #expect(made.status == 0)
    #expect(try lab.sftp("put admin.pub").status == 0)
    let result = try ssh(
      lab,
      OldClient.openSSH.options + ["-i", "admin", "-o", "PreferredAuthentications=publickey"])
    #expect(result.output == "cms1a\n" && result.errors == "" && result.status == 0)
  }

  @Test("no key exchange is offered that costs the server much")
  func cost() throws {
    let lab = try ServedLab()
    for name in [
      "diffie-hellman-group18-sha512", "diffie-hellman-group16-sha512",
      "diffie-hellman-group-exchange-sha256", "diffie-hellman-group1-sha1",
    ] {
      let result = try ssh(lab, ["-o", "LogLevel=INFO", "-o", "KexAlgorithms=\(name)"])
      #expect(result.status == 255)
      #expect(
        result.errors.contains(
          "Their offer: curve25519-sha256,curve25519-sha256@libssh.org,ecdh-sha2-nistp256,"
            + "ecdh-sha2-nistp384,ecdh-sha2-nistp521,diffie-hellman-group14-sha256,"
            + "diffie-hellman-group14-sha1,kex-strict-s-v00@openssh.com\r\n"))
    }
  }
}
