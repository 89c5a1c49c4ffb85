import Store
import Testing

@Suite("Events in a state file")
struct EventTests {
  let shelf: Shelf
  let file: StateFile

  init() throws {
    shelf = try Shelf()
    file = try shelf.open()
    for pod in [7, 8] { try file.beginSample(pod: pod) }
  }

  private func event(
    _ number: Int, pod: Int = 7, attempt: Int = 1, command: String? = nil, error: String? = nil
  ) -> EventRow {
    EventRow(
      pod: pod, attempt: attempt, number: number, time: Int64(number) * 1_000, host: "cms1a",
      visit: number / 2, user: "admin", event: command == nil ? "said" : "typed", command: command,
      error: error, line: "{\"n\":\(number)}")
  }

  @Test("come back in order, in parts, of one pod or of all")
  func order() throws {
    let events = (1...5).map { event($0, pod: $0 % 2 == 0 ? 8 : 7) }
    try file.change { try $0.append(events) }
    let (first, last) = try file.look { try $0.events(limit: 3) }
    #expect(first == Array(events[..<3]))
    let (rest, end) = try file.look { try $0.events(after: last, limit: 3) }
    #expect(rest == Array(events[3...]))
    let nothing = try file.look { try $0.events(after: end, limit: 3) }
    #expect(nothing.events.isEmpty)
    #expect(nothing.last == end)
    #expect(
      try file.look { try $0.events(of: 8, limit: 9).events.map(\.number) } == [2, 4])
  }

  @Test("tell where numbers go on")
  func numbers() throws {
    #expect(try file.look { try $0.lastNumbers(of: 7) } == (0, 0))
    try file.change { try $0.append([event(8), event(9), event(3, pod: 8)]) }
    try file.change { try $0.append([event(10, attempt: 2)]) }
    #expect(try file.look { try $0.lastNumbers(of: 7) } == (10, 5))
  }

  @Test("tell how each pod stands in its present attempt")
  func status() throws {
    try file.change { writing throws in
      try writing.put(PodRow(pod: 8, id: "ada"))
      try writing.append([
        event(1, command: "pki list"), event(2, error: "a"), event(3, error: "b"),
        event(4, error: "a"), event(5),
      ])
    }
    let status = try file.look { try $0.status() }
    #expect(status.map(\.pod.pod) == [7, 8])
    #expect(status[0].attempt == 1)
    #expect(status[0].lastCommand?.command == "pki list")
    #expect(status[0].lastError == event(4, error: "a"))
    #expect(status[0].lastErrorCount == 2)
    #expect(status[0].lastEvent == 5_000)
    #expect(status[1].pod.id == "ada")
    #expect(status[1].lastCommand == nil)
    #expect(status[1].lastErrorCount == 0)
    #expect(status[1].lastEvent == nil)
    try file.change {
      try $0.begin(.sample, with: .sample, in: 7, why: "reset", now: 6_000)
    }
    let fresh = try file.look { try $0.status() }[0]
    #expect(fresh.attempt == 2)
    #expect(fresh.lastError == nil)
  }

  @Test("tell what an error was about where that is the same each time")
  func values() throws {
    func said(_ number: Int, _ values: String) -> EventRow {
      EventRow(
        pod: 7, attempt: 1, number: number, time: 9, host: "cms1a", event: "said", error: "a",
        line: "{\"values\":{\(values)}}")
    }
    try file.change {
      try $0.append([
        said(1, #""file":"x \"y\"","status":"one""#), said(2, #""file":"x \"y\"","status":"two""#),
      ])
    }
    #expect(try file.look { try $0.errors(since: 0)[0].values } == ["file": "x \"y\""])
  }

  @Test("tell which errors were said of late, the most frequent first")
  func errors() throws {
    try file.change {
      try $0.append([
        event(1, error: "old"), event(2, error: "b"), event(3, error: "a"), event(4),
        event(5, pod: 8, error: "a"), event(6, error: "c"),
      ])
    }
    #expect(
      try file.look { try $0.errors(since: 2_000) } == [
        ErrorCount(error: "a", count: 2, pods: 2), ErrorCount(error: "b", count: 1, pods: 1),
        ErrorCount(error: "c", count: 1, pods: 1),
      ])
  }
}
