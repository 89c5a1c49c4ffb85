import Testing

@testable import Gateway

@Suite("Packets about logging in")
struct CredentialPacketTests {
  private static func text(_ text: String) -> [UInt8] {
    withUnsafeBytes(of: UInt32(text.utf8.count).bigEndian) { Array($0) } + Array(text.utf8)
  }

  private static func request(_ user: String, _ method: String, _ rest: [UInt8]) -> [UInt8] {
    text(user) + text("ssh-connection") + text(method) + rest
  }

  private static func key(_ algorithm: String, of kind: String) -> [UInt8] {
    let blob = String(decoding: text(kind) + text("numbers"), as: UTF8.self)
    return request("admin", "publickey", [0] + text(algorithm) + text(blob))
  }

  private func isSound(_ packet: [UInt8], isResponse: Bool = false) -> Bool {
    packet.withUnsafeBytes { CredentialPacket($0, isResponse: isResponse).isSound }
  }

  @Test("a zero in a name, a password or an answer is not what was typed")
  func zeros() {
    #expect(isSound(Self.request("admin", "password", [0] + Self.text("secret"))))
    #expect(!isSound(Self.request("admin\0x", "password", [0] + Self.text("secret"))))
    #expect(!isSound(Self.request("admin", "password", [0] + Self.text("secret\0x"))))
    #expect(!isSound(Self.request("admin", "password", [1] + Self.text("a") + Self.text("b\0"))))
    #expect(isSound([0, 0, 0, 1] + Self.text("secret"), isResponse: true))
    #expect(!isSound([0, 0, 0, 1] + Self.text("secret\0"), isResponse: true))
  }

  @Test(
    "a key is of the algorithm that is named; RSA has three names",
    arguments: [
      ("ssh-ed25519", "ssh-ed25519", true), ("ssh-rsa", "ssh-ed25519", false),
      ("rsa-sha2-512", "ssh-rsa", true), ("rsa-sha2-256", "ssh-rsa", true),
      ("ssh-rsa", "ssh-rsa", true), ("ssh-ed25519", "ssh-rsa", false),
    ])
  func algorithms(algorithm: String, kind: String, isSound: Bool) {
    #expect(self.isSound(Self.key(algorithm, of: kind)) == isSound)
  }

  @Test("what is cut off anywhere is libssh's to refuse, and nothing is read behind it")
  func cut() {
    let packet = Self.key("ssh-ed25519", of: "ssh-ed25519")
    for length in packet.indices { _ = isSound(Array(packet.prefix(length))) }
    #expect(!isSound(Self.request("admin", "publickey", [0] + Self.text("x") + Self.text(""))))
    #expect(isSound([0xFF, 0xFF, 0xFF, 0xFF]))
  }
}
