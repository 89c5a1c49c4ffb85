import Console
import Journal
import Synchronization
import TestSupport
import Testing

@testable import Workstation

@Suite("Several windows on one machine")
struct SharedWorkstationTests {
  @Test("they share the drive; folder, variables and error level are each one's own")
  func windows() throws {
    let bench = try TestWindow(files: ["a.txt": "a"])
    let other = bench.workstation.seat()
    let second = Session(CommandWindow(at: other))
    bench.type("cd ..", "set x=1", "del nothing\\nothing", "echo b> Certificates\\b.txt")
    #expect(other.folder == TestWindow.folder && bench.seat.folder == TestWindow.folder.parent)
    let shown = second.type(["echo %x%", "ren a.txt c.txt"], on: TextScreen())
    #expect(shown == "%x%\n" && bench.text("Certificates\\b.txt") == "b\r\n")
    #expect(bench.names() == ["b.txt", "c.txt"])
  }

  @Test("each one's changes are told in its own name")
  func journal() throws {
    let bench = try TestWindow()
    let diary = Diary(of: bench.workstation.journal)
    let seats = [bench.workstation.seat(), bench.workstation.seat()]
    for (index, seat) in seats.enumerated() {
      _ = Session(CommandWindow(at: seat)).type(["echo x> \(index).txt"], on: TextScreen())
    }
    let visits = diary.take().compactMap { event -> Int? in
      guard case .stored = event.kind else { return nil }
      return event.actor?.visit
    }
    #expect(visits == seats.map { $0.presence.actor?.visit })
    #expect(Set(visits).count == 2)
  }

  @Test("what cannot be deleted for good stays, and that is said")
  func unkept() throws {
    let bench = try TestWindow(files: ["a.txt": "a"])
    bench.type("md f", "echo x> f\\b.txt")
    let keeper = Shelfkeeper()
    bench.workstation.journal.keeper = keeper
    keeper.isFull = true
    let full = "There is not enough space on the disk.\n"
    for line in ["del a.txt", "ren a.txt c.txt", "rd /s /q f"] {
      let shown = Session(CommandWindow(at: bench.workstation.seat())).type(
        [line], on: TextScreen())
      #expect(shown.contains(full), "\(line): \(shown)")
    }
    #expect(bench.names() == ["a.txt", "f"] && bench.text("f\\b.txt") == "x\r\n")
  }

  @Test("what several append to one file at once is all there, and sizes add up")
  func appending() async throws {
    let bench = try TestWindow()
    let (drive, folder) = (bench.workstation.drive, TestWindow.folder)
    await withTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          for number in 0..<200 {
            try? drive.append([UInt8(writer)], to: folder.appending("log"))
            try? drive.write([1, 2], to: folder.appending("\(writer)-\(number % 5)"))
            if number % 3 == 0 { try? drive.delete(folder.appending("\(writer)-\(number % 5)")) }
          }
        }
      }
    }
    let log = try drive.read(folder.appending("log"))
    #expect((0..<4).allSatisfy { writer in log.count { $0 == writer } == 200 })
    let contents = drive.contents
    let entries = contents.folders.values.flatMap(\.values)
    #expect(contents.usedEntries == entries.count)
    #expect(contents.usedSize == entries.reduce(0) { $0 + ($1.contents?.count ?? 0) })
  }

  @Test("an exchange is made only of what was found, and not if what belongs to it fails")
  func exchange() throws {
    let bench = try TestWindow(files: ["a": "1", "b": "2"])
    let drive = bench.workstation.drive
    func replacement(_ name: String, _ found: String?, _ new: String?) -> Drive.Replacement {
      Drive.Replacement(
        path: TestWindow.folder.appending(name), found: found.map { Array($0.utf8) },
        contents: new.map { Array($0.utf8) })
    }
    struct No: Error {}
    let changes = [replacement("a", "1", nil), replacement("b", "2", "3")]
    #expect(throws: (any Error).self) {
      try drive.exchange(changes, by: nil) { (_) throws(No) in throw No() }
    }
    #expect(throws: (any Error).self) {
      try drive.exchange(changes + [replacement("c", "0", nil)], by: nil) {
        (_) throws(No) in Issue.record("nothing may be done")
      }
    }
    #expect(bench.names() == ["a", "b"] && bench.text("b") == "2")
    try drive.exchange(changes, by: nil) { (_) throws(No) in }
    #expect(bench.names() == ["b"] && bench.text("b") == "3")
  }
}
