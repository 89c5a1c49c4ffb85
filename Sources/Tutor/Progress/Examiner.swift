import CHost
import Threads

/// Looks behind everybody else's back whether tasks are done by what happened, on one thread for all
/// worlds of the program and with the least right to the processor. However much happens, a task is
/// looked at once for all of it.
final class Examiner: Sendable {
  /// The program's.
  static let shared = Examiner()

  private struct State {
    var waiting: [Progress] = []
    /// How many of the first somebody waits for.
    var awaited = 0
    /// Whether something has happened where one waits.
    var isNeeded = false
    var hasThread = false
  }

  private let state = Monitor(State())
  /// How long it does nothing before it looks at a world for which nobody waits, in milliseconds: a
  /// class that works hard has most of the processor, and a command's events are looked at together.
  private static let rest = 5
  /// The same where nothing has happened since the program has the world: whoever starts it has the
  /// processor until long after the first prompt.
  private static let leisure = 300

  /// Has it look at what waits in an inbox.
  func take(_ progress: Progress, atLeisure: Bool = false) {
    state.withLock { state in
      if !atLeisure { state.isNeeded = true }
      if !state.waiting.contains(where: { $0 === progress }) { state.waiting.append(progress) }
      // Where the system has no thread left, the next event tries again.
      if !state.hasThread { state.hasThread = Thread.start { self.work() } }
    }
  }

  /// Has it look at this before all others, and at once: somebody waits.
  func hurry(_ progress: Progress) {
    state.withLock { state in
      if let place = state.waiting.firstIndex(where: { $0 === progress }) {
        guard place >= state.awaited else { return }
        state.waiting.remove(at: place)
      }
      state.waiting.insert(progress, at: state.awaited)
      state.awaited += 1
      if !state.hasThread { state.hasThread = Thread.start { self.work() } }
    }
  }

  /// Looks at it no more, nor keeps it.
  func drop(_ progress: Progress) {
    state.withLock { state in
      guard let place = state.waiting.firstIndex(where: { $0 === progress }) else { return }
      state.waiting.remove(at: place)
      if place < state.awaited { state.awaited -= 1 }
      if state.waiting.isEmpty { state.isNeeded = false }
    }
  }

  /// Waits until there is something to look at, and for a while if nobody waits for that.
  private func rest() {
    _ = state.wait { $0.waiting.isEmpty ? nil : true }
    _ = state.wait(within: Self.leisure) { $0.isNeeded || $0.awaited > 0 ? true : nil }
    _ = state.wait(within: Self.rest) { $0.awaited > 0 ? true : nil }
  }

  /// Looks at what waits in the next inbox, and keeps nothing of it.
  private func examineNext() {
    let progress = state.withLock { state in
      // Whoever ended it has taken it away meanwhile.
      guard !state.waiting.isEmpty else { return nil as Progress? }
      if state.awaited > 0 { state.awaited -= 1 }
      let progress = state.waiting.removeFirst()
      if state.waiting.isEmpty { state.isNeeded = false }
      return progress
    }
    progress?.examine()
  }

  private func work() {
    chost_yield_to_others(10)
    while true {
      rest()
      examineNext()
    }
  }
}

extension Progress {
  /// Looks at what happened.
  fileprivate func examine() {
    // Whoever ends it finds either this, to close it, or is seen to have.
    let inbox = inbox
    guard !isOver else { return }
    let letter = inbox.take()
    defer { inbox.finish() }
    for task in set.tasks {
      guard let cause = letter.causes[task.id], task.mustHold || !isDone(task) else { continue }
      look(at: task, after: cause)
    }
  }
}
