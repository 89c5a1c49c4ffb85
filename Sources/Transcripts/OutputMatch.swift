/// Whether an output is as expected, found in one pass over it.
///
/// It follows all the places of the expectation at which the output may have arrived, the one that
/// left each `[...]` soonest first. Once the next `[...]` is reached, no place before it matters: the
/// time grows with the output and the longest run of lines between two `[...]`. What is captured
/// therefore comes from the first line that fits.
struct OutputMatch {
  /// A place in the expectation, and what was captured on the way.
  private struct Path {
    let place: Int
    let captures: Captures
  }

  private let expected: [Expectation]
  private let isExact: Bool
  private var paths: [Path] = []
  /// The step at which each place was last reached.
  private var reached: [Int]
  private var step = 0
  /// The last `[...]` reached.
  private var floor = 0

  /// What is captured after all of `printed` has come; nil if it is not as expected.
  static func captures(
    _ expected: [Expectation], _ printed: ArraySlice<ArraySlice<UInt8>>, _ captures: Captures,
    isExact: Bool
  ) -> Captures? {
    var match = OutputMatch(expected, isExact: isExact)
    match.reach(0, captures)
    for line in printed {
      match.advance(over: line)
      if match.paths.isEmpty { return nil }
    }
    return match.paths.first { $0.place == expected.count }?.captures
  }

  private init(_ expected: [Expectation], isExact: Bool) {
    self.expected = expected
    self.isExact = isExact
    reached = Array(repeating: -1, count: expected.count + 1)
  }

  /// Follows all paths over the next line.
  private mutating func advance(over line: ArraySlice<UInt8>) {
    let before = paths
    paths.removeAll(keepingCapacity: true)
    step += 1
    for path in before where path.place >= floor && path.place < expected.count {
      var captures = path.captures
      let expectation = expected[path.place]
      guard expectation.takes(line, &captures, isExact: isExact) else { continue }
      if case .anyLines = expectation.kind {
        reach(path.place, captures)
      } else {
        reach(path.place + 1, captures)
      }
    }
  }

  /// Notes a place, and those that are reached from it without any line.
  private mutating func reach(_ start: Int, _ captures: Captures) {
    var gap: Int?
    for place in start...expected.count where place >= floor {
      guard reached[place] != step else { break }
      reached[place] = step
      guard place < expected.count else {
        paths.append(Path(place: place, captures: captures))
        break
      }
      switch expected[place].kind {
      case .comment: continue
      case .anyLines:
        (gap, floor) = (place, place)
        continue
      case .freeBlank:
        paths.append(Path(place: place, captures: captures))
        continue
      case .line: paths.append(Path(place: place, captures: captures))
      }
      break
    }
    // To stay in a `[...]` comes last.
    if let gap { paths.append(Path(place: gap, captures: captures)) }
  }
}
