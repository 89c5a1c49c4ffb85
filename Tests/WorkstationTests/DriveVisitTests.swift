import Journal
import Testing

@testable import Workstation

@Suite("Files that visitors bring to the drive")
struct DriveVisitTests {
  private let drive = Drive(capacity: .init(fileSize: 4, totalSize: 6, entryCount: 3), now: { 7 })
  private let presence = Presence(Journal(), host: "pc1", actor: nil)

  private func room(_ name: String) throws -> DriveRoom {
    try DriveRoom(on: drive, at: WindowsPath([name]), by: presence)
  }

  @Test("what fits when it is written fits when it is stored, and is there as a whole")
  func room() throws {
    let first = try room("a")
    try first.resize(to: 4)
    #expect(drive.entry(at: WindowsPath(["a"])) == nil && drive.usage == (1, 4))
    let second = try room("b")
    #expect(throws: DriveFault.full) { try second.resize(to: 3) }
    try second.resize(to: 2)
    #expect(throws: DriveFault.full) { try drive.write([1], to: WindowsPath(["c"])) }
    try first.store([1, 2, 3, 4], modified: 5, isNew: true)
    #expect(drive.entry(at: WindowsPath(["A"]))?.modified == 5)
    try second.store([1, 2], modified: nil, isNew: false)
    #expect(drive.entry(at: WindowsPath(["b"]))?.modified == 7 && drive.usage == (2, 6))
  }

  @Test("what is given up or refused leaves its room to others")
  func givenUp() throws {
    do {
      let given = try room("a")
      try given.resize(to: 4)
    }
    #expect(drive.usage == (0, 0))
    try drive.write([1], to: WindowsPath(["a"]))
    do {
      let refused = try room("a")
      try refused.resize(to: 2)
      #expect(throws: DriveFault.exists) { try refused.store([1, 2], modified: nil, isNew: true) }
    }
    #expect(drive.usage == (1, 1))
    #expect(throws: DriveFault.invalidName) { try room("con") }
    #expect(throws: DriveFault.accessDenied) {
      try DriveRoom(on: drive, at: .root, by: presence)
    }
  }

  @Test("a file goes to another folder, or over another file if that is asked for")
  func moving() throws {
    let (a, b, folder) = (WindowsPath(["a"]), WindowsPath(["b"]), WindowsPath(["f"]))
    try drive.write([1], to: a)
    try drive.write([2, 2], to: b)
    #expect(throws: DriveFault.exists) {
      try drive.move(a, to: b, replacing: false, by: presence)
    }
    try drive.move(a, to: b, replacing: true, by: presence)
    #expect(try drive.read(b) == [1] && drive.usage == (1, 1))
    try drive.createFolder(folder)
    try drive.move(b, to: folder.appending("c"), replacing: false, by: presence)
    #expect(try drive.list(folder).map(\.name) == ["c"] && drive.usage == (2, 1))
    try drive.move(folder.appending("c"), to: folder.appending("C"), replacing: false, by: presence)
    #expect(try drive.list(folder).map(\.name) == ["C"])
    #expect(throws: DriveFault.accessDenied) {
      try drive.move(folder, to: folder.appending("g"), replacing: false, by: presence)
    }
    #expect(throws: DriveFault.notFound) {
      try drive.move(a, to: b, replacing: false, by: presence)
    }
  }

  @Test("a listing comes in parts, in order")
  func listing() throws {
    for name in ["b", "C", "a"] { try drive.write([], to: WindowsPath([name])) }
    #expect(try drive.list(.root, after: nil, atMost: 2).map(\.name) == ["a", "b"])
    #expect(try drive.list(.root, after: "b", atMost: 2).map(\.name) == ["C"])
    #expect(try drive.list(.root, after: "C", atMost: 2).isEmpty)
    try drive.setModified(1, of: WindowsPath(["A"]))
    #expect(drive.entry(at: WindowsPath(["a"]))?.modified == 1)
  }
}
