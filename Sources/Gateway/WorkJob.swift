import Threads

/// Work of any kind that one thread does and another waits for.
final class WorkJob<Outcome: Sendable>: Job {
  private struct State {
    var isDone = false
    var outcome: Outcome?
    var isAbandoned = false
  }

  private let work: @Sendable (() -> Bool) -> Outcome?
  private let state = Monitor(State())

  init(_ work: @escaping @Sendable (() -> Bool) -> Outcome?) { self.work = work }

  var isAbandoned: Bool { state.withLock { $0.isAbandoned } }

  /// Gives up; the work ends where it next asks.
  func abandon() { state.withLock { $0.isAbandoned = true } }

  func run() {
    let outcome = isAbandoned ? nil : work { !isAbandoned }
    state.withLock { state in
      state.isDone = true
      // Nobody fetches what nobody wants.
      state.outcome = state.isAbandoned ? nil : outcome
    }
  }

  /// What came of it; nil, as the whole, if it is not done within that many milliseconds.
  func outcome(within milliseconds: Int) -> Outcome?? {
    state.wait(within: milliseconds) { $0.isDone ? .some($0.outcome) : nil }
  }
}
