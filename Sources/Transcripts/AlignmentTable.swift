/// The best pairing of two short lists of lines, by dynamic programming.
///
/// Best is first the one that keeps the most expected lines, with their elisions; among those, the
/// one that leaves the fewest lines alone, so that a changed line stands beside the one it was.
/// Lines taken in by `[...]` cost nothing. Nothing is put between a comment and the empty lines
/// beside it.
struct AlignmentTable {
  private static let lost = 1 << 32
  private static let alone = 1

  private enum Step {
    case keep, replace, remove, add
    /// A line goes into the `[...]` that stands here.
    case takeIn
    /// The `[...]` that stands here is complete, or what stands here takes no line.
    case close

    var patterns: Int { self == .add || self == .takeIn ? 0 : 1 }
    var lines: Int { self == .remove || self == .close ? 0 : 1 }
  }

  private let expected: [Expectation]
  private let printed: [ArraySlice<UInt8>]
  private let captures: Captures
  private let isExact: Bool
  /// The least cost of pairing what follows each place, row by row.
  private var costs: [Int]

  /// Pairs `expected` with the lines that were `printed`.
  init(
    _ expected: [Expectation], _ printed: [ArraySlice<UInt8>], _ captures: Captures, isExact: Bool
  ) {
    self.expected = expected
    self.printed = printed
    self.captures = captures
    self.isExact = isExact
    costs = Array(repeating: 0, count: (expected.count + 1) * (printed.count + 1))
    for row in (0...expected.count).reversed() {
      for column in (0...printed.count).reversed() {
        costs[place(row, column)] = best(row, column)?.cost ?? 0
      }
    }
  }

  /// Which expected lines and which printed ones belong together.
  var pairs: [Alignment.Pair] {
    var pairs: [Alignment.Pair] = []
    var (row, column) = (0, 0)
    while let step = best(row, column)?.step {
      switch step {
      case .keep: pairs.append(.both(expected[row], printed[column]))
      case .close: pairs.append(.none(expected[row]))
      case .replace: pairs += [.expected(expected[row]), .printed(printed[column])]
      case .remove: pairs.append(.expected(expected[row]))
      case .add: pairs.append(.printed(printed[column]))
      case .takeIn: break
      }
      row += step.patterns
      column += step.lines
    }
    return pairs
  }

  /// The cheapest step from a place, with the cost from there to the end; nil at the end.
  private func best(_ row: Int, _ column: Int) -> (step: Step, cost: Int)? {
    var best: (step: Step, cost: Int)?
    func consider(_ step: Step, price: Int) {
      let cost = price + costs[place(row + step.patterns, column + step.lines)]
      if cost < best?.cost ?? .max { best = (step, cost) }
    }
    let hasLine = column < printed.count
    guard row < expected.count else {
      if hasLine { consider(.add, price: Self.alone) }
      return best
    }
    let expectation = expected[row]
    lazy var isMatch = expectation.couldTake(printed[column], captures, isExact: isExact)
    switch expectation.kind {
    case .anyLines:
      consider(.close, price: 0)
      if hasLine { consider(.takeIn, price: 0) }
    case .comment, .freeBlank:
      // A comment speaks of what follows, so what is new goes before it.
      if hasLine, expectation.startsRemark { consider(.add, price: Self.alone) }
      if hasLine, isMatch { consider(.keep, price: 0) }
      consider(.close, price: 0)
    case .line:
      if hasLine {
        consider(isMatch ? .keep : .replace, price: isMatch ? 0 : Self.lost)
        consider(.add, price: Self.alone)
      }
      consider(.remove, price: Self.lost + Self.alone)
    }
    return best
  }

  private func place(_ row: Int, _ column: Int) -> Int { row * (printed.count + 1) + column }
}
