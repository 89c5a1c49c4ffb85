import CHost
import Glibc
public import PKI
import Synchronization
import Threads

/// Searches keys, and does whatever else takes long, on threads of its own, as many at once as there
/// are processors and with a lower priority than sessions have, so that a class that makes its keys
/// at the same time leaves every prompt alive. Where many wait, pods have their turns, and in a pod
/// its visits. What takes seconds is not cut short for that: a pod of which nothing is under way, or
/// no key, gets one more worker after a short wait, for a key in the second case.
public final class KeyWorkers: KeySource {
  private struct State {
    var waiting = TurnQueue<any Job>()
    var running = 0
    /// How many keys are searched for each pod.
    var keys: [ObjectIdentifier?: Int] = [:]
  }

  private let state = Mutex(State())
  private let source: any KeySource
  private let limit = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  /// Behind sessions; not the lowest, so that the machine's own background work comes after.
  private static let niceness: Int32 = 10

  /// How often the one who waits may change his mind, in milliseconds.
  private static let patience = 20

  /// How often he does, until his pod gets a worker of its own: as long as a key takes.
  private static let longestWait = 12

  /// How many workers there may be beyond the processors. Each may hold some 60 MB of a decoded file.
  private static let mostExtra = 8

  /// Workers that get their keys from `source`.
  public init(_ source: any KeySource = OpenSSLKeySource()) { self.source = source }

  /// Has a key made for nobody in particular, who has turns like a pod.
  public func rsaKey(
    bits: Int, progress: (PrimeSearchEvent) -> Bool
  ) throws(OpenSSLError) -> PrivateKey? {
    try rsaKey(bits: bits, for: nil, progress: progress)
  }

  /// The same workers, which do all that is asked of them there in somebody's turn.
  public func serving(_ asker: Asker) -> any KeySource { KeyTurns(workers: self, asker: asker) }

  /// Has a key made; `progress` is called on this thread, also while nothing has happened.
  fileprivate func rsaKey(
    bits: Int, for asker: Asker?, progress: (PrimeSearchEvent) -> Bool
  ) throws(OpenSSLError) -> PrivateKey? {
    let job = KeyJob(bits: bits, from: source)
    // Without another thread the caller's own has to do.
    guard submit(job, for: asker) else { return try source.rsaKey(bits: bits, progress: progress) }
    var waits = 0
    while true {
      let (events, result) = job.news(within: Self.patience)
      if events.isEmpty && result == nil {
        relieve(asker, after: &waits, isForKey: true)
      }
      for event in events.isEmpty && result == nil ? [.waiting] : events where !progress(event) {
        job.abandon()
        return nil
      }
      if let result { return try result.get() }
    }
  }

  /// Has work done for nobody in particular, who has turns like a pod.
  public func carryOut<Outcome: Sendable>(
    _ work: @escaping @Sendable (_ isWanted: () -> Bool) -> Outcome?, while isWanted: () -> Bool
  ) -> Outcome? {
    carryOut(work, for: nil, while: isWanted)
  }

  /// Has work done; `isWanted` is asked on this thread, also while the work waits for its turn.
  fileprivate func carryOut<Outcome: Sendable>(
    _ work: @escaping @Sendable (_ isWanted: () -> Bool) -> Outcome?, for asker: Asker?,
    while isWanted: () -> Bool
  ) -> Outcome? {
    let job = WorkJob(work)
    guard submit(job, for: asker) else { return work(isWanted) }
    var waits = 0
    while true {
      if let outcome = job.outcome(within: Self.patience) { return outcome }
      relieve(asker, after: &waits, isForKey: false)
      guard isWanted() else {
        job.abandon()
        return nil
      }
    }
  }

  /// Has a job done, now or later; false if the system has no thread for it.
  private func submit(_ job: any Job, for asker: Asker?) -> Bool {
    state.withLock { state in
      guard state.running < limit else {
        state.waiting.append(job, for: asker)
        return true
      }
      guard start(with: job, of: asker?.group) else { return false }
      state.running += 1
      state.waiting.begin(for: asker)
      return true
    }
  }

  /// Starts a worker; false if the system has no thread for it. Under the lock: nobody is to wait for
  /// one that there will not be.
  private func start(with job: any Job, of group: ObjectIdentifier?) -> Bool {
    Thread.start {
      chost_yield_to_others(Self.niceness)
      self.work(from: job, of: group)
    }
  }

  /// Counts a vain wait, and after enough of them starts a worker for the asker's pod if none is at
  /// work for it, or none at a key.
  private func relieve(_ asker: Asker?, after waits: inout Int, isForKey: Bool) {
    waits += 1
    guard let asker, waits % Self.longestWait == 0 else { return }
    state.withLock { state in
      guard state.running < limit + Self.mostExtra else { return }
      state.waiting.removeAll(where: \.isAbandoned)
      guard isForKey ? state.keys[asker.group] == nil : state.waiting.isIdle(asker.group),
        let job = state.waiting.takeFirst(of: asker.group, where: { !isForKey || $0 is KeyJob })
      else { return }
      if start(with: job, of: asker.group) {
        state.running += 1
      } else {
        state.waiting.finish(of: asker.group)
        state.waiting.append(job, for: asker)
      }
    }
  }

  /// Does a job, then those that wait. The thread ends with them: an idle gateway has no workers.
  private func work(from first: any Job, of group: ObjectIdentifier?) {
    var next: (element: any Job, group: ObjectIdentifier?)? = (first, group)
    while let (job, group) = next {
      let isKey = job is KeyJob
      if isKey { state.withLock { $0.keys[group, default: 0] += 1 } }
      job.run()
      next = state.withLock { state in
        if isKey, let count = state.keys[group] { state.keys[group] = count > 1 ? count - 1 : nil }
        state.waiting.finish(of: group)
        state.waiting.removeAll(where: \.isAbandoned)
        // Those beyond the processors were for one job each.
        let next = state.running > limit ? nil : state.waiting.takeNext()
        if next == nil { state.running -= 1 }
        return next
      }
    }
  }
}

/// The workers as somebody has them whose turn it is now and then.
private struct KeyTurns: KeySource {
  let workers: KeyWorkers
  let asker: Asker

  func rsaKey(
    bits: Int, progress: (PrimeSearchEvent) -> Bool
  ) throws(OpenSSLError) -> PrivateKey? {
    try workers.rsaKey(bits: bits, for: asker, progress: progress)
  }

  func carryOut<Outcome: Sendable>(
    _ work: @escaping @Sendable (_ isWanted: () -> Bool) -> Outcome?, while isWanted: () -> Bool
  ) -> Outcome? {
    workers.carryOut(work, for: asker, while: isWanted)
  }
}
