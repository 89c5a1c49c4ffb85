import Appliance
import SFTP
import Testing

@Suite("SFTP: names, attributes and directories")
struct NameTests {
  @Test("the directory, in batches, as psftp shows it")
  func listing() throws {
    let appliance = try Client.appliance("b.key", "a.csr")
    _ = try appliance.setMode(0o600, ofFile: "b.key")
    let client = Client(appliance)
    let names = try client.list("/").flatMap(\.self)
    #expect(
      names.map(\.line) == [
        "drwxr-xr-x    2 root     root         4096 Nov 23 09:30 .",
        "drwxr-xr-x    2 root     root         4096 Nov 23 09:30 ..",
        "-rw-r--r--    1 root     root            5 Nov 23 09:30 a.csr",
        "-rw-------    1 root     root            5 Nov 23 09:30 b.key",
      ])
    #expect(names.map(\.text) == [".", "..", "a.csr", "b.key"])
    #expect(
      names.last?.attributes
        == Answer.Attributes(size: 5, owner: 0, mode: 0o100_600, modified: 1_795_426_200))
    #expect(names.first?.attributes.mode == 0o040_755)
    for index in 0..<250 {
      try appliance.store(FileStore.File(name: "file\(index)", contents: []))
    }
    #expect(try client.list(".").map(\.count) == [100, 100, 54])
  }

  @Test("a listing goes on behind the last name it has shown, with what is there by then")
  func progress() throws {
    let names = (100..<250).map { "f\($0)" }
    let appliance = try Client.appliance("a")
    for name in names { try appliance.store(FileStore.File(name: name, contents: [])) }
    let client = Client(appliance)
    guard case .handle(_, let handle) = try client.ask(11, Packet.string("")) else { return }
    let first = try client.ask(12, Packet.string(handle)).names.map(\.text)
    #expect(first == [".", "..", "a"] + names.prefix(97))
    for name in names.dropLast() { _ = try client.remove(name) }
    #expect(try client.ask(12, Packet.string(handle)).names.map(\.text) == ["f249"])
    #expect(try client.ask(12, Packet.string(handle)).message == "End of file")
    #expect(try client.fstat(handle).attributes?.mode == 0o040_755)
    #expect(try client.read(handle, at: 0, 1).status == 4)
    #expect(try client.fsetstat(handle, Packet.attributes(mode: 0)).status == 3)
  }

  @Test("a directory opens as a file and is not read; nothing is one but /")
  func directories() throws {
    let client = Client(try Client.appliance("a"))
    let root = try client.handle("/", 1)
    #expect(try client.read(root, at: 0, 1).message == "Is a directory")
    #expect(try client.ask(12, Packet.string(root)).status == 4)
    #expect(try client.fstat(root).attributes?.mode == 0o040_755)
    #expect(try client.close(root).status == 0)
    #expect(try client.open("/", 2 | 8).status == 4)
    for path in ["a", "b", "/a/b"] { #expect(try client.ask(11, Packet.string(path)).status == 2) }
    let mkdir = { (path: String) in
      try client.ask(14, Packet.string(path), Packet.attributes()).status
    }
    let rmdir = { (path: String) in try client.ask(15, Packet.string(path)).status }
    #expect(try [mkdir("b"), mkdir("a"), mkdir("/"), mkdir("b/c")] == [3, 4, 4, 2])
    #expect(try [rmdir("b"), rmdir("a"), rmdir("/")] == [2, 2, 4])
  }

  @Test("paths of all kinds are answered")
  func paths() throws {
    let client = Client(try Client.appliance("a"))
    for path in ["a", "/a", "./a", "//a/", "x/../a", "../../a"] {
      #expect(try client.stat(path).attributes?.size == 1)
    }
    let long = String(repeating: "x/../", count: 2_000) + "e\u{301}"
    for path in ["A", "/a/b", "a\0", "\u{1B}[2J", ".a", "e\u{301}", long, "a b"] {
      #expect(try client.stat(path).status == 2)
      #expect(try client.remove(path).status == 2)
      #expect(try client.open(path, 1).status == 2)
      #expect(try client.open(path, 2).status == 2)
      #expect(try client.setstat(path, Packet.attributes(mode: 0)).status == 2)
    }
    for path in ["a\0", ".hid den", "a b", "é", String(repeating: "a", count: 256), "\u{7F}"] {
      #expect(try client.open(path, 2 | 8).message == "Permission denied")
      #expect(try client.rename("a", path).status == 3)
    }
    #expect(try client.open("/new/file", 2 | 8).status == 2)
    #expect(try client.stat("").attributes?.mode == 0o040_755)
    #expect(try client.remove("/").status == 4)
  }

  @Test("REALPATH tells any path in full, as bytes")
  func realpath() throws {
    let client = Client(try Client.appliance("a"))
    let tell = { (path: [UInt8]) in try client.ask(16, Packet.string(path)) }
    #expect(try tell([]).names.map(\.text) == ["/"])
    #expect(try tell(Array("x/../y//".utf8)).names.map(\.line) == ["/y"])
    let bytes: [UInt8] = [0xFF, 0, 0xC3, 0x28, 0x2F, 0x80]
    #expect(try tell(bytes).names.map(\.name) == [[0x2F] + bytes])
    let long = [UInt8](repeating: 0x61, count: 10_000)
    #expect(try tell(long).names.map(\.name) == [[0x2F] + long])
    #expect(try tell([UInt8](repeating: 0x61, count: 70_000)).message == "File name too long")
  }

  @Test("renaming stops before another file, posix-rename does not")
  func renaming() throws {
    let appliance = try Client.appliance("a", "b", "c")
    let client = Client(appliance)
    let posix = "posix-rename@openssh.com"
    let replace = { (old: String, new: String) in
      try client.extended(posix, Packet.string(old), Packet.string(new)).status
    }
    #expect(try client.rename("a", "b").message == "File exists")
    #expect(try client.rename("a", "a").status == 4)
    #expect(try client.rename("x", "y").status == 2)
    #expect(try client.rename("a", "x/y").status == 2)
    #expect(try client.rename("/", "y").status == 4)
    #expect(try client.rename("c", "d").status == 0)
    #expect(try [replace("b", "a"), replace("a", "a"), replace("x", "a")] == [0, 0, 2])
    #expect(appliance.files.map(\.name) == ["a", "d"])
    #expect(try client.contents("a") == "b")
    #expect(appliance.usage == (2, 2))
  }

  @Test("permissions, times and sizes are set, owners are not")
  func attributes() throws {
    let client = Client(try Client.appliance("abc"))
    let expected = Answer.Attributes(size: 2, owner: 0, mode: 0o104_711, modified: 77)
    #expect(
      try client.setstat("abc", Packet.attributes(size: 2, owner: 0, mode: 0o4711, time: 77)).status
        == 0)
    #expect(try client.stat("abc").attributes == expected)
    #expect(try client.setstat("abc", Packet.attributes(owner: 1)).status == 3)
    #expect(try client.setstat("/", Packet.attributes(mode: 0)).status == 3)
    #expect(try client.setstat("abc", Packet.attributes(size: 4)).status == 0)
    #expect(try client.contents("abc") == "ab\0\0")
    #expect(try client.setstat("abc", Packet.attributes(mode: 0o600, time: 5)).status == 0)
    #expect(try client.ask(7, Packet.string("abc")).attributes?.modified == 5)
    #expect(try client.stat("abc").attributes?.mode == 0o100_600)
  }

  @Test("attributes of a handle wait for its end only if something was written")
  func handleAttributes() throws {
    let appliance = try Client.appliance("abc")
    let client = Client(appliance)
    let handle = try client.handle("abc", 2)
    _ = try client.fsetstat(handle, Packet.attributes(mode: 0o600))
    #expect(appliance.file(named: "abc")?.mode == 0o600)
    _ = try client.write(handle, "A")
    #expect(
      try client.fsetstat(handle, Packet.attributes(size: 1, mode: 0o640, time: 9)).status == 0)
    #expect(appliance.file(named: "abc")?.mode == 0o600)
    #expect(
      try client.fstat(handle).attributes
        == Answer.Attributes(size: 1, owner: 0, mode: 0o100_640, modified: 9))
    _ = try client.close(handle)
    #expect(
      try client.stat("abc").attributes
        == Answer.Attributes(size: 1, owner: 0, mode: 0o100_640, modified: 9))
    let reader = try client.handle("abc", 1)
    #expect(try client.fsetstat(reader, Packet.attributes(size: 0)).status == 3)
  }

  @Test("files that are generated are read, never changed")
  func generated() throws {
    let appliance = try Client.appliance("a", "log")
    appliance.appendLog("line")
    let client = Client(appliance)
    #expect(try client.list("/").flatMap(\.self).map(\.text) == [".", "..", "a", "log"])
    #expect(try client.contents("log") == "line\n")
    let refused = try [
      client.open("log", 2), client.open("log", 2 | 8 | 16), client.remove("log"),
      client.rename("log", "b"), client.rename("a", "log"),
      client.setstat("log", Packet.attributes(mode: 0)),
      client.setstat("log", Packet.attributes(size: 0)),
      client.fsetstat(client.handle("log", 1), Packet.attributes(mode: 0)),
      client.extended("posix-rename@openssh.com", Packet.string("a"), Packet.string("log")),
    ]
    #expect(refused.map(\.message) == Array(repeating: "Permission denied", count: 9))
  }

  @Test("who may only read changes nothing")
  func readOnly() throws {
    let appliance = try Client.appliance("a")
    appliance.appendLog("line")
    let client = Client(appliance, role: .audit)
    #expect(try client.contents("log") == "line\n")
    #expect(try client.list("/").flatMap(\.self).map(\.text) == [".", "..", "log"])
    let refused = try [
      client.open("a", 2), client.open("b", 2 | 8), client.open("a", 1 | 16), client.open("/", 2),
      client.remove("a"), client.remove("x"), client.rename("a", "b"), client.rename("x", "y"),
      client.setstat("a", Packet.attributes(mode: 0)),
      client.fsetstat(client.handle("log", 1), Packet.attributes(mode: 0)),
      client.ask(14, Packet.string("b"), Packet.attributes()), client.ask(15, Packet.string("b")),
    ]
    #expect(refused.map(\.status) == Array(repeating: 3, count: 12))
    #expect(appliance.file(named: "a")?.mode == 0o644)
  }

  @Test("how much room there is")
  func space() throws {
    let quota = Quota(fileSize: 1 << 20, fileCount: 10, totalSize: 1 << 20)
    let client = Client(try Client.appliance("a", quota: quota))
    let numbers: [UInt64] = [4096, 4096, 256, 255, 255, 10, 9, 9, 0, 0, 255]
    #expect(try client.extended("statvfs@openssh.com", Packet.string("/")) == .numbers(1, numbers))
    let handle = try client.handle("a", 1)
    #expect(try client.extended("fsync@openssh.com", Packet.string(handle)).status == 0)
    #expect(
      try client.extended("fstatvfs@openssh.com", Packet.string(handle)) == .numbers(4, numbers))
    #expect(try client.extended("statvfs@openssh.com", Packet.string("x")).status == 2)
    #expect(try client.extended("fsync@openssh.com", Packet.string("x")).status == 4)
  }
}
