import PKI
import Testing

@Suite("A key that is known to be RSA")
struct ReadyKeyTests {
  @Test("is the one that is read of its PEM form")
  func same() throws {
    let key = try #require(try OpenSSLKeySource().rsaKey(bits: 1024) { _ in true })
    let der = WindowsPEM.decode(key.pem)
    let short = try PrivateKey(rsa: der)
    let long = try PrivateKey(der: der)
    #expect(short.publicKeyInfo == long.publicKeyInfo && short.pem == long.pem)
    #expect(short.kind == "RSA" && short.bits == 1024)
    let request = try CertificateRequest(
      subject: DistinguishedName([(.commonName, "a")]), alternativeNames: [], key: short)
    #expect(request.isSignedByItsKey && request.publicKeyInfo == long.publicKeyInfo)
  }

  @Test("is none of another kind, cut off, or with something behind it")
  func others() throws {
    let key = try #require(try OpenSSLKeySource().rsaKey(bits: 1024) { _ in true })
    let der = WindowsPEM.decode(key.pem)
    for bytes in [[], Array(der.dropLast()), der + [0], Array("no key".utf8)] {
      #expect(throws: OpenSSLError.self) { try PrivateKey(rsa: bytes) }
    }
  }
}
