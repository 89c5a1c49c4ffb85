import PKI
import Testing

/// Certificates and requests beside the text OpenSSL 1.0.2 printed for them.
@Suite("Text of the fixtures")
struct TextFixtureTests {
  @Test("each fixture, byte for byte", arguments: Fixture.all)
  func text(fixture: Fixture) throws {
    #expect(try fixture.text == fixture.expected)
  }

  @Test("all fixtures are there")
  func count() {
    #expect(Fixture.all.count == 40)
  }
}
