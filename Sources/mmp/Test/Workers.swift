import Threads

/// Threads that share out numbered pieces of work; the results come in the order of the numbers.
final class Workers<Result: Sendable>: Sendable {
  private struct State {
    var next = 0
    var results: [Int: Result] = [:]
  }

  private let state = Monitor(State())
  private let count: Int
  private let work: @Sendable (Int) -> Result

  /// As much stack as the first thread has.
  private static var stackSize: Int { 8 << 20 }

  /// Does `work` for each number below `count` on that many threads, and hands each result to
  /// `finish`, on the calling thread, as soon as those before it have been handed over.
  static func run(
    _ count: Int, threads: Int, work: @escaping @Sendable (Int) -> Result,
    finish: (Int, Result) -> Void
  ) {
    let workers = Workers(count, work)
    let started = (0..<min(threads, count)).compactMap { _ in
      Thread(stackSize: stackSize) { workers.workOn() }
    }
    // A system without threads has this one.
    if started.isEmpty { workers.workOn() }
    for number in 0..<count { finish(number, workers.result(number)) }
    for thread in started { thread.join() }
  }

  private init(_ count: Int, _ work: @escaping @Sendable (Int) -> Result) {
    self.count = count
    self.work = work
  }

  private func workOn() {
    while let number = take() {
      let result = work(number)
      state.withLock { $0.results[number] = result }
    }
  }

  private func take() -> Int? {
    state.withLock { state in
      guard state.next < count else { return nil }
      defer { state.next += 1 }
      return state.next
    }
  }

  private func result(_ number: Int) -> Result {
    state.wait { $0.results.removeValue(forKey: number) }
  }
}
