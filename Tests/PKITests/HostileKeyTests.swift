import PKI
import Testing

@Suite("Hostile keys")
struct HostileKeyTests {
  /// A PKCS #8 DSA key whose three numbers have so many bytes.
  private static func dsaKey(p: Int, q: Int, x: Int) -> [UInt8] {
    DER.sequence(
      DER.number(0),
      DER.sequence(
        [0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x38, 0x04, 0x01],
        DER.sequence(DER.largeNumber(p), DER.largeNumber(q), DER.number(3))),
      DER.element(0x04, DER.largeNumber(x)))
  }

  @Test("a key is not read whose numbers take hours")
  func hugeNumbers() throws {
    let hostile = [
      Self.dsaKey(p: 100_000, q: 20, x: 100_000), Self.dsaKey(p: 2049, q: 20, x: 150_000),
      Self.dsaKey(p: 150_000, q: 20, x: 20), Self.dsaKey(p: 514, q: 20, x: 20),
      Self.dsaKey(p: 512, q: 20, x: 514),
    ]
    for der in hostile {
      #expect(throws: OpenSSLError.keyTooLarge) { try PrivateKey(der: der) }
      #expect(PKIFile(der).excess == .keySize)
      #expect(PKIFile(PEM.block("PRIVATE KEY", der)).excess == .keySize)
    }
  }

  @Test("lengths and strings that only BER has cannot hide a number")
  func hiddenNumbers() {
    let number = DER.largeNumber(100_000)
    let algorithm = DER.sequence(
      [0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x38, 0x04, 0x01],
      DER.sequence(DER.largeNumber(500), DER.largeNumber(20), DER.number(3)))
    let inPieces = DER.element(0x24, DER.element(0x04, number))
    let openEnded = [0x30, 0x80] + DER.number(0) + algorithm + DER.element(0x04, number) + [0, 0]
    #expect(throws: OpenSSLError.notDER) {
      try PrivateKey(der: DER.sequence(DER.number(0), algorithm, inPieces))
    }
    #expect(throws: OpenSSLError.notDER) { try PrivateKey(der: openEnded) }
  }

  @Test("an RSA key may be larger than others, in both of its forms")
  func rsaKeys() {
    func key(_ size: Int) -> [UInt8] {
      DER.sequence(
        DER.number(0), DER.largeNumber(size), DER.number(3), DER.largeNumber(size),
        DER.number(3), DER.number(3), DER.number(3), DER.number(3), DER.number(3))
    }
    let rsa: [UInt8] = [
      0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01, 0x05, 0x00,
    ]
    func pkcs8(_ size: Int) -> [UInt8] {
      DER.sequence(DER.number(0), DER.sequence(rsa), DER.element(0x04, key(size)))
    }
    for der in [key(2048), pkcs8(2048)] { #expect(PKIFile(der).privateKey?.kind == "RSA") }
    for der in [key(2050), pkcs8(2050)] { #expect(PKIFile(der).excess == .keySize) }
  }
}
