import Appliance
import SFTP
import Testing

@Suite("SFTP: names for the time of an upload")
struct WorkingNameTests {
  private func upload(_ name: String, _ text: String, by client: Client) throws {
    let handle = try client.handle(name, 2 | 8 | 16)
    #expect(try client.write(handle, at: 0, Array(text.utf8)).status == 0)
    #expect(try client.close(handle).status == 0)
  }

  @Test(
    "an upload is hidden until it has its final name",
    arguments: [
      ".in.a.cer", ".a.cer", ".a.cer.x7Tq", ".giosave7Tq", "a.cer.filepart", "a.cer.partial",
      "a.part",
    ])
  func hidden(name: String) throws {
    let appliance = try Client.appliance("b")
    let client = Client(appliance)
    let other = Client(appliance)
    try upload(name, "leaf", by: client)
    #expect(appliance.files.map(\.name) == ["b"])
    #expect(appliance.file(named: name) == nil)
    for one in [client, other] {
      #expect(try one.list("/").flatMap(\.self).map(\.text) == [".", "..", "b"])
    }
    #expect(try client.stat(name).attributes?.size == 4)
    #expect(try client.setstat(name, Packet.attributes(mode: 0o600)).status == 0)
    #expect(try client.rename(name, "a.cer").status == 0)
    #expect(try client.stat(name).status == 2)
    #expect(appliance.files.map(\.name) == ["b", "a.cer"])
    #expect(appliance.contents(of: "a.cer") == Array("leaf".utf8))
    #expect(appliance.file(named: "a.cer")?.mode == 0o600)
  }

  @Test("the final name is judged, and what is in its way")
  func judged() throws {
    let appliance = try Client.appliance("b")
    let client = Client(appliance)
    try upload(".in.b", "new", by: client)
    #expect(try client.rename(".in.b", "x y").message == "Permission denied")
    #expect(try client.rename(".in.b", ".b").message == "Permission denied")
    #expect(try client.rename(".in.b", "log").message == "Permission denied")
    #expect(try client.rename(".in.b", "b").message == "File exists")
    #expect(try client.rename(".no", "c").status == 2)
    #expect(appliance.usage == (2, 4))
    let posix = try client.ask(
      200, Packet.string("posix-rename@openssh.com"), Packet.string(".in.b"), Packet.string("b"))
    #expect(posix.status == 0)
    #expect(appliance.contents(of: "b") == Array("new".utf8))
    #expect(appliance.usage == (1, 3))
    for name in [
      ".", "..", "...", ".a b", "a b.filepart", "." + String(repeating: "a", count: 255),
    ] { #expect(try client.open(name, 2 | 8).status != 0) }
  }

  @Test("what is left over goes with the client, and there is not much of it")
  func bounded() throws {
    let appliance = try Client.appliance("b")
    do {
      let client = Client(appliance)
      for number in 0..<64 { try upload(".in.\(number)", "12345678", by: client) }
      #expect(appliance.usage == (65, 513))
      let handle = try client.handle(".in.64", 2 | 8)
      #expect(try client.close(handle).message == "Too many files")
      try upload(".in.63", "1", by: client)
      #expect(try client.remove(".in.62").status == 0)
      #expect(appliance.usage == (64, 498))
    }
    #expect(appliance.usage == (1, 1))
    #expect(appliance.files.map(\.name) == ["b"])
  }
}
