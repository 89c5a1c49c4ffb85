import Lab
import MMPShell
import TestSupport
import Testing

@Suite("Ledger of the lab")
struct LabLedgerTests {
  @Test("names are unique and nothing lacks text or source")
  func complete() {
    let entries = Ledger.lab.entries
    #expect(Set(entries.map(\.id)).count == entries.count)
    for entry in entries { #expect(!entry.text.isEmpty && !entry.source.isEmpty, "\(entry.id)") }
  }

  @Test("docs/fidelity.md is that of this ledger (make docs)")
  func page() throws {
    #expect(try Checkout.docs.text("fidelity.md") == Ledger.lab.fidelityPage)
  }
}
