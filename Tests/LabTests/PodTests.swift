@testable import Appliance
import PKI
import Testing
import Workstation

@testable import Lab

@Suite("Pods")
struct PodTests {
  /// A scenario whose world is this one line or more.
  private func scenario(_ world: String) throws -> Scenario {
    let lines = world.split(separator: "\n").map { "\n  \($0)" }.joined()
    return try Scenario(name: "test", source: Array("purpose: x\nworld:\(lines)\n".utf8))
  }

  @Test("a world is that of the pod asked for, else of the scenario's, else of pod 7")
  func number() throws {
    let eight = try WorldDescription(scenario: scenario("pod: 8"))
    for (description, pod, host) in [
      (try WorldDescription(), nil, "cms1a.pod7.cms.lab"), (eight, nil, "cms1a.pod8.cms.lab"),
      (eight, 12, "cms1a.pod12.cms.lab"),
    ] as [(WorldDescription, Int?, String)] {
      let world = try World(description, pod: pod, now: { WorldTests.now })
      guard case .reached = world.workstation.network.appliance(at: host) else {
        Issue.record("\(host) is not reached")
        continue
      }
      let csr = try #require(world.appliance(named: "cms1b")?.contents(of: "cms1b.csr"))
      let request = try #require(PKIFile(csr).request)
      let domain = host.drop { $0 != "." }
      #expect(String(decoding: request.text, as: UTF8.self).contains("DNS:cms1b\(domain)"))
    }
  }

  @Test(
    "what cannot be in one of the pods is refused before any is built",
    arguments: [
      (
        "identities: {a: {cn: \(String(repeating: "x", count: 63))$pod}}",
        "test:3:24: world.identities.a.cn: `",
        "...` is no common name: 1 to 64 characters, in pod 10"
      ),
      (
        "workstation: {files: [{file: a12, text: x}, {file: a$pod, text: y}]}",
        "test:3:47: world.workstation.files[1]: there are two files of this name", "in pod 12"
      ),
      (
        "appliances: {y: {names: [a3], files: []}, z: {names: [a$pod], files: []}}",
        "test:3:57: world.appliances.z.names[0]: `a3` is a name of y too", "in pod 3"
      ),
    ])
  func refusals(world: String, start: String, end: String) throws {
    let scenario = try scenario(world)
    _ = try WorldDescription(scenario: scenario)
    #expect {
      try WorldDescription(scenario: scenario, pods: 12)
    } throws: {
      "\($0)".hasPrefix(start) && "\($0)".hasSuffix(end)
    }
  }

  @Test("a fault's texts mention it too")
  func fault() throws {
    let source = "purpose: x\nfault:\n  - {insert: cms1b.cer, text: pod $pod, on: [cms1b]}\n"
    let scenario = try Scenario(name: "test", source: Array(source.utf8))
    let world = try World(scenario: scenario, pod: 12, now: { WorldTests.now })
    let bytes = try #require(world.appliance(named: "cms1b")?.contents(of: "cms1b.cer"))
    #expect(String(decoding: bytes, as: UTF8.self).hasSuffix("pod 12"))
  }

  @Test("no mention of the pod is missed")
  func everywhere() throws {
    // Names are judged in pod 7, so that a7 has to be declared there.
    let text = "a$pod"
    let files =
      "[{file: \(text), text: \(text), end: \(text)}, {file: k\(text), key: \(text), "
      + "password: \(text)}, {file: r\(text), csr: \(text), with: \(text)}, {file: c\(text), "
      + "certificate: \(text)}, {file: s\(text), response: \(text)}, "
      + "{file: j\(text), join: [\(text)], between: \(text)}]"
    let upload = "{file: u\(text), pc1: c\(text)}"
    let yaml = """
      identities: {a7: {cn: \(text), san: [\(text)]}}
      authority:
        {host: \(text), name: \(text), root: \(text), template: \(text), accounts: {a: \(text)}}
      webServer: {names: [w\(text)], address: 10.0.0.$pod, folder: \(text), files: \(files)}
      workstation: {user: \(text), folder: \(text), address: 10.0.0.$pod, files: \(files)}
      accounts: {bob: \(text), carol: {password: \(text), role: crypto}}
      appliances:
        {cms1a: {names: [\(text)], files: \(files)}, b: {names: [b], files: [\(upload)]}}
      """
    let description = try WorldDescription(scenario: scenario(yaml)).inPod(3)
    var text3 = ""
    dump(description, to: &text3)
    #expect(text3.contains("a3"))
    #expect(!text3.contains("$pod"))
  }

  @Test("an outline names appliances and users")
  func outline() throws {
    let outline = try WorldOutline(
      scenario: scenario(
        "accounts: {dave: {password: a, role: audit}, erin: {password: b, role: api}}"), pod: 4)
    #expect(outline.appliances.map(\.hostname) == ["cms1a", "cms1b", "cms1c"])
    #expect(outline.appliances.first?.names == ["cms1a.pod4.cms.lab", "cms1a"])
    #expect(outline.users == ["admin", "dave"])
    #expect(try WorldOutline().appliances.first?.names.first == "cms1a.pod7.cms.lab")
  }

  @Test("other passwords and other keys")
  func replacements() throws {
    let world = try World(
      passwords: "another", keys: NoKeys(), now: { WorldTests.now })
    for appliance in world.appliances.values {
      #expect(appliance.accounts.matching(user: "admin", password: "another") != nil)
      #expect(appliance.accounts.matching(user: "admin", password: "c1sco123") == nil)
      #expect(appliance.keys is NoKeys)
    }
  }
}

private struct NoKeys: KeySource {
  func rsaKey(
    bits: Int, progress: (PrimeSearchEvent) -> Bool
  ) throws(OpenSSLError) -> PrivateKey? { nil }
}
