import PKI
import TestSupport
import Testing

@Suite("Unlocking")
struct UnlockingTests {
  @Test("only the block with the key changes", arguments: ["locked.key", "locked8.key"])
  func bundle(name: String) throws {
    let locked = try Fixtures.pki.bytes(name)
    let before = Array("a key -----BEGIN \r\n".utf8) + (try Fixtures.pki.bytes("crlf.cer"))
    let after =
      Array("text\n".utf8) + (try Fixtures.pki.bytes("edge.cer")) + Array("no line end".utf8)
    let unlocked = try PKIFile.unlock(before + locked + after, password: "c1sco123")
    let key = try Fixtures.pki.bytes("server.key")
    #expect(unlocked.starts(with: before))
    #expect(unlocked.reversed().starts(with: after.reversed()))
    let middle = Array(unlocked.dropFirst(before.count).dropLast(after.count))
    #expect(middle == PKIFile(key).privateKey?.pem)
  }

  @Test("a plain key beside the encrypted one stays, and opens nothing")
  func plainBesideEncrypted() throws {
    let plain = try Fixtures.pki.bytes("edge.key")
    let file = plain + (try Fixtures.pki.bytes("locked8.key"))
    #expect(throws: OpenSSLError.self) { try PKIFile.unlock(file, password: "wrong") }
    let unlocked = try PKIFile.unlock(file, password: "c1sco123")
    #expect(unlocked.starts(with: plain))
    #expect(!PKIFile(unlocked).hasEncryptedPrivateKey)
  }

  @Test("what is put in the file's place is not larger than files may be")
  func tooMuch() throws {
    let key = try Fixtures.pki.bytes("locked.key")
    let blocks = Array(repeatElement(PEM.block("X", [1, 2, 3]), count: 1_000).joined())
    #expect(throws: OpenSSLError.tooManyElements) {
      try PKIFile.unlock(blocks + key, password: "c1sco123")
    }
    let text = [UInt8](repeating: 0x0A, count: Excess.mostBytes)
    #expect(throws: OpenSSLError.fileTooLarge) {
      try PKIFile.unlock(text + key, password: "c1sco123")
    }
    #expect(throws: OpenSSLError.fileTooLarge) {
      try Certificate(pkcs12: text + [0x0A], password: "c1sco123")
    }
    #expect(OpenSSLError.fileTooLarge.excess == .size)
  }

  @Test("one key at a time")
  func twoEncrypted() throws {
    let second = try Fixtures.pki.bytes("locked8.key")
    let once = try PKIFile.unlock(
      try Fixtures.pki.bytes("locked.key") + second, password: "c1sco123")
    #expect(once.reversed().starts(with: second.reversed()))
    #expect(!PKIFile(try PKIFile.unlock(once, password: "c1sco123")).hasEncryptedPrivateKey)
  }

  @Test("nothing to unlock is an error", arguments: ["server.key", "root.cer", "empty.cer"])
  func nothing(name: String) throws {
    let file = try Fixtures.pki.bytes(name)
    #expect(throws: OpenSSLError.self) { try PKIFile.unlock(file, password: "c1sco123") }
  }

  @Test("a wrong password is told from a right one", arguments: ["locked.key", "locked8.key"])
  func wrongPassword(name: String) throws {
    let file = try Fixtures.pki.bytes(name)
    // So many that some give right padding by chance.
    for number in 0..<(name == "locked.key" ? 2000 : 3) {
      #expect(throws: OpenSSLError.wrongPassword) {
        try PKIFile.unlock(file, password: "wrong\(number)")
      }
    }
  }

  @Test("a container says what it lacks, once the password is right")
  func containers() throws {
    let folder = Fixtures.files("locked")
    for (name, error) in [
      ("nokey.pub", OpenSSLError.missingKey), ("nocert.pub", .missingCertificate),
      ("strange.pub", .unknownCipher),
    ] {
      let file = try folder.bytes(name)
      #expect(throws: error) { try Certificate(pkcs12: file, password: "c1sco123") }
    }
    for name in ["nokey.pub", "nocert.pub"] {
      let file = try folder.bytes(name)
      #expect(throws: OpenSSLError.wrongPassword) {
        try Certificate(pkcs12: file, password: "wrong")
      }
    }
  }

  @Test("an unknown cipher, scheme or seal is no wrong password")
  func unknownCipher() throws {
    let key = try Fixtures.files("locked").bytes("strange.key")
    #expect(throws: OpenSSLError.unknownCipher) { try PKIFile.unlock(key, password: "c1sco123") }
    let md5DES: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x05, 0x03]
    let pkcs8 = try Fixtures.pki.bytes("locked.der")
    #expect(throws: OpenSSLError.unknownCipher) {
      try PKIFile.unlock(renaming(md5DES, in: pkcs8), password: "c1sco123")
    }
    let sha256: [UInt8] = [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01]
    let container = try Fixtures.pki.bytes("bob.pub")
    #expect(throws: OpenSSLError.unknownCipher) {
      try Certificate(pkcs12: renaming(sha256, in: container), password: "c1sco123")
    }
  }

  @Test("1.0.2 has none of the ciphers that came later", arguments: ["-aria-256-cbc", "-aes256"])
  func laterCiphers(cipher: String) throws {
    let key = Fixtures.pki.relativePath + "/server.key"
    let file = Array(
      try HostProgram.openssl(
        ["rsa", "-traditional", "-in", key, cipher, "-passout", "pass:c1sco123"]
      ).output.utf8)
    #expect(!PKIFile(try PKIFile.unlock(file, password: "c1sco123")).hasEncryptedPrivateKey)
    if cipher == "-aes256" {
      _ = try PKIFile.unlock(file, password: "c1sco123", by: .openSSL1_0_2)
    } else {
      #expect(throws: OpenSSLError.unknownCipher) {
        try PKIFile.unlock(file, password: "c1sco123", by: .openSSL1_0_2)
      }
    }
  }

  @Test(
    "nor what came later to turn a password into a key, nor for seals",
    arguments: [
      ["-scrypt", "-scrypt_N", "2"], ["-v2", "aria-128-cbc"],
      ["-v2", "aes256", "-v2prf", "hmacWithSHA512-256"],
    ])
  func laterSchemes(options: [String]) throws {
    let key = Fixtures.pki.relativePath + "/server.key"
    let file = Array(
      try HostProgram.openssl(
        ["pkcs8", "-topk8", "-in", key, "-passout", "pass:c1sco123"] + options
      ).output.utf8)
    #expect(!PKIFile(try PKIFile.unlock(file, password: "c1sco123")).hasEncryptedPrivateKey)
    #expect(throws: OpenSSLError.unknownCipher) {
      try PKIFile.unlock(file, password: "c1sco123", by: .openSSL1_0_2)
    }
    let container = try Fixtures.pki.bytes("bob.pub")
    _ = try Certificate(pkcs12: container, password: "c1sco123", by: .openSSL1_0_2)
    let sha256: [UInt8] = [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01]
    let sha3 = container.replacing(sha256, with: sha256.dropLast() + [0x08])
    #expect(throws: OpenSSLError.wrongPassword) {
      try Certificate(pkcs12: sha3, password: "c1sco123")
    }
    #expect(throws: OpenSSLError.unknownCipher) {
      try Certificate(pkcs12: sha3, password: "c1sco123", by: .openSSL1_0_2)
    }
  }

  /// The object identifier's last octet becomes one that nobody has assigned.
  private func renaming(_ object: [UInt8], in der: [UInt8]) -> [UInt8] {
    der.replacing(object, with: object.dropLast() + [0x63])
  }
}
