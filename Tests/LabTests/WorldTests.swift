import Appliance
import Console
import PKI
import TestSupport
import Testing
import Time
import Workstation

@testable import Lab

@Suite("World")
struct WorldTests {
  static let now: UnixTime = 1_795_424_400

  private func world(_ scenario: Scenario? = nil) throws -> World {
    try World(scenario: scenario, now: { Self.now })
  }

  @Test("files from before there were faults have the world's keys at the top")
  func keysAtTheTop() throws {
    let yaml = "purpose: x\npod: 7\naccounts:\n  carol: {password: listen, role: crypto}"
    let world = try World(
      scenario: Scenario(name: "x", source: Array(yaml.utf8)), now: { Self.now })
    let accounts = world.appliances.values.flatMap(\.accounts).map(\.name)
    #expect(accounts.contains("carol") && accounts.contains("admin"))
  }

  @Test("cms1b and cms1c are ready, cms1a is empty, and chains verify")
  func ready() throws {
    let world = try world()
    #expect(world.appliance(named: "cms1a")?.files.isEmpty == true)
    for host in ["cms1b", "cms1c"] {
      let appliance = try #require(world.appliance(named: host))
      #expect(
        appliance.files.map(\.name) == [
          "\(host).key", "\(host).csr", "\(host).cer", "\(host)-fullchain.cer",
          "cmslab-root-ca.cer",
        ])
      let key = try #require(PKIFile(appliance.contents(of: "\(host).key") ?? []).privateKey)
      let chain = PKIFile(appliance.contents(of: "\(host)-fullchain.cer") ?? []).certificates
      #expect(chain.count == 2)
      #expect(chain.first?.matches(key) == true)
    }
  }

  @Test("nothing has expired, whenever the world starts", arguments: [0, 20_000, 40_000])
  func validity(days: UnixTime) throws {
    let now = Self.now + days * 86_400
    let world = try World(now: { now })
    let appliance = try #require(world.appliance(named: "cms1b"))
    for certificate in PKIFile(appliance.contents(of: "cms1b-fullchain.cer") ?? []).certificates {
      let validity = try #require(certificate.validity)
      #expect(validity.notBefore < now && now < validity.notAfter)
    }
  }

  @Test(
    "names in any case, pod1 and pod7",
    arguments: ["cms1b", "CMS1B.pod7.cms.lab", "cms1b.pod1.cms.lab"])
  func names(host: String) throws {
    let network = try world().workstation.network
    guard case .reached(let appliance) = network.appliance(at: host) else {
      Issue.record("\(host) is not reached")
      return
    }
    #expect(appliance.hostname == "cms1b")
  }

  @Test("other hosts are unknown or refuse")
  func strangers() throws {
    let network = try world().workstation.network
    if case .unknownHost = network.appliance(at: "cms1d.pod7.cms.lab") {} else { Issue.record() }
    if case .unknownHost = network.appliance(at: "cms1a.pod1.cms.lab") {} else { Issue.record() }
    if case .refused = network.appliance(at: "10.0.224.140") {} else { Issue.record() }
    if case .refused = network.get(host: "cms1a", port: 80, path: "/") {} else { Issue.record() }
    if case .unknownHost = network.authority(at: "nowhere\\CA") {} else { Issue.record() }
  }

  @Test("another pod is a scenario of one line")
  func pod() throws {
    let scenario = try Scenario(
      name: "pod8", source: Array("purpose: Another pod.\nworld: {pod: 8}\n".utf8))
    let network = try world(scenario).workstation.network
    if case .reached = network.appliance(at: "cms1a.pod8.cms.lab") {} else { Issue.record() }
    if case .unknownHost = network.appliance(at: "cms1a.pod7.cms.lab") {} else { Issue.record() }
  }

  @Test("users have the role of the scenario, else admin")
  func accounts() throws {
    let scenario = try Scenario(
      name: "users",
      source: Array(
        "purpose: x\nworld: {accounts: {carol: {password: a, role: crypto}, bob: b}}".utf8))
    let appliance = try #require(try world(scenario).appliance(named: "cms1a"))
    #expect(appliance.accounts.map(\.name) == ["admin", "bob", "carol"])
    #expect(appliance.accounts.map(\.role) == [.admin, .admin, .crypto])
  }

  @Test("psftp's ! runs a command in its folder and leaves PC1 where it was")
  func local() throws {
    let world = try world()
    let window = world.workstation.seat().openWindow()
    let shown = window.type(
      [
        "psftp -pw c1sco123 admin@cms1b.pod7.cms.lab", "lcd ..", "!cd", "!cd \\", "!cd", "exit",
        "cd",
      ],
      on: TextScreen())
    let folders = shown.split(separator: "\n").filter { $0.hasPrefix("C:") }
    #expect(
      folders == [
        #"C:\Users\admin\Desktop"#, #"C:\Users\admin\Desktop"#,
        #"C:\Users\admin\Desktop\Certificates"#,
      ])
  }
}

@Suite("Scenarios")
struct ScenarioTests {
  @Test("every built-in scenario's file is listed, and has a transcript")
  func complete() throws {
    #expect(try Set(Fixtures.scenarios.names) == Set(Scenario.names.map { "\($0).yaml" }))
    let transcripts = try Fixtures.transcripts.folder("scenarios").names
    #expect(Set(transcripts) == Set(Scenario.names.map { "\($0).txt" }))
  }

  @Test("each can be read and built", arguments: Scenario.names)
  func builds(name: String) throws {
    let scenario = try #require(Scenario.named(name))
    #expect(!scenario.purpose.isEmpty)
    _ = try World(scenario: scenario, now: { WorldTests.now })
  }
}
