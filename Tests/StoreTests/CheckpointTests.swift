import Foundation
import TestSupport
import Testing

@testable import Store

@Suite("What waits beside a state file")
struct CheckpointTests {
  let shelf: Shelf
  let file: StateFile
  let machine: Int64

  init() throws {
    shelf = try Shelf()
    file = try shelf.open()
    machine = try file.beginSample().machines[0]
  }

  private func size(_ suffix: String) -> Int {
    var status = stat()
    return stat(shelf.path + suffix, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Commits until `isDone`, or far longer than it should take.
  private func commit(until isDone: () -> Bool) throws {
    for number in 0..<40_000 where !isDone() {
      let contents = [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: 9_000)
      try file.change {
        try $0.put(FileRow(name: "\(number % 9)", contents: contents, modified: 0), on: machine)
      }
    }
  }

  @Test("is put into the file while others commit, and not only at the end")
  func checkpoint() throws {
    let start = size("")
    try commit { size("") > start }
    #expect(size("") > start)
  }

  @Test("is not there any more when the file is closed")
  func closed() throws {
    try commit { size("-wal") > 1 << 20 }
    file.close()
    #expect(size("-wal") == 0)
    #expect(try shelf.open().look { try $0.files(of: machine).count } > 2)
  }

  @Test("is put into the file later if that cannot be opened at first")
  func later() throws {
    let path = "\(shelf.folder.path)/later.mmp"
    let checkpoints = Checkpoints(path: path)
    defer { checkpoints.end() }
    checkpoints.note(pages: Checkpoints.threshold)
    // Time to find nothing.
    usleep(50_000)
    try shelf.folder.write("later.mmp", "")
    let database = try Database(path)
    try database.prepare()
    try database.execute("CREATE TABLE t(x)")
    try database.run("INSERT INTO t VALUES(zeroblob(8000000))")
    var status = stat()
    for _ in 0..<20_000 where stat(path, &status) != 0 || status.st_size < 8_000_000 {
      checkpoints.note(pages: 2 * Checkpoints.threshold)
      usleep(1_000)
    }
    #expect(status.st_size > 8_000_000)
  }
}
