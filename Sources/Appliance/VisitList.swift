/// What the appliance may end.
protocol Cuttable: AnyObject, Sendable {
  /// Ends it.
  func cut()
}

/// The network visits of an appliance, for as long as somebody has them.
struct VisitList: Sendable {
  private struct Entry: Sendable { weak var visit: (any Cuttable)? }

  private var entries: [Entry] = []
  private var additions = 0

  mutating func add(_ visit: any Cuttable) {
    additions += 1
    if additions % 64 == 0 { entries.removeAll { $0.visit == nil } }
    entries.append(Entry(visit: visit))
  }

  /// Takes all out.
  mutating func removeAll() -> [any Cuttable] {
    defer { entries = [] }
    return entries.compactMap(\.visit)
  }
}
