/// Pairs the lines that one typed line should have printed with those that it printed.
///
/// It works a step at a time, so a difference in one step never shifts another; what a step
/// captures is known in the next.
struct Alignment {
  /// An expected line or a printed one, or two that belong together.
  enum Pair {
    case both(Expectation, ArraySlice<UInt8>)
    /// A line to which nothing printed belongs: a comment, or a `[...]`.
    case none(Expectation)
    case expected(Expectation)
    case printed(ArraySlice<UInt8>)
  }

  let isExact: Bool
  private let hasCaptures: Bool
  /// What was captured so far.
  private(set) var captures = Captures()
  /// What the author should know about the expected lines.
  private(set) var notes: [Note] = []

  /// The alignment of a transcript that is about to be replayed.
  init(for transcript: Transcript) {
    isExact = transcript.header.isExact
    hasCaptures = transcript.hasCaptures
  }

  /// What became of a line that was typed, or of a prompt at which nothing was; `shown` is what
  /// stands there, if anything does.
  func edits(typed line: Line, shown: ArraySlice<UInt8>?) -> [Edit] {
    guard let shown else { return [.remove(line)] }
    return isSame(line, shown) ? [.keep(line)] : [.remove(line), .add(shown, written: shown)]
  }

  /// Whether a line that looks like a prompt is among what was `printed`.
  func has(_ line: ArraySlice<UInt8>, in printed: [ArraySlice<UInt8>]) -> Bool {
    let pattern = LinePattern(line, isExact: isExact, names: captures.names)
    return printed.contains { pattern.couldMatch($0, captures) }
  }

  /// What became of each line; all are kept if the output is as expected.
  mutating func edits(
    expected: ArraySlice<Line>, actual: ArraySlice<ArraySlice<UInt8>>
  ) -> [Edit] {
    // Most steps: no pattern is needed.
    if !hasCaptures, expected.count == actual.count, zip(expected, actual).allSatisfy(isSame) {
      return expected.map(Edit.keep)
    }
    let before = captures
    let expectations = Expectation.all(of: expected, &captures, isExact: isExact)
    note(expectations, actual)
    if let found = match(expectations, actual, before) {
      captures.adopt(found)
      return expected.map(Edit.keep)
    }
    return differences(expectations, actual, before)
  }

  private func isSame(_ line: Line, _ printed: ArraySlice<UInt8>) -> Bool {
    line.text.compared(exactly: isExact) == printed.compared(exactly: isExact)
  }

  private func match(
    _ expected: [Expectation], _ printed: ArraySlice<ArraySlice<UInt8>>, _ captures: Captures
  ) -> Captures? {
    OutputMatch.captures(expected, printed, captures, isExact: isExact)
  }

  /// The edits where something differs; `before` is what was captured above.
  private mutating func differences(
    _ expected: [Expectation], _ printed: ArraySlice<ArraySlice<UInt8>>, _ before: Captures
  ) -> [Edit] {
    var result: (edits: [Edit], left: [Expectation]) = ([], [])
    for pair in pairs(expected, printed, before) { settle(pair, &result) }
    guard hasCaptures else { return result.edits }
    // A name may have got another value than the first line that fits would give it. What is kept
    // must pass when it is replayed, or else nothing is.
    if let found = match(result.left, printed, before) {
      captures.adopt(found)
    } else {
      captures.adopt(before)
      result = ([], [])
      for line in printed { settle(.printed(line), &result) }
      for expectation in expected {
        let isComment = if case .comment = expectation.kind { true } else { false }
        settle(isComment ? .none(expectation) : .expected(expectation), &result)
      }
    }
    return result.edits
  }

  /// Writes down what became of a pair, and what is left of the expectation.
  private mutating func settle(_ pair: Pair, _ result: inout (edits: [Edit], left: [Expectation])) {
    switch pair {
    case .both(let expectation, let printed):
      guard expectation.takes(printed, &captures, isExact: isExact) else {
        // It fits only where a name has another value.
        settle(.expected(expectation), &result)
        return settle(.printed(printed), &result)
      }
      fallthrough
    case .none(let expectation):
      result.edits.append(.keep(expectation.line))
      result.left.append(expectation)
    case .expected(let expectation):
      result.edits.append(.remove(expectation.line))
    case .printed(let printed):
      let written = captures.writing(printed)
      result.edits.append(.add(printed, written: written))
      guard hasCaptures else { return }
      let line = Line(number: 0, text: written, ending: .lf)
      let pattern = LinePattern(written, isExact: isExact, names: captures.names)
      result.left.append(
        Expectation(
          line: line, kind: pattern.isAnyLines ? .anyLines : .line(pattern), startsRemark: false))
    }
  }

  /// Notes what looks like a wildcard, is none, and was not printed either.
  private mutating func note(
    _ expected: [Expectation], _ printed: ArraySlice<ArraySlice<UInt8>>
  ) {
    for expectation in expected {
      guard case .line = expectation.kind,
        let text = NearWildcard.find(in: expectation.line.text),
        !printed.contains(where: { isSame(expectation.line, $0) })
      else { continue }
      notes.append(Note(line: expectation.line.number, text: NearWildcard.remark(on: text)))
    }
  }
}
