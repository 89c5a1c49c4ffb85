import Journal
import TestSupport
import Testing

@Suite("Order of events")
struct OrderTests {
  private let journal = Journal()

  @Test("numbers follow the order of commitment; each subscriber is told in it")
  func order() {
    let heard = [Guarded<[Event]>([]), Guarded<[Event]>([])]
    for place in heard { journal.subscribe { event in place.change { $0.append(event) } } }
    let state = Guarded(0)
    onThreads(16) { [journal] _ in
      for _ in 0..<100 {
        state.change { count in
          count += 1
          journal.commit(.key(bits: count), at: "cms1a", by: nil)
        }
        journal.deliver()
      }
    }
    for events in heard.map(\.value) {
      #expect(events.map(\.number) == Array(1...1_600))
      #expect(events.map(bits) == Array(1...1_600))
    }
  }

  private func bits(of event: Event) -> Int {
    if case .key(let bits) = event.kind { bits } else { 0 }
  }

  @Test("all are told before record() returns, however many record at once")
  func told() {
    let heard = Guarded<Set<Int>>([])
    journal.subscribe { event in
      if case .key(let bits) = event.kind { heard.change { _ = $0.insert(bits) } }
    }
    let missing = Guarded(0)
    onThreads(16) { [journal] thread in
      for turn in 0..<50 {
        let bits = thread * 1_000 + turn
        journal.record(.key(bits: bits), at: "cms1a", by: nil)
        if !heard.value.contains(bits) { missing.change { $0 += 1 } }
      }
    }
    #expect(missing.value == 0)
    #expect(heard.value.count == 800)
  }

  @Test("a subscriber may take the lock under which the event was committed")
  func lock() {
    let state = Guarded(0)
    let seen = Guarded(0)
    journal.subscribe { _ in
      let value = state.value
      seen.change { $0 = value }
    }
    onThreads(8) { [journal] _ in
      for _ in 0..<100 {
        state.change { value in
          value += 1
          journal.commit(.rebooted, at: "cms1a", by: nil)
        }
        journal.deliver()
      }
    }
    #expect(seen.value == 800)
  }

  @Test("nothing is told before it is delivered; who comes late hears what follows")
  func late() {
    let journal = Journal(pod: 3, clock: { 1_500 }, labClock: { 7 })
    let heard = Guarded<[Event]>([])
    journal.record(.rebooted, at: "cms1a", by: nil)
    journal.subscribe { event in heard.change { $0.append(event) } }
    let actor = Actor(visit: 4, user: "admin", source: .network(address: "10.0.0.1", port: 22))
    Presence(journal, host: "cms1b", actor: actor).commit(.key(bits: 2048))
    #expect(heard.value.isEmpty)
    journal.deliver()
    #expect(heard.value.map(\.number) == [2])
    let event = heard.value.first
    #expect(event?.time == 1_500 && event?.labTime == 7 && event?.pod == 3)
    #expect(event?.host == "cms1b" && event?.actor == actor)
    #expect(actor.source.description == "10.0.0.1:22")
  }

  @Test("each visit has a number of its own")
  func visits() {
    let numbers = Guarded<[Int]>([])
    onThreads(8) { [journal] _ in
      for _ in 0..<100 {
        let number = journal.numberOfVisit()
        numbers.change { $0.append(number) }
      }
    }
    #expect(numbers.value.sorted() == Array(1...800))
  }
}
