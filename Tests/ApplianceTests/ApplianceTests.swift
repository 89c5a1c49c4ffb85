import Appliance
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
}
