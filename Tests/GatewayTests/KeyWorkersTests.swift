import Foundation
import PKI
import Synchronization
import Testing

@testable import Gateway

@Suite("Key workers")
struct KeyWorkersTests {
  @Test("a key comes with the progress of its search")
  func progress() throws {
    var events: [PrimeSearchEvent] = []
    let key = try KeyWorkers().rsaKey(bits: 512) { event in
      events.append(event)
      return true
    }
    #expect(key != nil)
    #expect(events.count { $0 == .found } == 2)
  }

  @Test("whoever waits may give up, before the search begins too")
  func abandoning() throws {
    let workers = KeyWorkers(Endless())
    for _ in 0..<8 {
      let key = try workers.rsaKey(bits: 512) { _ in false }
      #expect(key == nil)
    }
  }

  @Test("a failure reaches the one who waits")
  func failure() {
    #expect(throws: OpenSSLError.self) {
      try KeyWorkers().rsaKey(bits: 7) { _ in true }
    }
  }

  @Test("other work is done there too, and what comes of it is handed over")
  func otherWork() {
    #expect(KeyWorkers().carryOut({ _ in 42 }, while: { true }) == 42)
    #expect(KeyWorkers().carryOut({ _ -> Int? in nil }, while: { true }) == nil)
  }

  @Test("work ends that nobody waits for")
  func abandonedWork() {
    let end = Mutex(false)
    let outcome = KeyWorkers().carryOut(
      { isWanted -> Int? in
        while isWanted() { usleep(1000) }
        end.withLock { $0 = true }
        return 42
      }, while: { false })
    #expect(outcome == nil)
    while !end.withLock({ $0 }) { usleep(1000) }
  }

  @Test("many keys of one pod do not hold up another's")
  func pods() {
    let source = Gated()
    let workers = KeyWorkers(source)
    let limit = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    let (greedy, other) = (Marker(), Marker())
    let (waiting, done) = (Counter(), Counter())
    func ask(_ pod: Marker, _ member: Int, bits: Int) {
      let asker = Asker(of: ObjectIdentifier(pod), member: member)
      Foundation.Thread.detachNewThread {
        var isWaiting = false
        _ = try? workers.serving(asker).rsaKey(bits: bits) { _ in
          if !isWaiting { waiting.add() }
          isWaiting = true
          return true
        }
        done.add()
      }
    }
    for member in 0..<limit * 8 { ask(greedy, member, bits: 512) }
    while waiting.count < limit * 8 { usleep(1000) }
    ask(other, 0, bits: 1024)
    while waiting.count < limit * 8 + 1 { usleep(1000) }
    // Those under way end; as many begin.
    source.open(for: limit)
    while source.begun.count < limit * 2 { usleep(1000) }
    #expect(source.begun.contains(1024))
    source.open(for: limit * 8)
    while done.count < limit * 8 + 1 { usleep(1000) }
  }

  @Test(
    "work that does not end does not hold up another pod's, nor the same pod's keys",
    arguments: [true, false])
  func longWork(isOfAnotherPod: Bool) throws {
    let workers = KeyWorkers()
    let limit = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    let greedy = Marker()
    let other = isOfAnotherPod ? Marker() : greedy
    let (begun, ended, isOver) = (Counter(), Counter(), Counter())
    for member in 0..<limit * 4 {
      Foundation.Thread.detachNewThread {
        _ = workers.serving(Asker(of: ObjectIdentifier(greedy), member: member)).carryOut(
          { _ -> Int? in
            begun.add()
            while isOver.count == 0 { usleep(1000) }
            return 42
          }, while: { true })
        ended.add()
      }
    }
    while begun.count < limit { usleep(1000) }
    let keys = workers.serving(Asker(of: ObjectIdentifier(other), member: -1))
    for _ in 0..<2 { _ = try keys.rsaKey(bits: 512) { _ in true } }
    if isOfAnotherPod { #expect(keys.carryOut({ _ in 42 }, while: { true }) == 42) }
    #expect(begun.count == limit)
    isOver.add()
    while ended.count < limit * 4 { usleep(1000) }
  }

  @Test("no more are searched at once than there are processors")
  func limit() async {
    let source = Counting()
    let workers = KeyWorkers(source)
    await withTaskGroup { group in
      for _ in 0..<32 {
        group.addTask { _ = try? workers.rsaKey(bits: 512) { _ in true } }
      }
    }
    #expect(source.most <= max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    #expect(source.count == 32)
  }
}

/// Never finds anything.
private struct Endless: KeySource {
  func rsaKey(
    bits: Int, progress: (PrimeSearchEvent) -> Bool
  ) throws(OpenSSLError) -> PrivateKey? {
    while progress(.candidate) { usleep(1000) }
    return nil
  }
}

/// Counts what is done on several threads.
private final class Counter: Sendable {
  private let state = Mutex(0)

  var count: Int { state.withLock { $0 } }

  func add() { state.withLock { $0 += 1 } }
}

/// Stands for a pod.
private final class Marker: Sendable {}

/// Lets its keys be done when it is told to.
private final class Gated: KeySource {
  private let state = Mutex((begun: [Int](), permits: 0))

  /// The sizes of those that have begun, in their order.
  var begun: [Int] { state.withLock { $0.begun } }

  /// Lets so many more end.
  func open(for count: Int) { state.withLock { $0.permits += count } }

  func rsaKey(
    bits: Int, progress: (PrimeSearchEvent) -> Bool
  ) throws(OpenSSLError) -> PrivateKey? {
    state.withLock { $0.begun.append(bits) }
    while !mayEnd() { usleep(1000) }
    return nil
  }

  private func mayEnd() -> Bool {
    state.withLock { state in
      guard state.permits > 0 else { return false }
      state.permits -= 1
      return true
    }
  }
}

/// Counts how many search at a time.
private final class Counting: KeySource {
  private let state = Mutex((now: 0, most: 0, count: 0))

  var most: Int { state.withLock { $0.most } }
  var count: Int { state.withLock { $0.count } }

  func rsaKey(
    bits: Int, progress: (PrimeSearchEvent) -> Bool
  ) throws(OpenSSLError) -> PrivateKey? {
    state.withLock {
      $0.now += 1
      $0.count += 1
      $0.most = max($0.most, $0.now)
    }
    usleep(2000)
    state.withLock { $0.now -= 1 }
    return nil
  }
}
