import Foundation
import Lab
import MMPShell
import Testing

@Suite("Ledger of the lab")
struct LabLedgerTests {
  private static let docs = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../docs").standardizedFileURL

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
    let page = try String(contentsOf: Self.docs.appending(path: name), encoding: .utf8)
    #expect(page == (name == "fidelity.md" ? Ledger.lab.fidelityPage : Ledger.lab.errorsPage))
  }
}
