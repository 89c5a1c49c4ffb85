import Foundation
import Store
import TestSupport
import Testing

@Suite("Opening a state file")
struct OpeningTests {
  let shelf: Shelf

  init() throws { shelf = try Shelf() }

  @Test("makes one for its user only, and takes it up again")
  func made() throws {
    let file = try shelf.open()
    #expect(file.isNew)
    try file.beginSample()
    #expect(try shelf.folder.mode("class.mmp") == 0o600)
    #expect(try shelf.folder.mode("class.mmp-wal") == 0o600)
    file.close()
    #expect(!shelf.folder.has("class.mmp-wal"))
    let again = try shelf.open(.existing)
    #expect(!again.isNew)
    #expect(try again.look { try $0.pods() } == [PodRow(pod: 7)])
  }

  @Test("refuses a second opener, also by another way to the file, until the first has closed it")
  func locked() throws {
    let file = try shelf.open()
    #expect(shelf.refusal() == .inUse)
    let link = "\(shelf.folder.path)/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: shelf.path)
    #expect(throws: StoreFault.inUse) { try StateFile(link) }
    file.close()
    file.close()
    #expect(try StateFile(link).path == file.path)
    #expect(throws: StoreFault.closed) { try file.look { try $0.pods() } }
    #expect(throws: StoreFault.closed) { try file.change { try $0.setMeta("a", "b") } }
  }

  @Test("leaves the first opener its locks when a second one is refused")
  func locksStay() throws {
    let file = try shelf.open()
    try file.beginSample()
    #expect(shelf.refusal() == .inUse)
    // Another process that comes and goes takes what is beside the file away, if it finds no lock.
    let other = try HostProgram.run(
      "/usr/bin/env",
      [
        "python3", "-c",
        "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('SELECT count(*) FROM pods').fetchall()",
        shelf.path,
      ])
    #expect(other.text == "")
    #expect(shelf.folder.has("class.mmp-wal"))
    try file.change { try $0.setMeta("a", "b") }
    #expect(
      try StateFile.look(at: shelf.path) { reading throws(StoreFault) in try reading.meta("a") }
        == "b")
  }

  @Test("takes along what was written, to where it was moved while it was open")
  func moved() throws {
    let file = try shelf.open()
    try file.beginSample()
    #expect(!file.isMoved)
    let elsewhere = "\(shelf.folder.path)/elsewhere.mmp"
    try FileManager.default.moveItem(atPath: shelf.path, toPath: elsewhere)
    #expect(file.isMoved)
    try file.change { try $0.setMeta("late", "kept") }
    file.close()
    #expect(!shelf.folder.has("class.mmp-wal"))
    let again = try StateFile(elsewhere)
    #expect(try again.look { try $0.meta("late") } == "kept")
    #expect(try again.look { try $0.pods() } == [PodRow(pod: 7)])
  }

  @Test("what waits beside the file comes into it while it is open")
  func checkpoints() throws {
    let file = try shelf.open()
    let machine = try file.beginSample().machines[0]
    let contents = [UInt8](repeating: 7, count: 100_000)
    var size = 0
    for number in 0..<5_000 where size < 2_000_000 {
      try file.change {
        try $0.put(FileRow(name: "\(number % 50)", contents: contents, modified: 0), on: machine)
      }
      size = try FileManager.default.attributesOfItem(atPath: shelf.path)[.size] as? Int ?? 0
    }
    #expect(size >= 2_000_000)
  }

  @Test("makes none where one was asked for")
  func missing() {
    #expect(shelf.refusal(.existing) == .missing)
    #expect(!shelf.folder.has("class.mmp"))
    let nowhere = "\(shelf.folder.path)/a/b"
    #expect(throws: StoreFault.unavailable(errno: ENOENT)) {
      try StateFile(nowhere, .existingOrNew)
    }
  }

  @Test(
    "refuses what is no state file, and leaves it as it was",
    arguments: ["#!/bin/sh\n", "SQLite format 2\0", String(repeating: "x", count: 9_000)])
  func foreign(text: String) throws {
    try shelf.folder.write("class.mmp", text)
    #expect(shelf.refusal() == .foreign)
    #expect(try shelf.folder.read("class.mmp") == text)
  }

  @Test("refuses a folder and a device")
  func notAFile() throws {
    #expect(throws: StoreFault.foreign) { try StateFile(shelf.folder.path, .existingOrNew) }
    #expect(throws: StoreFault.foreign) { try StateFile("/dev/null", .existingOrNew) }
  }

  @Test("refuses a path that SQLite does not take")
  func longPath() throws {
    var path = shelf.folder.path
    while path.utf8.count < StateFile.longestPath {
      path += "/" + String(repeating: "x", count: 100)
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    #expect(throws: StoreFault.pathTooLong) { try StateFile(path + "/f", .existingOrNew) }
    #expect(!FileManager.default.fileExists(atPath: path + "/f"))
  }

  @Test("takes an empty file for a new one, but not where one was asked for")
  func empty() throws {
    try shelf.folder.write("class.mmp", "")
    #expect(shelf.refusal(.existing) == .damaged("the file is empty"))
    #expect(try shelf.folder.read("class.mmp") == "")
    #expect(try shelf.open().isNew)
  }
}
