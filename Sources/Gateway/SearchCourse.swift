import PKI

/// What happened while a key was searched, and when: what its dots are drawn from.
struct SearchCourse: Sendable {
  /// Microseconds since the search began, and whether a prime was found then; two thousand of these
  /// are usual.
  private var moments: [UInt32] = []

  /// The longest time that is told apart: half an hour.
  private static let longest = Int(UInt32.max >> 1)

  /// Nothing has happened.
  init() {}

  /// Notes what has happened so many microseconds after the beginning. That somebody waited is
  /// nothing of the search's.
  mutating func note(_ event: PrimeSearchEvent, at time: Int) {
    let time = UInt32(min(max(time, 0), Self.longest))
    switch event {
    case .candidate: moments.append(time << 1)
    case .found: moments.append(time << 1 | 1)
    case .waiting: break
    }
  }

  /// The same in no more memory than it needs.
  var compact: SearchCourse {
    var course = SearchCourse()
    course.moments = moments.withUnsafeBufferPointer(Array.init)
    return course
  }

  /// How long it took, in microseconds.
  private var duration: Int { Int((moments.last ?? 0) >> 1) }

  /// Has it happen once more, at the pace it had, but in no more than `limit` microseconds.
  ///
  /// - Parameter progress: told each event, and ``PrimeSearchEvent/waiting`` between them; false
  ///   gives up.
  /// - Returns: whether it came to its end.
  func replay(
    within limit: Int, by clock: StockClock, progress: (PrimeSearchEvent) -> Bool
  ) -> Bool {
    let begin = clock.now()
    let (duration, span) = (max(1, duration), min(max(1, duration), limit))
    var rest = moments[...]
    while true {
      let elapsed = clock.now() - begin
      var isQuiet = true
      while let next = rest.first, Int(next >> 1) * span / duration <= elapsed {
        guard progress(next & 1 == 1 ? .found : .candidate) else { return false }
        rest.removeFirst()
        isQuiet = false
      }
      guard let next = rest.first else { return true }
      guard !isQuiet || progress(.waiting) else { return false }
      // Not for each event: a class that replays a thousand each would do nothing but wake up.
      let due = Int(next >> 1) * span / duration
      clock.sleep(min(max(due - elapsed, Self.step), Self.patience))
    }
  }

  /// How often at most it looks for what is due, and at least whether anybody still waits, in
  /// microseconds.
  private static let (step, patience) = (10_000, 20_000)
}
