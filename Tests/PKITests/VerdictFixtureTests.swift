import PKI
import TestSupport
import Testing

/// What OpenSSL 1.0.2q said of the certificates in `fixtures/verify` at 2026-11-25T10:00:00Z.
@Suite("Verdicts of 1.0.2")
struct VerdictFixtureTests {
  private static let lines = ((try? Fixtures.verify.text("verdicts.txt")) ?? "")
    .split(separator: "\n").map(String.init)

  @Test("there are 118 of them")
  func count() { #expect(Self.lines.count == 118) }

  @Test("each comes out with number, depth and words", arguments: lines)
  func verdict(line: String) throws {
    let name = String(line.prefix { $0 != " " })
    let leaf = try PKIFile(Fixtures.verify.bytes("\(name).cer")).certificates
    let bundle = try PKIFile(Fixtures.verify.bytes("\(name)bundle.cer")).certificates
    let certificate = try #require(leaf.first)
    var verdict = "\(name) 0 0 ok"
    do throws(VerificationFailure) {
      try CertificateChain.verify(
        certificate, anchors: bundle, at: 1_795_600_800, by: .openSSL1_0_2)
    } catch {
      verdict = "\(name) \(error.code) \(error.depth) \(error.reason)"
    }
    #expect(verdict == line)
  }
}
