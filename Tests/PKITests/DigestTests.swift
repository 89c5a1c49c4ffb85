import PKI
import Testing

@Suite struct DigestTests {
  @Test("SHA-256 of the standard's own examples (FIPS 180-4)")
  func standard() throws {
    let none = try Digest.sha256([])
    #expect(none.count == 32 && none.starts(with: [0xE3, 0xB0, 0xC4, 0x42]))
    let abc = try Digest.sha256(Array("abc".utf8))
    #expect(abc.count == 32 && abc.starts(with: [0xBA, 0x78, 0x16, 0xBF]))
  }
}
