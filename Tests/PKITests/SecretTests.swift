import PKI
import TestSupport
import Testing

@Suite("Secrets")
struct SecretTests {
  @Test(
    "keys and containers are secret, whole or cut off",
    arguments: [
      "server.key", "ec.key", "dsa.key", "locked.key", "locked8.key", "key.der", "locked.der",
      "bob.pub", "carol.pub", "dave.pub",
    ])
  func keys(name: String) throws {
    let file = try Fixtures.pki.bytes(name)
    #expect(PKIFile.mayHoldSecret(file))
    #expect(PKIFile.mayHoldSecret(Array(file.prefix(file.count / 2))))
    #expect(PKIFile.mayHoldSecret(file + file))
  }

  @Test(
    "what cannot be read is secret too",
    arguments: [
      "-----BEGIN OPENSSH PRIVATE KEY-----", "  -----BEGIN RSA PRIVATE KEY-----\nMII",
      "Key:\r-----BEGIN PRIVATE KEY-----\rMII\r-----END PRIVATE KEY-----\r",
    ])
  func unreadable(text: String) {
    #expect(PKIFile.mayHoldSecret(Array(text.utf8)))
  }

  @Test("traditional keys and open-ended containers in DER are secret")
  func binary() {
    #expect(PKIFile.mayHoldSecret(DER.sequence(DER.number(0), DER.largeNumber(256))))
    #expect(PKIFile.mayHoldSecret(DER.sequence(DER.number(1), DER.element(0x04, DER.zeros(32)))))
    #expect(PKIFile.mayHoldSecret([0x30, 0x80, 0x02, 0x01, 0x03, 0x30, 0x80]))
  }

  @Test(
    "the rest is not",
    arguments: [
      "server.cer", "server.der", "server.csr", "request.der", "public.pem", "alice.pub",
      "list.pem", "garbage.cer", "empty.cer", "glued.cer", "truncated.cer",
    ])
  func others(name: String) throws {
    let file = try Fixtures.pki.bytes(name)
    #expect(!PKIFile.mayHoldSecret(file))
  }

  @Test("neither are public keys and odd bytes")
  func publicKeys() {
    let object: [UInt8] = [0x06, 0x02, 0x2A, 0x03]
    let files = [
      DER.sequence(DER.largeNumber(256), DER.number(3)), DER.sequence(object),
      DER.sequence(DER.sequence(object), DER.element(0x03, DER.zeros(9))), DER.sequence(),
      [0x30], [0x30, 0x82], [0x30, 0x80], Array("PRIVATE KEY----".utf8),
    ]
    for file in files { #expect(!PKIFile.mayHoldSecret(file)) }
  }
}
