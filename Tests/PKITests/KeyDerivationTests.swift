import PKI
import TestSupport
import Testing

@Suite("Key derivation")
struct KeyDerivationTests {
  private static let aes: [UInt8] = DER.sequence(
    [0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x01, 0x2A],
    DER.element(0x04, DER.zeros(16)))

  private static func algorithm(_ oid: [UInt8], _ parameters: [UInt8]) -> [UInt8] {
    let derivation = DER.sequence(DER.element(0x06, oid), DER.sequence(parameters))
    let scheme: [UInt8] = [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x05, 0x0D]
    return DER.sequence(scheme, DER.sequence(derivation, aes))
  }

  private static func pkcs8(_ oid: [UInt8], _ parameters: [UInt8]) -> [UInt8] {
    DER.sequence(algorithm(oid, parameters), DER.element(0x04, DER.zeros(64)))
  }

  private static func pbkdf2(_ iterations: [UInt8]) -> [UInt8] {
    pkcs8(
      [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x05, 0x0C],
      salt + DER.element(0x02, iterations))
  }

  private static let scryptName: [UInt8] = [0x2B, 0x06, 0x01, 0x04, 0x01, 0xDA, 0x47, 0x04, 0x0B]

  /// Names scrypt, and a number to multiply by, in parameters of the hash that OpenSSL does not read.
  private static func hidingRounds(_ iterations: [UInt8]) -> [UInt8] {
    let hmacSHA256: [UInt8] = [0x06, 0x08, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x02, 0x09]
    let unread = DER.sequence(DER.element(0x06, scryptName), DER.element(0x02, [0x00]))
    return pkcs8(
      [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x05, 0x0C],
      salt + DER.element(0x02, iterations) + DER.sequence(hmacSHA256, unread))
  }

  private static func scrypt(_ n: [UInt8], _ r: [UInt8], _ p: [UInt8]) -> [UInt8] {
    pkcs8(scryptName, salt + [n, r, p].flatMap { DER.element(0x02, $0) })
  }

  /// 3-key DES as PKCS #12 does it.
  private static func pbe(_ iterations: [UInt8]) -> [UInt8] {
    let scheme: [UInt8] = [0x06, 0x0A, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x0C, 0x01, 0x03]
    return DER.sequence(
      DER.sequence(scheme, DER.sequence(salt, DER.element(0x02, iterations))),
      DER.element(0x04, DER.zeros(64)))
  }

  private static let salt = DER.element(0x04, Array("saltsalt".utf8))

  @Test(
    "a key that would take long to open is not tried",
    arguments: [
      pbkdf2([0x7F, 0xFF, 0xFF, 0xFF]), pbkdf2([0x7F] + DER.zeros(7)),
      pbkdf2([0x01] + DER.zeros(9)),
      pbkdf2([0x0F, 0x42, 0x41]), pbe([0x7F, 0xFF, 0xFF, 0xFF]),
      hidingRounds([0x7F, 0xFF, 0xFF, 0xFF]), hidingRounds([0x0F, 0x42, 0x41]),
      scrypt([0x00, 0x80, 0x00], [0x01], [0x02, 0x00, 0x00]),
      scrypt([0x40, 0x00, 0x00, 0x00], [0x08], [0x01]),
      scrypt([0x7F, 0xFF, 0xFF, 0xFF], [0x7F, 0xFF, 0xFF, 0xFF], [0x7F, 0xFF, 0xFF, 0xFF]),
    ])
  func tooMuch(der: [UInt8]) {
    #expect(PKIFile(PEM.block("ENCRYPTED PRIVATE KEY", der)).excess == .rounds)
    #expect(PKIFile(der).excess == .rounds)
    #expect(throws: OpenSSLError.self) { try PKIFile.unlock(der, password: "x") }
    #expect(throws: OpenSSLError.self) {
      try PKIFile.unlock(PEM.block("ENCRYPTED PRIVATE KEY", der), password: "x")
    }
  }

  @Test("what asks for no work is damaged", arguments: [DER.sequence(), [0x00]])
  func noWork(der: [UInt8]) {
    #expect(PKIFile(PEM.block("ENCRYPTED PRIVATE KEY", der)).isDamaged)
    #expect(PKIFile(der).elements.isEmpty)
  }

  @Test(
    "what tools write is not too much",
    arguments: [
      pbkdf2([0x0F, 0x42, 0x40]),
      pbkdf2([0x08, 0x00]), pbkdf2([0x09, 0x27, 0xC0]), pbe([0x08, 0x00]),
      scrypt([0x40, 0x00], [0x08], [0x01]), scrypt([0x02, 0x00, 0x00], [0x08], [0x01]),
    ])
  func enough(der: [UInt8]) {
    #expect(PKIFile(der).hasEncryptedPrivateKey)
    #expect(PKIFile(PEM.block("ENCRYPTED PRIVATE KEY", der)).hasEncryptedPrivateKey)
  }

  @Test("a container's seal is bounded too")
  func seal() {
    let data = DER.sequence(
      DER.element(0x06, [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x01]),
      DER.element(0xA0, DER.element(0x04, DER.sequence())))
    let sha256: [UInt8] = [0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01]
    let digest = DER.sequence(DER.sequence(sha256, [0x05, 0x00]), DER.element(0x04, DER.zeros(32)))
    let seal = DER.sequence(digest, Self.salt, DER.element(0x02, [0x7F, 0xFF, 0xFF, 0xFF]))
    let container = DER.sequence(DER.number(3), data, seal)
    for password in ["", "x"] {
      #expect(throws: OpenSSLError.tooManyRounds) {
        try Certificate(pkcs12: container, password: password)
      }
    }
  }

  /// A container without a seal, whose parts are encrypted by scrypt with 2^14, 8 and a number each:
  /// an empty list by the password `x` and 4.
  private static func container(_ numbers: UInt8...) -> [UInt8] {
    let encrypted: [UInt8] = [
      0xC8, 0x47, 0x42, 0x02, 0x99, 0x1B, 0xBF, 0x89, 0x98, 0x5C, 0x5D, 0x1A, 0x4D, 0x46, 0x99,
      0x89,
    ]
    let name: [UInt8] = [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07]
    let parts = numbers.map { number in
      let work = [[0x40, 0x00], [0x08], [number]].flatMap { DER.element(0x02, $0) }
      let content = DER.sequence(
        name + [0x01], algorithm(scryptName, salt + work), DER.element(0x80, encrypted))
      return DER.sequence(
        name + [0x06], DER.element(0xA0, DER.sequence(DER.number(0), content)))
    }
    return DER.sequence(
      DER.number(3),
      DER.sequence(
        name + [0x01], DER.element(0xA0, DER.element(0x04, DER.sequence(parts.flatMap(\.self))))))
  }

  @Test("all parts of a container have one budget, by whatever algorithm they are encrypted")
  func parts() {
    for (container, error) in [
      (Self.container(4), OpenSSLError.missingKey), (Self.container(9), .tooManyRounds),
      (Self.container(4, 5), .tooManyRounds),
    ] {
      #expect(throws: error) { try Certificate(pkcs12: container, password: "x") }
    }
  }

  @Test("containers open", arguments: ["bob.pub", "carol.pub", "dave.pub"])
  func containers(name: String) throws {
    let container = try Fixtures.pki.bytes(name)
    _ = try Certificate(pkcs12: container, password: "c1sco123")
    #expect(throws: OpenSSLError.self) { try Certificate(pkcs12: container, password: "x") }
    #expect(throws: OpenSSLError.self) { try Certificate(pkcs12: container, password: "") }
  }
}
