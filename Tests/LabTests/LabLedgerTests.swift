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

  @Test(
    "the pages in docs are those of this ledger (make docs)",
    arguments: ["fidelity.md", "errors.md"])
  func pages(name: String) throws {
    let page = try Checkout.docs.text(name)
    #expect(page == (name == "fidelity.md" ? Ledger.lab.fidelityPage : Ledger.lab.errorsPage))
  }
}
