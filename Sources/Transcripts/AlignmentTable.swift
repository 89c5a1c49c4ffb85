/// The best pairing of two short lists of lines, by dynamic programming.
///
/// Best is first the one that keeps the most expected lines, with their elisions; among those, the
/// one that leaves the fewest lines alone, so that a changed line stands beside the one it was.
/// Lines taken in by `[...]` cost nothing.
struct AlignmentTable {
  private static let lost = 1 << 32
  private static let alone = 1

  private enum Step {
    case keep, replace, remove, add
    /// A line goes into the `[...]` that stands here.
    case takeIn
    /// The `[...]` that stands here is complete.
    case close

    var patterns: Int { self == .add || self == .takeIn ? 0 : 1 }
    var lines: Int { self == .remove || self == .close ? 0 : 1 }
  }

  private let patterns: [LinePattern]
  private let printed: [ArraySlice<UInt8>]
  /// The least cost of pairing what follows each place, row by row.
  private var costs: [Int]

  /// Pairs `patterns` with the lines that were `printed`.
  init(_ patterns: [LinePattern], _ printed: [ArraySlice<UInt8>]) {
    self.patterns = patterns
    self.printed = printed
    costs = Array(repeating: 0, count: (patterns.count + 1) * (printed.count + 1))
    for row in (0...patterns.count).reversed() {
      for column in (0...printed.count).reversed() {
        costs[place(row, column)] = best(row, column)?.cost ?? 0
      }
    }
  }

  /// What became of `lines`, the expected lines of which the patterns were made.
  func edits(of lines: [Line]) -> [Edit] {
    var edits: [Edit] = []
    var (row, column) = (0, 0)
    while let step = best(row, column)?.step {
      switch step {
      case .keep, .close: edits.append(.keep(lines[row]))
      case .replace: edits += [.remove(lines[row]), .add(printed[column])]
      case .remove: edits.append(.remove(lines[row]))
      case .add: edits.append(.add(printed[column]))
      case .takeIn: break
      }
      row += step.patterns
      column += step.lines
    }
    return edits
  }

  /// The cheapest step from a place, with the cost from there to the end; nil at the end.
  private func best(_ row: Int, _ column: Int) -> (step: Step, cost: Int)? {
    var best: (step: Step, cost: Int)?
    func consider(_ step: Step, price: Int) {
      let cost = price + costs[place(row + step.patterns, column + step.lines)]
      if cost < best?.cost ?? .max { best = (step, cost) }
    }
    let hasLine = column < printed.count
    guard row < patterns.count else {
      if hasLine { consider(.add, price: Self.alone) }
      return best
    }
    if patterns[row].isAnyLines {
      consider(.close, price: 0)
      if hasLine { consider(.takeIn, price: 0) }
      return best
    }
    if hasLine {
      let isMatch = patterns[row].matches(printed[column])
      consider(isMatch ? .keep : .replace, price: isMatch ? 0 : Self.lost)
      consider(.add, price: Self.alone)
    }
    consider(.remove, price: Self.lost + Self.alone)
    return best
  }

  private func place(_ row: Int, _ column: Int) -> Int { row * (printed.count + 1) + column }
}
