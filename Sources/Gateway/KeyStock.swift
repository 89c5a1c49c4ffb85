import CHost
public import PKI
import Synchronization
import Threads

/// Keys that are searched while nobody waits for anything, so that a class that asks for its keys in
/// the same second has them at once. Each is given to one asker, with the progress of its search, and
/// pods have shares. Where there is none to give, and for all else, ``KeyWorkers`` are asked.
///
/// They are in memory alone; what nobody is given is wiped when it goes, as OpenSSL does with all keys.
public final class KeyStock: KeySource {
  private struct State {
    var shelf: KeyShelf<StockedKey>
    var makers = 0
  }

  private let state: Mutex<State>
  private let workers: KeyWorkers
  private let source: any KeySource
  private let bits: Int
  private let mostMakers: Int
  private let clock: StockClock

  /// How many keys there are for each processor, unless somebody wants more or fewer.
  public static let usual = 12

  /// Behind all others.
  private static let niceness: Int32 = 19

  /// A stock that is empty until ``fill()``.
  ///
  /// - Parameters:
  ///   - count: how many keys to keep for each processor; none with 0.
  ///   - bits: the size of the keys; others are searched.
  ///   - pods: how many may ask for them.
  ///   - workers: who makes all else, and whom it stands behind.
  public convenience init(
    perProcessor count: Int = KeyStock.usual, bits: Int, pods: Int,
    behind workers: KeyWorkers = KeyWorkers()
  ) {
    self.init(
      size: count * KeyWorkers.processors, bits: bits, pods: pods, behind: workers,
      makers: KeyWorkers.processors)
  }

  /// The same with `size` keys in all, which come from `source` and at most so many `makers` at a
  /// time.
  init(
    size: Int, bits: Int, pods: Int, behind workers: KeyWorkers, makers: Int,
    source: any KeySource = OpenSSLKeySource(), clock: StockClock = .host
  ) {
    state = Mutex(State(shelf: KeyShelf(size: size, groups: pods)))
    self.workers = workers
    self.source = source
    self.bits = bits
    mostMakers = makers
    self.clock = clock
  }

  /// How many keys are ready.
  var count: Int { state.withLock { $0.shelf.count } }

  /// A key for nobody in particular, who has no share.
  public func rsaKey(
    bits: Int, progress: (PrimeSearchEvent) -> Bool
  ) throws(OpenSSLError) -> PrivateKey? {
    try workers.rsaKey(bits: bits, progress: progress)
  }

  /// Has work done by the workers.
  public func carryOut<Outcome: Sendable>(
    _ work: @escaping @Sendable (_ isWanted: () -> Bool) -> Outcome?, while isWanted: () -> Bool
  ) -> Outcome? {
    workers.carryOut(work, while: isWanted)
  }

  /// The stock, and the workers behind it, as somebody has their share of them.
  public func serving(_ asker: Asker) -> any KeySource {
    StockShare(stock: self, asker: asker, workers: workers.serving(asker))
  }

  /// A key for somebody; nil if they have to have one searched.
  fileprivate func take(bits: Int, for asker: Asker) -> StockedKey? {
    guard bits == self.bits else { return nil }
    guard let key = state.withLock({ $0.shelf.take(for: asker.group) }) else { return nil }
    fill()
    return key
  }

  /// Gives a key with the progress of its search; nil if `progress` gave up, and then nobody has it.
  fileprivate func give(_ key: StockedKey, progress: (PrimeSearchEvent) -> Bool) -> PrivateKey? {
    key.course.replay(within: Self.longestSearch, by: clock, progress: progress) ? key.key : nil
  }

  /// How long whoever is given a key looks at its dots at most, in microseconds.
  private static let longestSearch = 500_000

  /// Begins to make what is missing, on threads that end with that: an idle gateway has no makers.
  public func fill() {
    let missing = state.withLock { state in
      let missing = max(0, min(state.shelf.shortage, mostMakers - state.makers))
      state.makers += missing
      return missing
    }
    for _ in 0..<missing {
      let isStarted = Thread.start {
        chost_yield_to_others(Self.niceness)
        while self.makeOne() {}
        if self.dismiss() == 0 { chost_trim_memory() }
      }
      if !isStarted { _ = dismiss() }
    }
  }

  /// A maker has gone; how many are left.
  private func dismiss() -> Int {
    state.withLock { state in
      state.makers -= 1
      return state.makers
    }
  }

  /// Makes one key on this thread, standing still while anybody else's work is done; false if none is
  /// missing, or none can be made.
  func makeOne() -> Bool {
    guard state.withLock({ $0.shelf.begin() }) else { return false }
    workers.waitUntilIdle()
    var course = SearchCourse()
    let begin = clock.computed()
    let key = try? source.rsaKey(bits: bits) { event in
      course.note(event, at: clock.computed() - begin)
      workers.waitUntilIdle()
      return true
    }
    let stocked = key.map { StockedKey(key: $0, course: course.compact) }
    state.withLock { $0.shelf.finish(stocked) }
    return stocked != nil
  }
}

/// A key that nobody has been given, and how it was found.
private struct StockedKey: Sendable {
  let key: PrivateKey
  let course: SearchCourse
}

/// The stock as somebody has it who has a share.
private struct StockShare: KeySource {
  let stock: KeyStock
  let asker: Asker
  let workers: any KeySource

  func rsaKey(
    bits: Int, progress: (PrimeSearchEvent) -> Bool
  ) throws(OpenSSLError) -> PrivateKey? {
    guard let key = stock.take(bits: bits, for: asker) else {
      return try workers.rsaKey(bits: bits, progress: progress)
    }
    return stock.give(key, progress: progress)
  }

  func carryOut<Outcome: Sendable>(
    _ work: @escaping @Sendable (_ isWanted: () -> Bool) -> Outcome?, while isWanted: () -> Bool
  ) -> Outcome? {
    workers.carryOut(work, while: isWanted)
  }
}
