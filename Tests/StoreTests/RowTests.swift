import Store
import Testing

@Suite("Rows of a state file")
struct RowTests {
  let shelf: Shelf
  let file: StateFile

  init() throws {
    shelf = try Shelf()
    file = try shelf.open()
  }

  @Test("a world comes back as it was put in")
  func world() throws {
    let attempt = try file.beginSample().attempt
    #expect(try file.look { try $0.world(of: attempt.id) } == .sample)
    #expect(try file.look { try $0.liveAttempt(of: 7) } == attempt)
    #expect(attempt.number == 1)
  }

  @Test("a file written over keeps its place, and so does one with another name")
  func places() throws {
    let machine = try file.beginSample().machines[0]
    try file.change { writing throws in
      try writing.put(FileRow(name: "last", contents: [1], modified: 3), on: machine)
      try writing.put(
        FileRow(name: "cms1a.key", contents: [2], modified: 4, mode: 0o640), on: machine)
      try writing.rename("empty", to: "last", on: machine)
      try writing.setAttributes(of: "last", on: machine, modified: 9, mode: 0o755)
    }
    #expect(
      try file.look { try $0.files(of: machine) } == [
        FileRow(name: "cms1a.key", contents: [2], modified: 4, mode: 0o640),
        FileRow(name: "last", contents: [], modified: 9, mode: 0o755),
      ])
    try file.change { try $0.remove("cms1a.key", from: machine) }
    #expect(try file.look { try $0.files(of: machine).map(\.name) } == ["last"])
  }

  @Test("names that differ in case or in how an accent is written are different files")
  func names() throws {
    let machine = try file.beginSample().machines[0]
    let names = ["a", "A", "\u{e9}", "e\u{301}"]
    try file.change { writing throws in
      for name in names {
        try writing.put(FileRow(name: name, contents: [], modified: 0), on: machine)
      }
    }
    let kept = try file.look { try $0.files(of: machine) }.dropFirst(2).map { Array($0.name.utf8) }
    #expect(kept == names.map { Array($0.utf8) })
  }

  @Test("settings, accounts and what belongs to the file are set, changed and taken away")
  func values() throws {
    let (attempt, machines) = try file.beginSample()
    try file.change { writing throws in
      try writing.set("hostname", to: "other", on: machines[0])
      try writing.set("", to: nil, on: machines[0])
      try writing.put(AccountRow(name: "b", password: "", role: "audit"), in: attempt.id)
      try writing.put(AccountRow(name: "admin", password: "new", role: "admin"), in: attempt.id)
      try writing.setMeta("a", "1")
      try writing.setMeta("a", "2")
      try writing.setMeta("gone", "1")
      try writing.setMeta("gone", nil)
    }
    try file.look { reading throws in
      #expect(try reading.settings(of: machines[0]) == ["hostname": "other"])
      #expect(
        try reading.accounts(of: attempt.id) == [
          AccountRow(name: "admin", password: "new", role: "admin"),
          AccountRow(name: "b", password: "", role: "audit"),
        ])
      #expect(try reading.meta("a") == "2")
      #expect(try reading.meta("gone") == nil)
    }
    try file.change { try $0.removeAccount("b", from: attempt.id) }
    #expect(try file.look { try $0.accounts(of: attempt.id).count } == 1)
  }

  @Test("old requests make room")
  func requests() throws {
    let attempt = try file.beginSample().attempt.id
    try file.change { writing throws in
      for id in 8...12 {
        let request = RequestRow(
          id: id, template: nil, who: nil, outcome: "denied", reason: "template", detail: "d")
        try writing.put(request, in: attempt, keeping: 3)
      }
    }
    #expect(try file.look { try $0.requests(of: attempt).map(\.id) } == [10, 11, 12])
  }

  @Test("a write that throws has changed nothing")
  func nothing() throws {
    let machine = try file.beginSample().machines[0]
    #expect(throws: StoreFault.exists) {
      try file.change { writing throws in
        try writing.remove("cms1a.key", from: machine)
        throw StoreFault.exists
      }
    }
    #expect(try file.look { try $0.files(of: machine) } == WorldRows.sample.machines[0].files)
  }

  @Test("what is kept for a machine that is gone is refused")
  func strangers() throws {
    #expect(throws: StoreFault.self) {
      try file.change { try $0.put(FileRow(name: "a", contents: [], modified: 0), on: 99) }
    }
  }

  @Test("a pod that goes takes everything with it, and its attempts' numbers are not given again")
  func removal() throws {
    let first = try file.beginSample().attempt.id
    try file.change { try $0.put(PodRow(pod: 7, id: "a", lastName: "B", password: "c")) }
    try file.change { try $0.removePod(7) }
    try file.look { reading throws in
      #expect(try reading.pods().isEmpty)
      #expect(try reading.world(of: first) == WorldRows(machines: []))
    }
    let again = try file.beginSample().attempt
    #expect(again.id > first)
    #expect(again.number == 1)
  }
}
