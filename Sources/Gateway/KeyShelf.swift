/// Things that are kept ready and that groups take, none more than its share while there are few.
struct KeyShelf<Element: Sendable>: Sendable {
  /// How many there should be.
  let size: Int
  /// How many groups may come for them.
  let groups: Int

  /// The oldest first.
  private var elements: [Element] = []
  private var making = 0
  /// Who has taken what has not been replaced yet, the first one first.
  private var takers: [ObjectIdentifier] = []

  /// An empty shelf.
  init(size: Int, groups: Int) {
    (self.size, self.groups) = (size, groups)
  }

  /// How many there are.
  var count: Int { elements.count }

  /// How many more should be made.
  var shortage: Int { size - elements.count - making }

  /// Notes that one more is being made; false if there are enough.
  mutating func begin() -> Bool {
    guard shortage > 0 else { return false }
    making += 1
    return true
  }

  /// Puts in what has been made; nil if nothing has come of it.
  mutating func finish(_ element: Element?) {
    making -= 1
    guard let element else { return }
    elements.append(element)
    takers.removeFirst(max(0, takers.count - (size - elements.count)))
  }

  /// Takes one out for a group; nil if it has to do without. Who has had some takes another only as
  /// long as all others can still have as many.
  mutating func take(for group: ObjectIdentifier) -> Element? {
    guard elements.count > claims(before: group) else { return nil }
    takers.append(group)
    return elements.removeFirst()
  }

  /// How many are kept for the other groups.
  private func claims(before group: ObjectIdentifier) -> Int {
    var had = takers.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    let own = had.removeValue(forKey: group) ?? 0
    let without = max(0, groups - 1 - had.count)
    return had.values.reduce(without * own) { $0 + max(0, own - $1) }
  }
}
