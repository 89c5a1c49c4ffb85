import Foundation
import PKI
import Synchronization
import Testing

@testable import Gateway

@Suite("A stock of keys")
struct KeyStockTests {
  private final class Pod: Sendable {}
  private let pod = Pod()
  private let other = Pod()

  /// A stock that nobody fills but the test.
  private func stock(
    of size: Int, pods: Int = 1, behind workers: KeyWorkers = KeyWorkers(Failing()),
    from source: any KeySource = Quick()
  ) -> KeyStock {
    let time = Mutex(0)
    let clock = StockClock(
      computed: { 0 }, now: { time.withLock { $0 } },
      sleep: { step in time.withLock { $0 += step } })
    return KeyStock(
      size: size, bits: 512, pods: pods, behind: workers, makers: 0, source: source, clock: clock)
  }

  private func key(
    from stock: KeyStock, for pod: Pod, bits: Int = 512,
    progress: (PrimeSearchEvent) -> Bool = { _ in true }
  ) throws -> PrivateKey? {
    try stock.serving(Asker(of: ObjectIdentifier(pod), member: 0))
      .rsaKey(bits: bits, progress: progress)
  }

  @Test("it is made up to its size and handed out with the progress of each search")
  func handingOut() throws {
    let stock = stock(of: 2)
    while stock.makeOne() {}
    #expect(stock.count == 2)
    var found = 0
    let key = try key(from: stock, for: pod) { event in
      if case .found = event { found += 1 }
      return true
    }
    #expect(key != nil && found == 2 && stock.count == 1)
  }

  @Test("each key is given to one asker, however many ask at once")
  func once() async {
    let stock = stock(of: 16, pods: 1)
    while stock.makeOne() {}
    let given = await withTaskGroup(of: [PrivateKey].self) { group in
      for _ in 0..<8 {
        group.addTask { (0..<3).compactMap { _ in try? key(from: stock, for: pod) } }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    #expect(given.count == 16 && Set(given.map(\.pem)).count == 16)
    #expect(stock.count == 0)
  }

  @Test("what is not in stock is searched: other sizes, more than there are, more than a share")
  func searching() throws {
    let searched = Quick()
    let stock = stock(of: 3, pods: 2, behind: KeyWorkers(searched))
    #expect(try key(from: stock, for: pod) != nil && searched.count == 1)
    while stock.makeOne() {}
    #expect(try key(from: stock, for: pod, bits: 768)?.bits == 768)
    #expect(searched.count == 2 && stock.count == 3)
    for _ in 0..<3 { _ = try key(from: stock, for: pod) }
    #expect(searched.count == 3 && stock.count == 1)
    _ = try key(from: stock, for: other)
    #expect(searched.count == 3 && stock.count == 0)
  }

  @Test("for nobody in particular nothing is taken out")
  func nobody() throws {
    let searched = Quick()
    let stock = stock(of: 1, behind: KeyWorkers(searched))
    #expect(stock.makeOne())
    #expect(try stock.rsaKey(bits: 512) { _ in true } != nil)
    #expect(stock.count == 1 && searched.count == 1)
  }

  @Test("who gives up has no key, and nobody else gets it")
  func abandoning() throws {
    let stock = stock(of: 1)
    #expect(stock.makeOne())
    #expect(try key(from: stock, for: pod) { _ in false } == nil)
    #expect(stock.count == 0)
  }

  @Test("a source that fails is not asked again and again")
  func failure() throws {
    let stock = stock(of: 2, from: Failing())
    #expect(!stock.makeOne() && stock.count == 0)
    #expect(throws: OpenSSLError.self) { try key(from: stock, for: pod) }
  }

  @Test("other work is done by the workers")
  func otherWork() {
    let stock = stock(of: 1)
    let share = stock.serving(Asker(of: ObjectIdentifier(pod), member: 0))
    #expect(stock.carryOut({ _ in 1 }, while: { true }) == 1)
    #expect(share.carryOut({ _ in 2 }, while: { true }) == 2)
  }

  @Test("making stands still, also in the middle of a search, while other work is done")
  func standingStill() {
    let workers = KeyWorkers(Failing())
    let order = Mutex<[String]>([])
    let stock = stock(
      of: 1, behind: workers,
      from: Quick { progress in
        let isWorking = DispatchSemaphore(value: 0)
        Foundation.Thread.detachNewThread {
          _ = workers.carryOut(
            { _ in
              isWorking.signal()
              for _ in 0..<10 { usleep(1000) }
              order.withLock { $0.append("worked") }
            }, while: { true })
        }
        isWorking.wait()
        _ = progress(.candidate)
        order.withLock { $0.append("searched") }
      })
    #expect(stock.makeOne())
    #expect(order.withLock { $0 } == ["worked", "searched"])
  }

  @Test("it fills itself, and anew when something was taken out")
  func filling() throws {
    let stock = KeyStock(
      size: 3, bits: 512, pods: 1, behind: KeyWorkers(Failing()), makers: 2, source: Quick())
    stock.fill()
    while stock.count < 3 { usleep(1000) }
    #expect(try key(from: stock, for: pod) != nil)
    while stock.count < 3 { usleep(1000) }
  }
}

/// OpenSSL's small keys, which are counted.
private final class Quick: KeySource {
  private let state = Mutex(0)
  private let beforehand: @Sendable ((PrimeSearchEvent) -> Bool) -> Void

  var count: Int { state.withLock { $0 } }

  /// - Parameter beforehand: what is done in the middle of each search.
  init(_ beforehand: @escaping @Sendable ((PrimeSearchEvent) -> Bool) -> Void = { _ in }) {
    self.beforehand = beforehand
  }

  func rsaKey(
    bits: Int, progress: (PrimeSearchEvent) -> Bool
  ) throws(OpenSSLError) -> PrivateKey? {
    state.withLock { $0 += 1 }
    beforehand(progress)
    return try OpenSSLKeySource().rsaKey(bits: bits, progress: progress)
  }
}

/// Makes no key.
private struct Failing: KeySource {
  func rsaKey(
    bits: Int, progress: (PrimeSearchEvent) -> Bool
  ) throws(OpenSSLError) -> PrivateKey? {
    try OpenSSLKeySource().rsaKey(bits: 7, progress: progress)
  }
}
