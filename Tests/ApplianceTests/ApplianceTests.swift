@testable import Appliance
import Testing

@Suite("Appliance")
struct ApplianceTests {
  @Test("a new name waits for the reboot, files stay")
  func rename() throws {
    let appliance = Appliance(hostname: "cms1a", now: { 0 })
    try appliance.store(FileStore.File(name: "a", contents: [1]))
    appliance.rename(to: "cms1b")
    #expect(appliance.hostname == "cms1a")
    appliance.reboot()
    #expect(appliance.hostname == "cms1b")
    appliance.reboot()
    #expect(appliance.hostname == "cms1b")
    #expect(appliance.contents(of: "a") == [1])
    #expect(appliance.contents(of: "b") == nil)
  }

  @Test("files take the appliance's time, unless they bring their own")
  func times() throws {
    let appliance = Appliance(hostname: "cms1a", now: { 7 })
    try appliance.store(
      FileStore.File(name: "a", contents: []), FileStore.File(name: "b", contents: [], modified: 3))
    #expect(appliance.files.map(\.modified) == [7, 3])
  }

  @Test("accounts and host keys")
  func access() {
    let appliance = Appliance(hostname: "cms1a", now: { 0 })
    #expect(appliance.accounts.matching(user: "admin", password: "c1sco123")?.role == .admin)
    #expect(appliance.accounts.matching(user: "root", password: "c1sco123") == nil)
    #expect(appliance.hostKey == HostKey(of: "cms1a"))
    #expect(appliance.hostKey != HostKey(of: "cms1b"))
    #expect(appliance.hostKey.fingerprint.utf8.count == "ssh-rsa 2048 ".utf8.count + 47)
  }
}
