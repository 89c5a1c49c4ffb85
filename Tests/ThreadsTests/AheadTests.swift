import Synchronization
import Testing
import Threads

@Suite struct AheadTests {
  @Test("a value is made before anybody asks")
  func madeMeanwhile() {
    let isBegun = Monitor(false)
    let ahead = Ahead {
      isBegun.withLock { $0 = true }
      return 42
    }
    #expect(isBegun.wait(within: 60_000) { $0 ? true : nil } == true)
    #expect(ahead.value == 42)
  }

  @Test("a value is made once, and is there for all who ask")
  func madeOnce() {
    let count = Atomic(0)
    let ahead = Ahead { count.add(1, ordering: .relaxed).newValue }
    #expect((ahead.value, ahead.value) == (1, 1))
    #expect(count.load(ordering: .relaxed) == 1)
  }
}
