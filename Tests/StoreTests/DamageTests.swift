import Foundation
import TestSupport
import Testing

@testable import Store

@Suite("A state file that is not as it was")
struct DamageTests {
  let shelf: Shelf
  let whole: [UInt8]

  init() throws {
    shelf = try Shelf()
    let file = try shelf.open()
    let machine = try file.beginSample().machines[0]
    try file.change { writing throws in
      for number in 0..<40 {
        let contents = [UInt8](repeating: UInt8(number), count: 3_000)
        try writing.put(FileRow(name: "\(number)", contents: contents, modified: 0), on: machine)
      }
    }
    file.close()
    whole = try shelf.folder.bytes("class.mmp")
  }

  private func refusal(of bytes: [UInt8]) throws -> StoreFault? {
    try shelf.folder.write("class.mmp", bytes: bytes)
    return shelf.refusal()
  }

  /// Opens and reads all there is.
  private func readAll() throws {
    let file = try shelf.open()
    defer { file.close() }
    try file.look { reading throws in
      for pod in try reading.pods() {
        for attempt in try reading.attempts(of: pod.pod) { _ = try reading.world(of: attempt.id) }
      }
      _ = try reading.status()
    }
  }

  @Test("is refused when its end is missing, and left as it is")
  func truncated() throws {
    for size in stride(from: 100, to: whole.count, by: 4_096 / 2 + 1) {
      let bytes = Array(whole[..<size])
      guard case .damaged = try refusal(of: bytes) else {
        Issue.record("taken up with \(size) bytes of \(whole.count)")
        continue
      }
      #expect(try shelf.folder.bytes("class.mmp") == bytes)
    }
    #expect(try refusal(of: whole) == nil)
  }

  @Test("is refused when only its first bytes are left")
  func stump() throws {
    #expect(try refusal(of: Array(whole[..<99])) == .damaged("the file is cut off"))
    #expect(try refusal(of: Array(whole[..<5])) == .damaged("the file is cut off"))
  }

  @Test("is refused when it is empty, but what belongs to it is there")
  func emptied() throws {
    let file = try shelf.open()
    try file.beginSample()
    let log = try shelf.folder.bytes("class.mmp-wal")
    file.close()
    try shelf.folder.write("class.mmp-wal", bytes: log)
    guard case .damaged = try refusal(of: []) else {
      Issue.record("taken up")
      return
    }
    #expect(try shelf.folder.bytes("class.mmp-wal") == log)
  }

  @Test("is refused when a later mmp wrote it, whatever else is in it")
  func newer() throws {
    var bytes = whole
    bytes[63] = UInt8(Schema.version + 1)
    #expect(try refusal(of: bytes) == .newer(version: Schema.version + 1))
    #expect(try shelf.folder.bytes("class.mmp") == bytes)
  }

  @Test("is refused when it is a database of another program")
  func anotherProgram() throws {
    var bytes = whole
    bytes[68] ^= 1
    #expect(try refusal(of: bytes) == .foreign)
    #expect(try shelf.folder.bytes("class.mmp") == bytes)
  }

  @Test(
    "is refused when its tables are not those of its version",
    arguments: [
      "PRAGMA user_version = -5", "PRAGMA user_version = 0", "DROP TABLE settings",
      "UPDATE machines SET kind = 'toaster'",
    ])
  func otherTables(change: String) throws {
    let database = try Database(shelf.path)
    try database.execute(change)
    database.close()
    do {
      try readAll()
      Issue.record("taken up")
    } catch let fault as StoreFault {
      guard case .damaged = fault else {
        Issue.record("\(fault)")
        return
      }
    }
  }

  @Test("has numbers to go on from, whatever it says")
  func numbers() throws {
    let database = try Database(shelf.path)
    try database.execute(
      """
      INSERT INTO events(pod, attempt, n, time, host, visit, event, line)
      VALUES(7, 1, 9223372036854775807, 0, 'a', 9223372036854775807, 'typed', ''),
        (8, 1, -1, 0, 'a', -9223372036854775808, 'typed', '')
      """)
    database.close()
    let file = try shelf.open()
    let high = try file.look { try $0.lastNumbers(of: 7) }
    #expect(high.event < .max && high.visit < .max)
    let low = try file.look { try $0.lastNumbers(of: 8) }
    #expect(low.event == 0 && low.visit == 0)
  }

  @Test("is read or refused when bytes of it have changed, and nothing worse", arguments: 1...40)
  func changedBytes(seed: UInt64) throws {
    var dice = Dice(state: seed)
    var bytes = whole
    for _ in 0..<8 {
      bytes[Int.random(in: 0..<bytes.count, using: &dice)] = .random(in: 0...255, using: &dice)
    }
    try shelf.folder.write("class.mmp", bytes: bytes)
    do { try readAll() } catch is StoreFault {}
  }

  @Test("keeps what was committed before the place where its log has changed")
  func changedLog() throws {
    let file = try shelf.open()
    for name in ["a", "b"] { try file.change { try $0.setMeta(name, name) } }
    var log = try shelf.folder.bytes("class.mmp-wal")
    let bytes = try shelf.folder.bytes("class.mmp")
    file.close()
    log[log.count - 1] ^= 1
    try shelf.folder.write("class.mmp", bytes: bytes)
    try shelf.folder.write("class.mmp-wal", bytes: log)
    let again = try shelf.open()
    #expect(try again.look { try $0.meta("a") } == "a")
    #expect(try again.look { try $0.meta("b") } == nil)
  }

  @Test("with numbers that nobody counts to has times of a calendar, and no further attempt")
  func endsOfCounting() throws {
    let database = try Database(shelf.path)
    try database.execute(
      """
      UPDATE attempts SET number = 9223372036854775807;
      UPDATE files SET modified = -9223372036854775807 - 1;
      INSERT INTO events(pod, attempt, n, time, host, event, command, line)
      VALUES(7, 9223372036854775807, 1, 9223372036854775807, 'a', 'typed', 'x', '{}');
      """)
    database.close()
    let file = try shelf.open()
    let attempt = try #require(try file.look { try $0.liveAttempt(of: 7) })
    let machine = try #require(try file.look { try $0.machines(of: attempt.id).first })
    #expect(try file.look { try $0.files(of: machine.id).first?.modified } == -62_135_596_800)
    let status = try #require(try file.look { try $0.status().first })
    #expect(status.lastEvent == 253_402_300_799_000)
    #expect(status.lastCommand?.time == 253_402_300_799_000)
    #expect(throws: StoreFault.damaged("no number is left for an attempt")) {
      try file.beginSample()
    }
  }
}
