import Testing
import Threads

@Suite("Monitor")
struct MonitorTests {
  @Test("whoever waits is woken by what changes, and takes it")
  func handOver() {
    let monitor = Monitor<[Int]>([])
    let thread = Thread {
      for number in 1...100 { monitor.withLock { $0.append(number) } }
    }
    var taken: [Int] = []
    while taken.count < 100 {
      taken += monitor.wait { state -> [Int]? in
        guard !state.isEmpty else { return nil }
        defer { state = [] }
        return state
      }
    }
    thread?.join()
    #expect(thread != nil && taken == Array(1...100))
  }

  @Test("whoever waits for room is woken by who takes something", .timeLimit(.minutes(30)))
  func room() {
    let monitor = Monitor<Int?>(nil)
    let thread = Thread {
      for number in 1...1_000 {
        monitor.wait { state -> Void? in
          guard state == nil else { return nil }
          state = number
          return ()
        }
      }
    }
    var sum = 0
    for _ in 1...1_000 {
      sum += monitor.wait { state -> Int? in
        defer { state = nil }
        return state
      }
    }
    thread?.join()
    #expect(sum == 500_500)
  }

  @Test("a wait in vain ends in time, one for what is there at once")
  func patience() {
    let monitor = Monitor(7)
    let time = ContinuousClock().measure {
      #expect(monitor.wait(within: 20) { $0 == 8 ? true : nil } == nil)
    }
    #expect(time >= .milliseconds(19))
    #expect(monitor.wait(within: 0) { $0 } == 7)
    #expect(monitor.wait(within: 3_600_000) { $0 == 7 ? "seven" : nil } == "seven")
  }

  @Test("nobody is in between a reading and its change; joined threads are done")
  func exclusion() {
    let monitor = Monitor(0)
    let threads = (0..<8).map { _ in
      Thread { for _ in 0..<1_000 { monitor.withLock { $0 += 1 } } }
    }
    for thread in threads { thread?.join() }
    #expect(monitor.withLock { $0 } == 8_000)
  }
}
