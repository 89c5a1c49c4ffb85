/// What a machine may end.
public protocol Cuttable: AnyObject, Sendable {
  /// Ends it.
  func cut()
}

/// The network visits of a machine, for as long as somebody has them.
package struct VisitList: Sendable {
  private struct WeakVisit: Sendable { weak var visit: (any Cuttable)? }

  private var entries: [WeakVisit] = []
  private var additions = 0
  /// Whether nobody may visit any more.
  package private(set) var isClosed = false

  /// Nobody is there.
  package init() {}

  /// Adds a visit. Those that are given back may be had by nobody else any more: they are to end
  /// where nothing is locked.
  package mutating func add(_ visit: any Cuttable) -> [any Cuttable] {
    entries.append(WeakVisit(visit: visit))
    additions += 1
    guard additions % 64 == 0 else { return [] }
    let present = entries.compactMap(\.visit)
    entries = present.map { WeakVisit(visit: $0) }
    return present
  }

  /// Takes all out, for good.
  package mutating func close() -> [any Cuttable] {
    isClosed = true
    return removeAll()
  }

  /// Takes all out.
  package mutating func removeAll() -> [any Cuttable] {
    defer { entries = [] }
    return entries.compactMap(\.visit)
  }
}
