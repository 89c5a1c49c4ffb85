import Appliance
import PKI
import Testing

@testable import Lab

@Suite("Faults of the scenarios")
struct ScenarioFaultTests {
  /// What holds no more in each of them.
  static let expected: [String: Set<String>] = [
    "expired": ["cms1a: verify cms1a", "cms1a: verify chain"],
    "not-yet-valid": ["cms1a: verify cms1a", "cms1a: verify chain"],
    "another-key": ["cms1a: match cms1a", "cms1a: match chain"],
    "wrong-ca": ["cms1a: verify cms1a", "cms1a: verify chain"],
    "missing-intermediate": [
      "cms1a: verify cms1a", "cms1a: verify dbclusterserver", "cms1a: verify dbclusterclient",
      "cms1a: verify chain", "cms1b: verify chain", "cms1c: verify chain",
    ],
    "san-without-server": ["cms1a: own name"],
    "client-not-postgres": [
      "cms1a: client name", "cms1b: client name", "cms1c: client name",
    ],
    "der": ["cms1a: text", "cms1a: clean", "cms1a: verify chain", "bundle"],
    "bundle-order": ["cms1a: match chain"],
    "renewed-root": [
      "cms1a: verify cms1a", "cms1a: verify dbclusterserver", "cms1a: verify dbclusterclient",
    ],
    "glued-bundle": ["cms1a: match chain", "cms1a: verify chain", "cms1a: clean", "bundle"],
    "ctrl-z": ["cms1a: verify chain", "cms1a: clean", "bundle"],
    "encrypted-key": [
      "cms1a: match cms1a", "cms1a: request cms1a", "cms1a: match chain",
    ],
    "fresh": [], "workbench": [],
  ]

  /// Those in which nothing is wrong.
  private static let faultless: Set = ["fresh", "workbench"]

  private func expected(of name: String) throws -> Set<String> {
    var expected = try #require(Self.expected[name])
    // The bundle of the three servers lies on all of them.
    if expected.remove("bundle") != nil {
      expected.formUnion(["cms1a: bundle", "cms1b: bundle", "cms1c: bundle"])
    }
    return expected
  }

  @Test(
    "exactly what it teaches fails",
    arguments: Scenario.names.filter { !faultless.contains($0) })
  func fails(name: String) throws {
    let scenario = try #require(Scenario.named(name))
    #expect(scenario.page == .done && !scenario.fault.actions.isEmpty)
    let world = try World(scenario: scenario, random: { 0 }, now: { WorldTests.now })
    #expect(WholeLab.failures(world) == (try expected(of: name)))
  }

  /// Those whose fault needs a world that is not the page's.
  private static let ofOtherWorlds = faultless.union([
    "missing-intermediate", "renewed-root",
  ])

  @Test(
    "the same fault befalls a trainee who has typed the page",
    arguments: Scenario.names.filter { !ofOtherWorlds.contains($0) })
  func befalls(name: String) throws {
    let world = try WholeLab.typed()
    let before = WholeLab.failures(world)
    // The page says that the database pairs are on the others too, and does not type it.
    #expect(before.allSatisfy { $0.contains("dbcluster") || $0.hasSuffix("client name") })
    try world.befall(try #require(Scenario.named(name)).fault)
    #expect(
      WholeLab.failures(world).subtracting(before)
        == (try expected(of: name)).subtracting(before))
  }

  @Test("a certificate that would end a line in binary form is renewed before it is told in that")
  func endsLine() throws {
    let world = try WholeLab.done()
    let cms1a = try #require(world.appliances["cms1a"])
    let old = try #require(
      cms1a.contents(of: "cms1a.cer").flatMap { PKIFile($0).certificates.first })
    var ending = old
    // One in 128 is so.
    while !ending.endsLine { ending = try world.authorities.renew(old, now: WorldTests.now) }
    try cms1a.store(.init(name: "cms1a.cer", contents: ending.pem))
    try world.befall(Fault([.init(.encode("cms1a.cer", .init(form: .der)), on: ["cms1a"])]))
    let told = try #require(cms1a.contents(of: "cms1a.cer"))
    #expect(told.last != 0x0A && told.last != 0x0D)
    let new = try #require(PKIFile(told).certificates.first)
    #expect(new.der == told && new.der != ending.der)
  }
}
