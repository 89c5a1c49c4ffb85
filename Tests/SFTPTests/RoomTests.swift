import Appliance
import Journal
import SFTP
import TestSupport
import Testing

@Suite("Room for what PC1 uploads")
struct RoomTests {
  @Test("a file written at once takes no room that uploads under way keep")
  func reservation() throws {
    let quota = Quota(fileSize: 100, fileCount: 4, totalSize: 100)
    let appliance = Appliance(hostname: "cms1a", quota: quota, now: { 0 })
    let account = Account(name: "admin", password: "")
    let pass = Pass(account: account, source: .console, machine: appliance)
    let files = RemoteFiles(for: pass.visit(.psftp))
    let upload = try Reservation(on: appliance, forFile: "slow.cer")
    try upload.resize(to: 60)
    #expect(throws: SFTPRefusal.self) {
      try files.write(Array(repeating: 0, count: 50), to: RemotePath("quick.cer"))
    }
    #expect(appliance.files.isEmpty && appliance.usage.size == 60)
    try files.write(Array(repeating: 0, count: 40), to: RemotePath("quick.cer"))
    #expect(appliance.usage.size == 100)
    withExtendedLifetime(upload) {}
  }

  @Test("an upload is refused, and nothing of it kept, once the host is short of memory")
  func memory() throws {
    let appliance = Appliance(hostname: "cms1a", now: { 0 })
    let client = Client(appliance) { appliance.usage.size < 4 }
    let handle = try client.handle("a", 0x1A)
    #expect(try client.write(handle, "abcd").status == 0)
    #expect(try client.write(handle, at: 4, "e").message == "Server is short of memory")
    #expect(try client.close(handle).message == "Server is short of memory")
    #expect(appliance.files.isEmpty)
  }

  @Test("what cannot be kept is not answered as done: the file would be there again")
  func unkept() throws {
    let appliance = try Client.appliance("a")
    let keeper = Shelfkeeper()
    appliance.journal.keeper = keeper
    let client = Client(appliance)
    keeper.isFull = true
    #expect(try client.remove("a").message == "No space left on device")
    #expect(try client.rename("a", "b").message == "No space left on device")
    let attributes = Packet.attributes(mode: 0o600)
    #expect(try client.setstat("a", attributes).message == "No space left on device")
    #expect(appliance.files.map(\.name) == ["a"])
    keeper.isFull = false
    #expect(try client.remove("a").status == 0)
    #expect(keeper.take() == ["cms1a: removed a"])
  }

  @Test("nor is a stored file copied then to be changed, but it may be emptied")
  func memoryOfCopies() throws {
    let appliance = try Client.appliance("a")
    let client = Client(appliance) { false }
    let handle = try client.handle("a", 0x03)
    #expect(try client.write(handle, "b").message == "Server is short of memory")
    #expect(try client.close(handle).message == "Server is short of memory")
    #expect(appliance.contents(of: "a") == Array("a".utf8))
    #expect(try client.setstat("a", Packet.attributes(size: 0)).status == 0)
    #expect(appliance.contents(of: "a") == [])
  }
}
