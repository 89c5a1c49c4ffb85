extension Alignment {
  /// The largest table of pairs that is worth filling.
  private static let largestTable = 1 << 20
  /// The most bytes that are worth looking at to fill it.
  private static let mostBytes = 1 << 26

  /// Sets aside what is the same at both ends and looks closer at what is between.
  func pairs(
    _ expected: [Expectation], _ printed: ArraySlice<ArraySlice<UInt8>>, _ captures: Captures
  ) -> [Pair] {
    let isSame = { (expectation: Expectation, line: ArraySlice<UInt8>) in
      guard case .line(let pattern) = expectation.kind else { return false }
      return pattern.couldMatch(line, captures)
    }
    let head = zip(expected, printed).prefix { isSame($0, $1) }.count
    let tail = zip(expected.dropFirst(head).reversed(), printed.dropFirst(head).reversed())
      .prefix { isSame($0, $1) }.count
    let lines = Array(expected[head..<(expected.count - tail)])
    let rest = Array(printed.dropFirst(head).dropLast(tail))
    let middle =
      if lines.count * rest.count > Self.largestTable || bytes(lines, rest) > Self.mostBytes {
        lines.map(\.alone) + rest.map(Pair.printed)
      } else {
        AlignmentTable(lines, rest, captures, isExact: isExact).pairs
      }
    return zip(expected, printed).prefix(head).map(Pair.both) + middle
      + zip(expected.suffix(tail), printed.suffix(tail)).map(Pair.both)
  }

  /// How many bytes it takes to compare all of `lines` with all that was printed.
  private func bytes(_ lines: [Expectation], _ printed: [ArraySlice<UInt8>]) -> Int {
    lines.count * printed.reduce(0) { $0 + $1.count }
      + printed.count * lines.reduce(0) { $0 + $1.line.text.count }
  }
}

extension Expectation {
  /// The line without a partner.
  fileprivate var alone: Alignment.Pair {
    switch kind {
    case .comment, .freeBlank: .none(self)
    case .line, .anyLines: .expected(self)
    }
  }
}
