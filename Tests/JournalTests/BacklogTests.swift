import Glibc
import Journal
import TestSupport
import Testing

@Suite("Backlog")
struct BacklogTests {
  /// What a subscriber was told, and a gate that holds it up.
  private final class Listener: Sendable {
    let numbers = Guarded<[Int]>([])
    let overflows = Guarded(0)
    let isClosed = Guarded(false)
    let calls = Guarded(0)

    func backlog(goesOn: Bool = true) -> Backlog {
      Backlog {
        self.overflows.change { $0 += 1 }
      } hear: { events in
        self.calls.change { $0 += 1 }
        while self.isClosed.value { usleep(1_000) }
        self.numbers.change { $0 += events.map(\.number) }
        return goesOn
      }
    }

    func waitForCall() { while calls.value == 0 { usleep(1_000) } }
  }

  /// Events numbered from 1.
  private func fill(_ backlog: Backlog, with count: Int) {
    let journal = Journal()
    journal.subscribe { backlog.append($0) }
    for _ in 0..<count { journal.record(.rebooted, at: "cms1a", by: nil) }
  }

  @Test("all is told in order; drain waits for it")
  func order() {
    let listener = Listener()
    let backlog = listener.backlog()
    fill(backlog, with: 5_000)
    backlog.drain(within: 20_000)
    #expect(listener.numbers.value == Array(1...5_000))
    #expect(listener.overflows.value == 0)
  }

  @Test("drain waits for nothing that was not appended, and not for ever")
  func patience() {
    let listener = Listener()
    let backlog = listener.backlog()
    backlog.drain(within: 60_000)
    listener.isClosed.change { $0 = true }
    fill(backlog, with: 1)
    backlog.drain(within: 20)
    #expect(listener.numbers.value == [])
    listener.isClosed.change { $0 = false }
    backlog.drain(within: 20_000)
    #expect(listener.numbers.value == [1])
  }

  @Test("a subscriber who has had enough is told nothing more, and holds up no drain")
  func enough() {
    let listener = Listener()
    let backlog = listener.backlog(goesOn: false)
    listener.isClosed.change { $0 = true }
    fill(backlog, with: 1)
    listener.waitForCall()
    fill(backlog, with: 10)
    listener.isClosed.change { $0 = false }
    backlog.drain(within: 60_000)
    fill(backlog, with: 10)
    backlog.drain(within: 60_000)
    #expect(listener.numbers.value == [1])
    #expect(listener.calls.value == 1)
    #expect(listener.overflows.value == 0)
  }

  @Test("one that is too far behind learns it once, and holds up nobody")
  func overflow() {
    let listener = Listener()
    let backlog = listener.backlog()
    listener.isClosed.change { $0 = true }
    fill(backlog, with: 1)
    listener.waitForCall()
    fill(backlog, with: Backlog.capacity)
    #expect(listener.overflows.value == 0)
    fill(backlog, with: 3)
    #expect(listener.overflows.value == 1)
    listener.isClosed.change { $0 = false }
    backlog.drain(within: 60_000)
    fill(backlog, with: 3)
    #expect(listener.overflows.value == 1)
    #expect(listener.calls.value == 1)
  }
}
