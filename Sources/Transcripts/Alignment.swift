/// Pairs the lines that one typed line should have printed with those that it printed.
///
/// It works a step at a time, so a difference in one step never shifts another.
enum Alignment {
  /// The largest table of pairs that is worth filling.
  private static let largestTable = 1 << 20
  /// The most bytes that are worth looking at to fill it.
  private static let mostBytes = 1 << 26

  /// What became of each line; all are kept if the output is as expected.
  static func edits(
    expected: ArraySlice<Line>, actual: ArraySlice<ArraySlice<UInt8>>
  ) -> [Edit] {
    let isEqual = { (line: Line, text: ArraySlice<UInt8>) in
      line.text.trimmingEnd == text.trimmingEnd
    }
    // Most steps: no pattern is needed.
    if expected.count == actual.count, zip(expected, actual).allSatisfy(isEqual) {
      return expected.map(Edit.keep)
    }
    let patterns = expected.map { LinePattern($0.text) }
    let pieces = Wildcard.pieces(of: patterns[...]) { $0.first?.isAnyLines == true }
    if Wildcard.matches(pieces, actual, by: { $0.matches($1) }) { return expected.map(Edit.keep) }
    return differences(Array(expected), patterns, actual)
  }

  /// Sets aside what is the same at both ends and looks closer at what is between.
  private static func differences(
    _ expected: [Line], _ patterns: [LinePattern], _ actual: ArraySlice<ArraySlice<UInt8>>
  ) -> [Edit] {
    let isSame = { (pattern: LinePattern, line: ArraySlice<UInt8>) in
      !pattern.isAnyLines && pattern.matches(line)
    }
    let head = zip(patterns, actual).prefix { isSame($0, $1) }.count
    let tail = zip(patterns.dropFirst(head).reversed(), actual.dropFirst(head).reversed())
      .prefix { isSame($0, $1) }.count
    let lines = expected[head..<(expected.count - tail)]
    let printed = Array(actual.dropFirst(head).dropLast(tail))
    let middle =
      if lines.count * printed.count > largestTable || bytes(lines, printed) > mostBytes {
        lines.map(Edit.remove) + printed.map(Edit.add)
      } else {
        AlignmentTable(Array(patterns[lines.indices]), printed).edits(of: Array(lines))
      }
    return expected.prefix(head).map(Edit.keep) + middle + expected.suffix(tail).map(Edit.keep)
  }

  /// How many bytes it takes to compare all of `lines` with all that was printed.
  private static func bytes(_ lines: ArraySlice<Line>, _ printed: [ArraySlice<UInt8>]) -> Int {
    lines.count * printed.reduce(0) { $0 + $1.count }
      + printed.count * lines.reduce(0) { $0 + $1.text.count }
  }
}
