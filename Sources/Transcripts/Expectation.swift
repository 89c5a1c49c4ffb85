/// A line of a transcript between two that are typed, and what it expects.
struct Expectation {
  /// What may come where the line stands.
  enum Kind {
    /// One line like this.
    case line(LinePattern)
    /// Any number of lines.
    case anyLines
    /// Nothing: a comment.
    case comment
    /// Nothing or an empty line: an empty line beside a comment belongs to whom it pleases.
    case freeBlank
  }

  let line: Line
  let kind: Kind
  /// Whether a run of comments and empty lines begins here. Nothing is ever put between them.
  let startsRemark: Bool

  /// What `lines` expect; the names that they capture are declared in `captures`.
  static func all(
    of lines: ArraySlice<Line>, _ captures: inout Captures, isExact: Bool
  ) -> [Expectation] {
    var expectations: [Expectation] = []
    var rest = lines
    while let line = rest.first {
      let remark = rest.remark
      for (index, line) in remark.enumerated() {
        let kind = line.isComment ? Kind.comment : .freeBlank
        expectations.append(Expectation(line: line, kind: kind, startsRemark: index == 0))
      }
      rest = rest.dropFirst(remark.count)
      if !remark.isEmpty { continue }
      let pattern = LinePattern(line.text, isExact: isExact, names: captures.names)
      for name in pattern.captured { captures.declare(name) }
      let kind = pattern.isAnyLines ? Kind.anyLines : .line(pattern)
      expectations.append(Expectation(line: line, kind: kind, startsRemark: false))
      rest = rest.dropFirst()
    }
    return expectations
  }

  /// Whether one line like `printed` may come here. What is not captured yet may be anything.
  func couldTake(_ printed: ArraySlice<UInt8>, _ captures: Captures, isExact: Bool) -> Bool {
    switch kind {
    case .line(let pattern): pattern.couldMatch(printed, captures)
    case .freeBlank: printed.compared(exactly: isExact).isEmpty
    case .anyLines, .comment: false
    }
  }

  /// Whether the line `printed` may come here; then `captures` has what it captures.
  func takes(_ printed: ArraySlice<UInt8>, _ captures: inout Captures, isExact: Bool) -> Bool {
    switch kind {
    case .line(let pattern): pattern.takes(printed, &captures)
    case .freeBlank: printed.compared(exactly: isExact).isEmpty
    case .anyLines: true
    case .comment: false
    }
  }
}

extension ArraySlice<Line> {
  /// The comments and empty lines at the start; none if there is no comment among them.
  var remark: ArraySlice<Line> {
    let run = prefix { $0.isComment || $0.text.isBlank }
    return run.contains { $0.isComment } ? run : []
  }

  /// Whether there is nothing, or nothing but comments and empty lines beside them.
  var isRemark: Bool { remark.count == count }
}
