import Foundation
import TestSupport
import Testing

@testable import Store

/// `fixtures/state/version-N.mmp` is a file that `mmp` wrote when N was the present version. With a
/// new version comes a new fixture: `STATE_FIXTURE=FILE swift test --filter FixtureMaking`.
@Suite("State files of earlier versions")
struct MigrationTests {
  let shelf: Shelf

  init() throws { shelf = try Shelf() }

  private func schema() throws -> [String] {
    let database = try Database(shelf.path)
    defer { database.close() }
    return try database.rows("SELECT sql FROM sqlite_schema ORDER BY name") { $0.text(0) }
  }

  @Test("are all there", arguments: 1...Schema.version)
  func complete(version: Int) throws {
    let bytes = try Fixtures.state.bytes("version-\(version).mmp")
    #expect(bytes[63] == UInt8(version))
  }

  @Test("open, hold what they held, and can be written", arguments: 1...Schema.version)
  func opens(version: Int) throws {
    try shelf.folder.write(
      "class.mmp", bytes: Fixtures.state.bytes("version-\(version).mmp"))
    let file = try shelf.open(.existing)
    try file.look { reading throws in
      #expect(try reading.meta("made by") == "mmp")
      #expect(
        try reading.pods() == [
          PodRow(
            pod: 7, id: "al", lastName: "Lovelace", firstName: "Ada", email: "al@example.org",
            password: "secret"), PodRow(pod: 8),
        ])
      let attempts = try reading.attempts(of: 7)
      #expect(attempts.map(\.number) == [1, 1, 2])
      #expect(attempts.map(\.name) == [nil, "start", nil])
      #expect(attempts.map(\.why) == ["restored", nil, nil])
      for attempt in attempts.dropLast() {
        #expect(attempt.origin == .sample)
        #expect(try reading.world(of: attempt.id) == .sample)
      }
      let live = try #require(attempts.last)
      #expect(live.origin == (version == 1 ? .sample : .withTasks))
      #expect(try reading.world(of: live.id) == (version == 1 ? .sample : .withTasks))
      #expect(try reading.events(limit: 9).events == EventRow.samples)
      #expect(try reading.status()[0].lastError == EventRow.samples[1])
    }
    try file.change { try $0.takeSnapshot("now", of: 7, now: 5_000) }
    file.close()
    let migrated = try schema()
    unlink(shelf.path)
    try shelf.open().close()
    #expect(try schema() == migrated)
  }

  @Test("are looked at without a change", arguments: 1...Schema.version, [false, true])
  func looked(version: Int, isFixed: Bool) throws {
    let bytes = try Fixtures.state.bytes("version-\(version).mmp")
    // Such names mean something where a database has an address.
    try shelf.folder.write("a?b#c%20.mmp", bytes: bytes)
    let path = "\(shelf.folder.path)/a?b#c%20.mmp"
    if isFixed { chmod(path, 0o400) }
    let pods = try StateFile.look(at: path) { (reading) throws(StoreFault) in
      try reading.pods().map(\.pod)
    }
    #expect(pods == [7, 8])
    #expect(try shelf.folder.bytes("a?b#c%20.mmp") == bytes)
    #expect(!shelf.folder.has("a?b#c%20.mmp-wal"))
  }

  @Test("that are damaged are no less so when they are looked at")
  func damaged() throws {
    let bytes = try Fixtures.state.bytes("version-1.mmp")
    try shelf.folder.write("class.mmp", bytes: Array(bytes.prefix(bytes.count / 2)))
    #expect(throws: StoreFault.self) {
      try StateFile.look(at: shelf.path) { (reading) throws(StoreFault) in try reading.pods() }
    }
  }

  @Test("come to the present one all at once or not at all")
  func allOrNothing() throws {
    try shelf.open().close()
    let database = try Database(shelf.path)
    let next = "ALTER TABLE pods ADD COLUMN colour TEXT; UPDATE meta SET value = 'x'"
    #expect(throws: StoreFault.self) {
      try Schema.bringUp(database, by: Schema.steps + [next, "CREATE TABLE pods(pod)"])
    }
    #expect(try Schema.version(of: database) == Schema.version)
    #expect(throws: StoreFault.self) { try database.run("SELECT colour FROM pods") }
    try Schema.bringUp(database, by: Schema.steps + [next])
    try database.run("SELECT colour FROM pods")
    database.close()
    #expect(shelf.refusal() == .newer(version: Schema.version + 1))
  }
}

@Suite("FixtureMaking", .enabled(if: ProcessInfo.processInfo.environment["STATE_FIXTURE"] != nil))
struct FixtureMaking {
  @Test("writes a file with something of each kind")
  func write() throws {
    let path = try #require(ProcessInfo.processInfo.environment["STATE_FIXTURE"])
    let file = try StateFile(path, .existingOrNew)
    try file.beginSample()
    try file.change { writing throws in
      try writing.setMeta("made by", "mmp")
      try writing.put(
        PodRow(
          pod: 7, id: "al", lastName: "Lovelace", firstName: "Ada", email: "al@example.org",
          password: "secret"))
      try writing.put(PodRow(pod: 8))
      try writing.takeSnapshot("start", of: 7, now: 2_000)
      try writing.restore("start", in: 7, now: 3_000)
      try writing.append(EventRow.samples)
      let live = try #require(try writing.reading.liveAttempt(of: 7))
      let world = WorldRows.withTasks
      try writing.setTasks(
        world.tasks, of: live.id, from: try #require(AttemptRow.Origin.withTasks.tasks))
      for pass in world.passes { try writing.put(pass, in: live.id) }
    }
    file.close()
  }
}

extension EventRow {
  /// A command and the error it met with, and an answer.
  static let samples = [
    EventRow(
      pod: 7, attempt: 2, number: 1, time: 3_001, host: "cms1a", visit: 1, user: "admin",
      event: "typed", command: "pki csr cms1a CN:", line: "{\"n\":1}"),
    EventRow(
      pod: 7, attempt: 2, number: 2, time: 3_002, host: "cms1a", visit: 1, user: "admin",
      event: "said", error: "csr.invalid-name", line: "{\"n\":2}"),
    EventRow(
      pod: 8, attempt: 1, number: 1, time: 3_003, host: "cms1b", event: "rebooted", line: "{}"),
  ]
}
