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
}
