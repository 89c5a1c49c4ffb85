import Foundation
import TestSupport
import Testing

@testable import Store

@Suite("The disk under a state file")
struct DiskTests {
  /// From now on no file of this process grows beyond that many bytes, as on a full disk.
  private static func limitFiles(to size: Int) {
    signal(SIGXFSZ, SIG_IGN)
    var limit = rlimit(rlim_cur: rlim_t(size), rlim_max: rlim_t(size))
    setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
  }

  @Test("when it is full, refuses a change as a whole, keeps what was there and goes on later")
  func full() async throws {
    let path = try TemporaryFolder().path
    await #expect(processExitsWith: .success) { [path = path as String] in
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      let file = try StateFile("\(path)/class.mmp", .existingOrNew)
      let machine = try file.beginSample().machines[0]
      var limit = rlimit()
      getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      signal(SIGXFSZ, SIG_IGN)
      var tight = rlimit(rlim_cur: 400_000, rlim_max: limit.rlim_max)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &tight)
      let large = FileRow(name: "b", contents: [UInt8](repeating: 1, count: 600_000), modified: 0)
      #expect(throws: StoreFault.full) {
        try file.change { writing throws in
          try writing.put(FileRow(name: "a", contents: [1], modified: 0), on: machine)
          try writing.put(large, on: machine)
        }
      }
      #expect(try file.look { try $0.files(of: machine) } == WorldRows.sample.machines[0].files)
      // What is small still has room.
      try file.change { try $0.setMeta("small", "1") }
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      try file.change { try $0.put(large, on: machine) }
    }
    let file = try StateFile("\(path)/class.mmp")
    #expect(try file.look { try $0.meta("small") } == "1")
    let live = try #require(try file.look { try $0.liveAttempt(of: 7) })
    #expect(try file.look { try $0.world(of: live.id) }.machines[0].files.count == 3)
    try FileManager.default.removeItem(atPath: path)
  }

  @Test("when it is full from the first, leaves no file behind")
  func fullAtFirst() async throws {
    let path = try TemporaryFolder().path
    await #expect(processExitsWith: .success) { [path = path as String] in
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      Self.limitFiles(to: 1_000)
      #expect(throws: StoreFault.full) { try StateFile("\(path)/class.mmp", .existingOrNew) }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: path) == [])
    try FileManager.default.removeItem(atPath: path)
  }

  @Test("is not taken for a standard stream that was closed")
  func standardStreams() async throws {
    let path = try TemporaryFolder().path
    await #expect(processExitsWith: .success) { [path = path as String] in
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      close(STDIN_FILENO)
      close(STDOUT_FILENO)
      let file = try StateFile("\(path)/class.mmp", .existingOrNew)
      _ = write(STDOUT_FILENO, "printed", 7)
      try file.beginSample()
    }
    #expect(try StateFile("\(path)/class.mmp").look { try $0.pods() } == [PodRow(pod: 7)])
    try FileManager.default.removeItem(atPath: path)
  }

  @Test("is not written where the user may not")
  func readOnly() async throws {
    let path = try TemporaryFolder().path
    await #expect(processExitsWith: .success) { [path = path as String] in
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      try StateFile("\(path)/class.mmp", .existingOrNew).beginSample()
      chmod("\(path)/class.mmp", 0o444)
      chmod(path, 0o555)
      // Nothing is forbidden to root.
      if geteuid() == 0 { setuid(65_534) }
      #expect(throws: StoreFault.readOnly) { try StateFile("\(path)/class.mmp") }
      #expect(throws: StoreFault.readOnly) { try StateFile("\(path)/new.mmp", .existingOrNew) }
    }
    chmod(path, 0o755)
    try FileManager.default.removeItem(atPath: path)
  }

  @Test("is not written where the user may not write beside the file")
  func readOnlyFolder() async throws {
    let path = try TemporaryFolder().path
    await #expect(processExitsWith: .success) { [path = path as String] in
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      try StateFile("\(path)/class.mmp", .existingOrNew).beginSample()
      chmod("\(path)/class.mmp", 0o666)
      chmod(path, 0o555)
      if geteuid() == 0 { setuid(65_534) }
      #expect(throws: StoreFault.readOnly) { try StateFile("\(path)/class.mmp") }
    }
    chmod(path, 0o755)
    try FileManager.default.removeItem(atPath: path)
  }

  @Test("a system's reasons are told apart")
  func reasons() {
    #expect(OwnerLock.fault(locking: EWOULDBLOCK) == .inUse)
    #expect(OwnerLock.fault(locking: ENOLCK) == .noLocks)
    #expect(OwnerLock.fault(locking: EOPNOTSUPP) == .noLocks)
    #expect(OwnerLock.fault(opening: EROFS) == .readOnly)
    #expect(OwnerLock.fault(opening: ENOSPC) == .full)
    #expect(OwnerLock.fault(opening: EMFILE) == .unavailable(errno: EMFILE))
    // SQLITE_IOERR_LOCK, _WRITE and _FSYNC.
    #expect(Database.fault(code: 3_850, "", errno: ENOLCK) == .noLocks)
    #expect(Database.fault(code: 778, "", errno: ENOSPC) == .full)
    #expect(Database.fault(code: 1_034, "x", errno: EIO) == .failed(code: 1_034, "x"))
  }

  @Test("another program that is in the middle of a change is waited for, but not for ever")
  func busy() async throws {
    let shelf = try Shelf()
    let file = try shelf.open()
    let other = try Database(file.path)
    try other.execute("BEGIN IMMEDIATE; INSERT INTO meta VALUES('a', 'b')")
    #expect(throws: StoreFault.busy) { try file.change { try $0.setMeta("c", "d") } }
    #expect(try file.look { try $0.meta("a") } == nil)
    try other.execute("COMMIT")
    try file.change { try $0.setMeta("c", "d") }
    #expect(try file.look { try $0.meta("a") } == "b")
    other.close()
  }
}
