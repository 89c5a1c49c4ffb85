import Testing

@testable import Gateway

@Suite("Host keys")
struct HostKeyPairTests {
  @Test("a key that was written is the same when read")
  func roundTrip() throws {
    let key = try #require(HostKeyPair())
    let text = try #require(key.text)
    #expect(
      String(decoding: text, as: UTF8.self).hasPrefix("-----BEGIN OPENSSH PRIVATE KEY-----\n"))
    #expect(HostKeyPair(text: text)?.fingerprint == key.fingerprint)
    #expect(key.fingerprint.wholeMatch(of: #/SHA256:[A-Za-z0-9+\/]{43}/#) != nil)
    #expect(HostKeyPair()?.fingerprint != key.fingerprint)
  }

  @Test("an RSA key is one, and no Ed25519 key")
  func rsa() throws {
    let key = try #require(HostKeyPair(.rsa))
    let text = try #require(key.text)
    #expect(HostKeyPair(text: text, .rsa)?.fingerprint == key.fingerprint)
    #expect(HostKeyPair(text: text) == nil)
    #expect(HostKeyPair(text: try #require(HostKeyPair()?.text), .rsa) == nil)
  }

  @Test("anything else is no host key", arguments: ["", "no key", "ssh-ed25519 AAAA"])
  func damaged(text: String) {
    #expect(HostKeyPair(text: Array(text.utf8)) == nil)
  }
}
