import Synchronization
import Threads

/// Tells a subscriber behind everybody else, on a thread of its own: a slow disk or reader holds up
/// no session. It keeps a bounded number of events; when a subscriber is that far behind, the rest
/// is lost and it is told so.
public final class Backlog: Sendable {
  /// Most events that wait.
  public static let capacity = 100_000
  /// So many bytes of a file wait with its event.
  private static let fewBytes = 16 << 10
  /// So many events may have such files, and room that is kept for the next.
  private static let many = 2_048

  private struct State {
    var waiting: [Event] = []
    /// Room for those that come next.
    var room: [Event] = []
    var isTelling = false
    var isOver = false
    var hasThread = false
  }

  private let hear: @Sendable ([Event]) -> Bool
  private let overflow: @Sendable () -> Void
  private let state = Monitor(State())
  private let isFarBehind = Atomic(false)

  /// A backlog of a subscriber that is told several events at once; false from it ends the telling.
  ///
  /// - Parameter overflow: called once if events had to be dropped; nothing is told after that.
  public init(
    overflow: @escaping @Sendable () -> Void, hear: @escaping @Sendable ([Event]) -> Bool
  ) {
    self.hear = hear
    self.overflow = overflow
  }

  /// Takes an event up. Nobody who types waits until a key or a chain, which are small, is looked into;
  /// if many events wait already, so that they hold no memory.
  ///
  /// - Returns: how many wait now, this one included; 0 if none are told any more.
  @discardableResult public func append(_ event: Event) -> Int {
    let isFarBehind = isFarBehind.load(ordering: .relaxed)
    let event = event.holding(atMost: isFarBehind ? 0 : Self.fewBytes)
    let (count, isFull) = state.withLock { state in
      guard !state.isOver else { return (0, false) }
      guard state.waiting.count < Self.capacity else {
        state.isOver = true
        state.waiting = []
        return (0, true)
      }
      state.waiting.append(event)
      // Where the system has no thread left, the next event tries again.
      if !state.hasThread { state.hasThread = Thread.start { self.work() } }
      return (state.waiting.count, false)
    }
    if isFull { overflow() }
    if isFarBehind != (count > Self.many) {
      self.isFarBehind.store(count > Self.many, ordering: .relaxed)
    }
    return count
  }

  /// Waits until all is told, but not longer than that many milliseconds; false if some is not.
  @discardableResult public func drain(within milliseconds: Int) -> Bool {
    state.wait(within: milliseconds) { state in
      let isAtWork = state.isTelling || !state.waiting.isEmpty
      return state.hasThread && isAtWork && !state.isOver ? nil : true
    } ?? false
  }

  private func work() {
    while var events = next() {
      let goesOn = hear(events)
      events.removeAll(keepingCapacity: events.capacity <= Self.many)
      state.withLock { state in
        state.isTelling = false
        swap(&state.room, &events)
        if !goesOn {
          state.isOver = true
          state.waiting = []
        }
      }
      if !goesOn { return }
    }
  }

  /// What waits, or what comes next; nil if it is over.
  private func next() -> [Event]? {
    state.wait { state -> [Event]?? in
      if state.isOver { return .some(nil) }
      guard !state.waiting.isEmpty else { return nil }
      state.isTelling = true
      defer {
        state.waiting = state.room
        state.room = []
      }
      return state.waiting
    }
  }
}
