/// What the appliance may end.
protocol Cuttable: AnyObject, Sendable {
  /// Ends it.
  func cut()
}

/// The network visits of an appliance, for as long as somebody has them.
struct VisitList: Sendable {
  private struct WeakVisit: Sendable { weak var visit: (any Cuttable)? }

  private var entries: [WeakVisit] = []
  private var additions = 0
  /// Whether nobody may visit any more.
  private(set) var isClosed = false

  /// Adds a visit. Those that are given back may be had by nobody else any more: they are to end
  /// where nothing is locked.
  mutating func add(_ visit: any Cuttable) -> [any Cuttable] {
    entries.append(WeakVisit(visit: visit))
    additions += 1
    guard additions % 64 == 0 else { return [] }
    let present = entries.compactMap(\.visit)
    entries = present.map { WeakVisit(visit: $0) }
    return present
  }

  /// Takes all out, for good.
  mutating func close() -> [any Cuttable] {
    isClosed = true
    return removeAll()
  }

  /// Takes all out.
  mutating func removeAll() -> [any Cuttable] {
    defer { entries = [] }
    return entries.compactMap(\.visit)
  }
}
