import Store
import Testing

@Suite("Attempts and snapshots")
struct SnapshotTests {
  let shelf: Shelf
  let file: StateFile

  init() throws {
    shelf = try Shelf()
    file = try shelf.open()
  }

  @Test("a new attempt ends the live one, which is kept")
  func attempts() throws {
    let first = try file.beginSample().attempt
    let second = try file.change {
      try $0.begin(.sample, with: WorldRows(machines: []), in: 7, why: "reset", now: 2_000)
    }
    #expect(second.number == 2)
    #expect(try file.look { try $0.liveAttempt(of: 7) } == second)
    let kept = try #require(try file.look { try $0.attempts(of: 7) }.first)
    #expect(kept.id == first.id)
    #expect(kept.ended == 2_000)
    #expect(kept.why == "reset")
    #expect(try file.look { try $0.world(of: first.id) } == .sample)
  }

  @Test("a snapshot is a copy, and an attempt begins with it as often as wanted")
  func snapshot() throws {
    let (first, machines) = try file.beginSample()
    try file.change { try $0.takeSnapshot("before", of: 7, now: 2_000) }
    try file.change { writing throws in
      for name in ["cms1a.key", "empty"] { try writing.remove(name, from: machines[0]) }
      try writing.set("hostname", to: "other", on: machines[0])
    }
    for number in 2...3 {
      let again = try file.change { try $0.restore("before", in: 7, now: 3_000) }
      #expect(again.number == number)
      #expect(again.name == nil)
      #expect(again.origin == first.origin)
      #expect(try file.look { try $0.liveAttempt(of: 7) } == again)
      #expect(try file.look { try $0.world(of: again.id) } == .sample)
    }
    let attempts = try file.look { try $0.attempts(of: 7) }
    #expect(attempts.map(\.name) == [nil, "before", nil, nil])
    #expect(attempts.map(\.why) == ["restored", nil, "restored", nil])
    #expect(try file.look { try $0.files(of: machines[0]) }.isEmpty)
  }

  @Test("a snapshot's name belongs to one snapshot of its pod, until it is taken away")
  func names() throws {
    #expect(throws: StoreFault.absent) {
      try file.change { try $0.takeSnapshot("a", of: 7, now: 0) }
    }
    try file.beginSample(pod: 7)
    try file.beginSample(pod: 8)
    try file.change { try $0.takeSnapshot("a", of: 7, now: 0) }
    #expect(throws: StoreFault.exists) {
      try file.change { try $0.takeSnapshot("a", of: 7, now: 0) }
    }
    #expect(throws: StoreFault.absent) { try file.change { try $0.restore("a", in: 8, now: 0) } }
    try file.change { try $0.removeSnapshot("a", of: 7) }
    #expect(try file.look { try $0.snapshots(of: 7) }.isEmpty)
    try file.change { try $0.takeSnapshot("a", of: 7, now: 0) }
  }
}
