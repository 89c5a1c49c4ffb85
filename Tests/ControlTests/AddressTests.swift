import Foundation
import Glibc
import TestSupport
import Testing

@testable import Control

@Suite("Where a file's process can be reached")
struct AddressTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("class.mmp", "x")
  }

  private func address(_ path: String) throws -> ControlAddress {
    try ControlAddress(ofFile: path, runtime: folder.path, temporary: folder.path)
  }

  @Test("all paths to a file lead to one name, two files have two")
  func names() throws {
    let file = "\(folder.path)/class.mmp"
    symlink(file, "\(folder.path)/link")
    link(file, "\(folder.path)/twin")
    try folder.write("other.mmp", "x")
    let name = try address(file).name
    for other in ["\(folder.path)/../\((folder.path as NSString).lastPathComponent)/class.mmp"]
      + ["link", "twin"].map({ "\(folder.path)/\($0)" })
    {
      #expect(try address(other).name == name)
    }
    #expect(try address("\(folder.path)/other.mmp").name != name)
  }

  @Test("a file that is not there has none")
  func missing() {
    #expect(throws: ControlError.system("read \(folder.path)/none", ENOENT)) {
      try address("\(folder.path)/none")
    }
  }

  @Test("the runtime folder comes first, if it is one and the user's")
  func candidates() {
    let user = geteuid()
    func paths(_ runtime: String?, of user: uid_t) -> [String] {
      RuntimeFolder.candidates(runtime: runtime, of: user).map(\.path)
    }
    #expect(paths(folder.path, of: user) == ["\(folder.path)/mmp", "/tmp/mmp-\(user)"])
    for runtime in [nil, "", "run", "\(folder.path)/none", "\(folder.path)/class.mmp"] {
      #expect(paths(runtime, of: user) == ["/tmp/mmp-\(user)"])
    }
    // As `su` leaves it.
    #expect(paths(folder.path, of: user + 1) == ["/tmp/mmp-\(user + 1)"])
  }

  @Test("the user's runtime folder comes last, for whoever has not been told of it")
  func untold() throws {
    let own = "\(folder.path)/\(geteuid())"
    #expect(mkdir(own, 0o700) == 0)
    func paths(_ runtime: String?) throws -> [String] {
      try ControlAddress(
        ofFile: "\(folder.path)/class.mmp", runtime: runtime, temporary: folder.path,
        runtimes: folder.path
      ).folders.map(\.path)
    }
    let temporary = "\(folder.path)/mmp-\(geteuid())"
    #expect(try paths(nil) == [temporary, "\(own)/mmp"])
    #expect(try paths(own) == ["\(own)/mmp", temporary])
    #expect(rmdir(own) == 0)
    #expect(try paths(nil) == [temporary])
  }

  @Test("a folder is made for the user alone, and taken only if it is so")
  func folders() throws {
    let made = RuntimeFolder(path: "\(folder.path)/mmp", user: geteuid())
    try made.create()
    try made.create()
    #expect(try folder.mode("mmp") == 0o700)
    try folder.setMode(0o750, of: "mmp")
    #expect(throws: ControlError.unsafeFolder(made.path)) { try made.create() }
    try folder.setMode(0o700, of: "mmp")
    let foreign = RuntimeFolder(path: made.path, user: geteuid() + 1)
    #expect(throws: ControlError.unsafeFolder(made.path)) { try foreign.check() }
    symlink(made.path, "\(folder.path)/link")
    for name in ["link", "class.mmp"] {
      let path = "\(folder.path)/\(name)"
      #expect(throws: ControlError.unsafeFolder(path)) {
        try RuntimeFolder(path: path, user: geteuid()).create()
      }
    }
  }

  @Test("a lock is one process's, and is given back with its file")
  func lock() throws {
    let path = "\(folder.path)/a.lock"
    let lock = try SocketLock(path)
    #expect(throws: ControlError.inUse) { try SocketLock(path) }
    lock.release()
    #expect(!folder.has("a.lock"))
    try SocketLock(path).release()
  }

  @Test("of many who want it at once one at a time has it")
  func lockRace() {
    let path = "\(folder.path)/a.lock"
    let holders = Guarded(0)
    let most = Guarded(0)
    onThreads(8) { _ in
      for _ in 0..<200 {
        guard let lock = try? SocketLock(path) else { continue }
        let now = holders.change { holders in
          holders += 1
          return holders
        }
        most.change { $0 = max($0, now) }
        sched_yield()
        holders.change { $0 -= 1 }
        lock.release()
      }
    }
    #expect(most.value == 1)
  }
}
