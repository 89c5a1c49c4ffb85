import Lab
package import MMPShell

/// The ledger's errors by their ids.
package struct ErrorBook: Sendable {
  /// The lab's.
  package static let shared = ErrorBook(.lab)

  private let entries: [String: Ledger.Entry]

  init(_ ledger: Ledger) {
    entries = Dictionary(
      ledger.entries.filter { $0.remedy != nil }.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The error of that id; nil if this program knows none.
  package subscript(id: String) -> Ledger.Entry? { entries[id] }
}
