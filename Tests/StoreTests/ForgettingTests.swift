import Foundation
import Store
import TestSupport
import Testing

@Suite("What a state file forgets")
struct ForgettingTests {
  let shelf: Shelf
  let file: StateFile

  init() throws {
    shelf = try Shelf()
    file = try shelf.open()
    for pod in [7, 8] {
      try file.beginSample(pod: pod)
      // In steps, so that pages fill up, split and are freed.
      for part in 0..<40 {
        try file.change { writing throws in
          try writing.put(
            PodRow(
              pod: pod, id: "ID-\(pod)", lastName: "LAST-\(pod)", firstName: "FIRST-\(pod)",
              email: "MAIL-\(pod)@a", password: "secret-\(pod)"))
          try writing.append(
            (0..<20).map { number in
              EventRow(
                pod: pod, attempt: 1, number: part * 20 + number, time: 0, host: "cms1a",
                user: "USER-\(pod)", event: "typed", command: "TYPED-\(pod)", error: nil,
                line: "{\"source\":\"SOURCE-\(pod)\", \"x\":\""
                  + String(repeating: "x", count: number * 40) + "\"}")
            })
        }
      }
    }
  }

  /// Which words are somewhere in the file or beside it.
  private func words(of pod: Int) throws -> [String] {
    let bytes = try ["", "-wal", "-shm"].filter { shelf.folder.has("class.mmp" + $0) }.map {
      Data(try shelf.folder.bytes("class.mmp" + $0))
    }
    return ["ID-", "LAST-", "FIRST-", "MAIL-", "USER-", "TYPED-", "SOURCE-"].map { $0 + "\(pod)" }
      .filter { word in bytes.contains { $0.range(of: Data(word.utf8)) != nil } }
  }

  @Test("one pod's people are gone from the bytes, their work is not")
  func onePod() throws {
    try file.forget(7)
    #expect(try words(of: 7).isEmpty)
    #expect(try words(of: 8).count == 7)
    try file.look { reading throws in
      #expect(try reading.pods()[0] == PodRow(pod: 7, password: "secret-7"))
      #expect(try reading.events(of: 7, limit: 1).events.isEmpty)
      #expect(try reading.events(of: 8, limit: 1_000).events.count == 800)
      let live = try #require(try reading.liveAttempt(of: 7))
      #expect(try reading.world(of: live.id) == .sample)
    }
  }

  @Test("everybody is gone from the bytes, and the file can be used")
  func all() throws {
    try file.forget()
    #expect(try words(of: 7).isEmpty)
    #expect(try words(of: 8).isEmpty)
    try file.change { try $0.put(PodRow(pod: 7, id: "new")) }
    file.close()
    #expect(try shelf.open().look { try $0.pods() }.map(\.id) == ["new", nil])
  }

  @Test("the file's own checkpoints do not hinder it")
  func checkpoints() throws {
    let machine = try file.beginSample(pod: 9).machines[0]
    let contents = [UInt8](repeating: 7, count: 6 << 20)
    try file.change { try $0.put(FileRow(name: "a", contents: contents, modified: 0), on: machine) }
    // Each writes more pages than one waits for.
    for _ in 0..<20 { try file.forget() }
    #expect(try words(of: 7).isEmpty)
  }

  @Test("a pod removed is gone from the bytes once the file is written anew")
  func removed() throws {
    try file.change { try $0.removePod(8) }
    try file.scrub()
    #expect(try words(of: 8).isEmpty)
    #expect(try words(of: 7).count == 7)
  }
}
