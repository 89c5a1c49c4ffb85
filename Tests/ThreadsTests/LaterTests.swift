import TestSupport
import Testing
import Threads

@Suite("A value that is made later")
struct LaterTests {
  @Test("it is made when it is first needed, and once, whoever needs it")
  func once() {
    let count = Guarded(0)
    let later = Later {
      count.change { $0 += 1 }
      return count.value
    }
    #expect(later.made == nil && count.value == 0)
    let seen = Guarded<[Int]>([])
    onThreads(4) { _ in
      let value = later.value
      seen.change { $0.append(value) }
    }
    #expect(seen.value == [1, 1, 1, 1] && count.value == 1 && later.made == 1)
  }

  @Test("one that is there is not made")
  func there() {
    let later = Later(made: 7)
    #expect(later.made == 7 && later.value == 7)
  }
}
