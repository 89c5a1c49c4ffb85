import Foundation
import Ledger
import MMPShell
import Testing

@Suite("Ledger")
struct LedgerTests {
  private let ledger = Ledger.mmp

  @Test("names are unique and nothing lacks text or source")
  func complete() {
    #expect(Set(ledger.entries.map(\.id)).count == ledger.entries.count)
    for entry in ledger.entries {
      #expect(!entry.text.isEmpty && !entry.source.isEmpty, "\(entry.id)")
      #expect((entry.kind == "error") == (entry.cause != nil && entry.remedy != nil), "\(entry.id)")
    }
  }
}
