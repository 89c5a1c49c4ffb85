import Appliance
import SFTP
import Testing

@Suite("SFTP: reading and writing")
struct UploadTests {
  private static let put: UInt32 = 2 | 8 | 16
  private static let noSpace = "No space left on device"

  @Test("an upload shows when it is closed, as a whole")
  func atomic() throws {
    let appliance = try Client.appliance("a")
    let (client, other) = (Client(appliance), Client(appliance))
    let new = try client.handle("new", Self.put, Packet.attributes(mode: 0o100_600))
    let over = try client.handle("/a", Self.put)
    #expect(try client.write(new, at: 6, "world").status == 0)
    #expect(try client.write(new, at: 0, "hello ").status == 0)
    #expect(try client.write(over, "b").status == 0)
    #expect(try other.stat("new").status == 2)
    #expect(try other.contents("a") == "a")
    #expect(try client.fstat(new).attributes?.size == 11)
    #expect(try client.close(new).status == 0)
    #expect(try client.close(over).status == 0)
    #expect(try other.contents("new") == "hello world")
    #expect(try other.contents("a") == "b")
    #expect(try client.stat("new").attributes?.mode == 0o100_600)
    #expect(try client.close(new).message == "Invalid handle")
    #expect(appliance.files.map(\.name) == ["a", "new"])
  }

  @Test("what a lost connection had begun leaves nothing behind", arguments: [true, false])
  func dropped(isClosed: Bool) throws {
    let appliance = try Client.appliance("a")
    do {
      let client = Client(appliance)
      for name in ["a", "b"] {
        _ = try client.write(client.handle(name, Self.put), at: 99, "xyz")
      }
      #expect(appliance.usage == (2, 1 + 2 * 102))
      if isClosed { client.server.close() }
      #expect(client.server.hasWork == false && !client.server.isBroken)
      if isClosed { #expect(client.exchange(Packet.initialise).isEmpty) }
    }
    #expect(appliance.usage == (1, 1))
    #expect(appliance.contents(of: "a") == Array("a".utf8))
  }

  @Test("an upload is resumed, at an offset or at the end")
  func resumed() throws {
    let appliance = try Client.appliance("abc")
    let client = Client(appliance)
    let resumed = try client.handle("abc", 2 | 8)
    _ = try client.write(resumed, at: 3, "def")
    _ = try client.write(resumed, at: 1, "BCD")
    #expect(try client.close(resumed).status == 0)
    #expect(try client.contents("abc") == "aBCDef")
    let appended = try client.handle("abc", 2 | 4)
    _ = try client.write(appended, at: 0, "gh")
    #expect(try client.close(appended).status == 0)
    #expect(try client.contents("abc") == "aBCDefgh")
    let gap = try client.handle("abc", 2 | 16)
    _ = try client.write(gap, at: 2, "x")
    _ = try client.close(gap)
    #expect(try client.contents("abc") == "\0\0x")
  }

  @Test("one handle reads what it wrote; a reader sees what there was")
  func snapshot() throws {
    let client = Client(try Client.appliance("abc"))
    let reader = try client.handle("abc", 1)
    let both = try client.handle("abc", 3)
    _ = try client.write(both, at: 3, "def")
    #expect(try client.read(both, at: 1, 4).text == "bcde")
    _ = try client.close(both)
    _ = try client.remove("abc")
    #expect(try client.read(reader, at: 1, 99).text == "bc")
    #expect(try client.read(reader, at: 3, 1).status == 1)
    #expect(try client.read(reader, at: 3, 0).text == "")
    #expect(try client.read(reader, at: .max, .max).message == "End of file")
    #expect(try client.write(reader, "x").status == 3)
    let writer = try client.handle("abc", 2 | 8)
    #expect(try client.read(writer, at: 0, 1).status == 3)
  }

  @Test("an empty file, one that must be new, one that is not there")
  func creation() throws {
    let appliance = try Client.appliance("a")
    let client = Client(appliance)
    #expect(try client.close(client.handle("empty", 2 | 8)).status == 0)
    #expect(appliance.file(named: "empty")?.contents == [])
    #expect(appliance.file(named: "empty")?.mode == 0o644)
    #expect(try client.close(client.handle("a", 2 | 8)).status == 0)
    #expect(appliance.contents(of: "a") == Array("a".utf8))
    #expect(try client.close(client.handle("a", 2 | 16)).status == 0)
    #expect(appliance.contents(of: "a") == [])
    #expect(try client.open("a", 2 | 8 | 32).message == "File exists")
    #expect(try client.open("b", 2).message == "No such file")
    #expect(try client.open("b", 1).status == 2)
    let first = try client.handle("b", 2 | 8 | 32)
    let second = try client.handle("b", 2 | 8 | 32)
    #expect(try client.close(first).status == 0)
    #expect(try client.close(second).message == "File exists")
  }

  @Test("an upload is stored under the name it was opened by, whatever happened to that")
  func removedMeanwhile() throws {
    let appliance = try Client.appliance("a", "b")
    _ = try appliance.setMode(0o600, ofFile: "a")
    let client = Client(appliance)
    let (one, two) = (try client.handle("a", 2), try client.handle("b", 2))
    _ = try client.write(one, "A")
    _ = try client.write(two, "B")
    _ = try client.remove("a")
    _ = try client.rename("b", "c")
    #expect(try client.close(one).status == 0)
    #expect(try client.close(two).status == 0)
    #expect(appliance.files.map(\.name) == ["c", "a", "b"])
    #expect(appliance.file(named: "a")?.mode == 0o600)
    #expect(try client.contents("c") == "b")
  }

  @Test("what does not fit is refused when it is written, and not stored by halves")
  func quota() throws {
    let quota = Quota(fileSize: 10, fileCount: 3, totalSize: 15)
    let appliance = try Client.appliance("a", quota: quota)
    let (client, other) = (Client(appliance), Client(appliance))
    let large = try client.handle("large", Self.put)
    #expect(try client.write(large, "0123456789").status == 0)
    #expect(try client.write(large, at: 10, "x").message == "File too large")
    #expect(try client.write(large, at: 0, "x").message == "File too large")
    #expect(try client.close(large).message == "File too large")
    #expect(appliance.usage == (1, 1))

    let (one, two) = (try client.handle("one", Self.put), try other.handle("two", Self.put))
    #expect(try client.write(one, "0123456789").status == 0)
    #expect(try other.open("three", Self.put).message == "Too many files")
    #expect(try other.write(two, "01234").message == Self.noSpace)
    #expect(try other.close(two).status == 4)
    #expect(try client.close(one).status == 0)
    #expect(appliance.usage == (2, 11))
  }

  @Test("offsets and sizes beyond all bounds", arguments: [.max, .max - 1, 1 << 63, 1 << 40])
  func hostile(offset: UInt64) throws {
    let appliance = try Client.appliance("a")
    let client = Client(appliance)
    let handle = try client.handle("a", 3)
    #expect(try client.read(handle, at: offset, .max).status == 1)
    #expect(try client.write(handle, at: offset, "").status == 0)
    #expect(try client.write(handle, at: offset, "xy").message == "File too large")
    let other = try client.handle("a", 3)
    #expect(try client.fsetstat(other, Packet.attributes(size: offset)).status == 4)
    #expect(try client.setstat("a", Packet.attributes(size: offset)).status == 4)
    #expect(appliance.usage == (1, 1))
  }

  @Test("what was removed counts as long as somebody has it open")
  func removedWhileOpen() throws {
    let quota = Quota(fileSize: 10_000, fileCount: 3, totalSize: 15_000)
    let appliance = try Client.appliance(quota: quota)
    let (reader, writer) = (Client(appliance), Client(appliance))
    let contents = String(repeating: "x", count: 10_000)
    func put(_ name: String) throws -> Int? {
      let handle = try writer.handle(name, Self.put)
      _ = try writer.write(handle, contents)
      return try writer.close(handle).status.map(Int.init)
    }
    #expect(try put("a") == 0)
    let handle = try reader.handle("a", 1)
    #expect(try writer.rename("a", "b").status == 0)
    #expect(try writer.remove("b").status == 0)
    #expect(appliance.usage == (0, 10_000))
    #expect(try put("c") == 4)
    #expect(try reader.close(handle).status == 0)
    #expect(appliance.usage == (0, 0))
    #expect(try put("c") == 0)
  }

  @Test("64 handles, not one more; and no more bytes than the appliance has")
  func handles() throws {
    let quota = Quota(fileSize: 10, fileCount: 3, totalSize: 15)
    let appliance = try Client.appliance("abcdef", quota: quota)
    let client = Client(appliance)
    #expect(try client.open("abcdef", 1).status == nil)
    #expect(try client.open("abcdef", 1).status == nil)
    #expect(try client.open("abcdef", 1).message == "Too many open files")
    let listings = try (0..<62).map { _ in try client.ask(11, Packet.string("/")) }
    #expect(listings.allSatisfy { $0.status == nil })
    #expect(try client.ask(11, Packet.string("/")).message == "Too many open files")
    #expect(try client.open("b", Self.put).message == "Too many open files")
    guard case .handle(_, let last)? = listings.last else { return }
    #expect(try client.close(last).status == 0)
    #expect(try client.open("b", Self.put).status == nil)
    #expect(try client.close([1, 2, 3]).status == 4)
  }

  @Test("a large file comes back as it went, in pieces")
  func large() throws {
    let appliance = try Client.appliance()
    let client = Client(appliance)
    // No power of two, so that a piece in the wrong place shows.
    let contents = repeatElement([UInt8](0...250), count: 12_000).flatMap(\.self)
    let handle = try client.handle("large", 3 | 8)
    for start in stride(from: 0, to: contents.count, by: 200_000) {
      let piece = Array(contents[start...].prefix(200_000))
      #expect(try client.write(handle, at: UInt64(start), piece).status == 0)
    }
    var copy: [UInt8] = []
    while case .data(_, let data) = try client.read(handle, at: UInt64(copy.count), .max) {
      #expect(data.count <= 261_120)
      copy += data
    }
    #expect(copy == contents)
    _ = try client.close(handle)
    #expect(appliance.contents(of: "large") == contents)
  }
}
