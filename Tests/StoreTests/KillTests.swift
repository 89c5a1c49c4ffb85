import Foundation
import Store
import TestSupport
import Testing

@Suite("A process that is killed")
struct KillTests {
  /// What the child writes with its first word: a key and its request, both or neither.
  private static func commit(_ number: Int, to file: StateFile, on machine: Int64) throws {
    try file.change { writing throws in
      for kind in ["key", "csr"] {
        let contents = [UInt8](repeating: UInt8(number % 251), count: 1_000 + number)
        try writing.put(
          FileRow(name: "\(number).\(kind)", contents: contents, modified: Int64(number)),
          on: machine)
      }
    }
  }

  private static func machine(of file: StateFile) throws -> Int64 {
    let live = try #require(try file.look { try $0.liveAttempt(of: 7) })
    return try #require(try file.look { try $0.machines(of: live.id) }.first).id
  }

  /// Commits, acknowledges each commit by a line in a second file, and is killed in the middle of it.
  private static func workUntilKilled(in folder: String, after microseconds: UInt32) throws {
    let file = try StateFile("\(folder)/class.mmp", .existingOrNew)
    if file.isNew { try file.beginSample() }
    let machine = try machine(of: file)
    let acknowledged = open("\(folder)/acknowledged", O_WRONLY | O_CREAT | O_APPEND, 0o600)
    Thread.detachNewThread {
      usleep(microseconds)
      kill(getpid(), SIGKILL)
    }
    var number = try file.look { try $0.files(of: machine) }.count / 2
    while true {
      try commit(number, to: file, on: machine)
      let line = Array("\(number)\n".utf8)
      _ = write(acknowledged, line, line.count)
      number += 1
    }
  }

  @Test("leaves all that it has acknowledged, again and again")
  func acknowledged() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path
    for round in 1...6 {
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [path = path as String, round = round as Int] in
        try Self.workUntilKilled(in: path, after: UInt32(round * 20_000))
      }
      let file = try StateFile("\(path)/class.mmp")
      let machine = try Self.machine(of: file)
      let files = try file.look { try $0.files(of: machine) }.filter { $0.mode == 0o644 }
      let lines = folder.has("acknowledged") ? try folder.read("acknowledged") : ""
      let last = lines.split(separator: "\n").last.flatMap { Int($0) } ?? 0
      #expect(files.filter { $0.name.hasSuffix(".key") }.count >= last)
      #expect(
        files.filter { $0.name.hasSuffix(".key") }.count
          == files.filter { $0.name.hasSuffix(".csr") }.count)
      #expect(
        files.allSatisfy { file in
          file.name == "empty" || file.contents?.first == UInt8(file.modified % 251)
        })
    }
  }

  @Test("while it makes the file, leaves one that opens", arguments: [0, 300, 1_000, 2_000, 4_000])
  func making(microseconds: Int) async throws {
    let path = try TemporaryFolder().path
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = path as String, microseconds = microseconds as Int] in
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      Thread.detachNewThread {
        usleep(UInt32(microseconds))
        kill(getpid(), SIGKILL)
      }
      while true {
        let file = try StateFile("\(path)/class.mmp", .existingOrNew)
        try file.beginSample()
        file.close()
        for suffix in ["", "-wal", "-shm"] { unlink("\(path)/class.mmp\(suffix)") }
      }
    }
    try StateFile("\(path)/class.mmp", .existingOrNew).beginSample()
    try FileManager.default.removeItem(atPath: path)
  }
}
