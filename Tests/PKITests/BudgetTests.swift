import PKI
import TestSupport
import Testing

@Suite("What is read of a file")
struct BudgetTests {
  @Test("a thousand blocks are read, one more is too many")
  func blocks() throws {
    let block = try Fixtures.pki.bytes("ec.cer")
    func bundle(_ count: Int) -> PKIFile { PKIFile((0..<count).flatMap { _ in block }) }
    #expect(bundle(1_000).certificates.count == 1_000)
    #expect(bundle(1_001).certificates.isEmpty)
    #expect(bundle(1_001).excess == .elements)
  }

  @Test("reading stops between two elements when nobody waits")
  func stopping() throws {
    let block = try Fixtures.pki.bytes("ec.cer")
    var looks = 0
    let file = PKIFile((0..<20).flatMap { _ in block }) {
      looks += 1
      return looks < 5
    }
    #expect(file == nil)
    #expect(looks == 5)
  }
}
