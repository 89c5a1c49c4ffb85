import Synchronization
import Testing
import Threads

@Suite struct AheadTests {
  @Test("a value is made while its owner does something else")
  func madeMeanwhile() {
    let isAllowed = Monitor(false)
    let ahead = Ahead { isAllowed.wait { $0 ? 42 : nil } }
    isAllowed.withLock { $0 = true }
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
