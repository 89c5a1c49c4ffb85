import Appliance
import Console
import Journal
import Lab
import MMPShell
import Synchronization
import TestSupport
import Testing
import Workstation

@testable import Tutor

/// The tasks of the scenarios, where somebody looks elsewhere or repairs half of it. That their
/// transcripts solve them is tried by the program's tests.
@Suite("The tasks of the scenarios")
struct ScenarioTaskTests {
  private static let now: Int64 = 1_795_424_400

  private static func open(
    _ name: String, on host: String = "cms1a", typing lines: [String] = []
  ) throws -> Set<String> {
    let scenario = try #require(Scenario.named(name))
    let world = try World(scenario: scenario, now: { now })
    let set = try #require(try TaskSet(of: scenario)).filled(for: Trainee(pod: 7))
    let heard = Mutex(SaidSoFar(for: set))
    world.journal.subscribe { event in heard.withLock { _ = $0.note(event) } }
    // Lines for the lab are told of as its voice does.
    for line in lines where line.hasPrefix(":") {
      heard.withLock { _ = $0.note(Said(host: host, typed: line)) }
    }
    let lines = lines.filter { !$0.hasPrefix(":") }
    let screen = TextScreen()
    if host == "pc1" {
      let window = world.workstation.seat().openWindow()
      window.start(on: screen)
      for line in lines { window.receive(.line(line), on: screen) }
    } else if let appliance = world.appliance(named: host) {
      appliance.frontDoor.console().session(carryingOut: lines).start(on: screen)
    }
    let look = Look(at: world, said: heard.withLock { $0.all })
    return Set(set.tasks.filter { !$0.check.holds(in: look).holds }.map(\.id))
  }

  @Test(
    "each has a report, and the tasks find and repair with three hints",
    arguments: Scenario.names.filter { $0 != "workbench" })
  func form(name: String) throws {
    let scenario = try #require(Scenario.named(name))
    let set = try #require(try TaskSet(of: scenario))
    #expect(set.tasks.map(\.id) == ["find", "repair"] && set.briefing != nil)
    for task in set.tasks {
      #expect(task.hints.map { $0.cost > 0 } == [false, false, true])
      #expect(task.pass != nil && task.fail != nil)
    }
    #expect(try Self.open(name) == ["find", "repair"])
  }

  @Test(
    "looking elsewhere finds nothing, looking there does",
    arguments: [
      ("expired", "pki verify dbclusterserver.cer cmslab-root-ca.cer"),
      ("expired", "pki inspect cmslab-root-ca.cer"),
      ("another-key", "pki match cms1a.key dbclusterserver.cer"),
      ("another-key", "pki match dbclusterserver.key cms1a.cer"),
      ("wrong-ca", "pki inspect dbclusterserver.cer"), ("wrong-ca", "pki inspect cms1a.key"),
      ("san-without-server", "pki inspect dbclusterclient.cer"),
      ("san-without-server", "pki match cms1a.key cms1a.cer"),
      ("client-not-postgres", "pki inspect cms1a.cer"), ("der", "pki inspect dbclusterclient.cer"),
      ("bundle-order", "pki inspect cms1a.cer"), ("ctrl-z", "pki inspect cms1a.cer"),
      ("renewed-root", "pki verify cms1a.cer renewed.cer"),
      ("renewed-root", "pki verify cms1a.cer old.cer"),
      ("missing-intermediate", "pki inspect cmslab-root-ca.cer"),
      ("missing-intermediate", ":chain cmslab-root-ca.cer"),
      ("encrypted-key", "pki match dbclusterserver.key dbclusterserver.cer"),
      ("encrypted-key", "pki inspect dbclusterserver.key"),
      ("glued-bundle", "pki inspect cms1b.cer"), ("san-without-server", "pki inspect cms1a.key"),
      ("client-not-postgres", "pki inspect dbclusterclient.key"),
      ("missing-intermediate", "pki verify cms1a.cer cmslab-root-ca.cer"),
      ("missing-intermediate", ":why"), ("wrong-ca", "pki verify cms1a.cer dbclusterserver.cer"),
      ("bundle-order", ":chain cms1a.cer"), ("bundle-order", "pki match cms1a.key cms1a.cer"),
      ("ctrl-z", "pki verify cms1a.cer cmslab-root-ca.cer"),
      ("expired", ":chain cmslab-root-ca.cer"),
      ("another-key", ":chain cms1a.cer"), ("another-key", "pki match cms1a.key cms1a.csr"),
    ])
  func elsewhere(name: String, line: String) throws {
    #expect(try Self.open(name, typing: [line]) == ["find", "repair"])
  }

  @Test(
    "looking there finds the cause, and repairs nothing",
    arguments: [
      ("expired", "cms1a", "pki verify cms1a.cer cmslab-root-ca.cer"),
      ("expired", "cms1a", "pki  inspect  cms1a-fullchain.cer"),
      ("not-yet-valid", "cms1a", "pki verify cms1a.cer cms1a-fullchain.cer"),
      ("another-key", "cms1a", "pki match cms1a.key cms1a.cer"),
      ("wrong-ca", "cms1a", "pki inspect cms1a.cer"),
      ("missing-intermediate", "cms1b", "pki inspect cms1b-fullchain.cer"),
      ("san-without-server", "cms1a", "pki inspect cms1a.csr"),
      ("client-not-postgres", "cms1c", "pki inspect dbclusterclient.cer"),
      ("der", "cms1a", "pki inspect cms1a.cer"),
      ("bundle-order", "cms1a", "pki inspect cms1a-fullchain.cer"),
      ("renewed-root", "cms1a", "pki inspect cmslab-root-ca.cer"),
      ("glued-bundle", "pc1", "TYPE cms1a-fullchain.cer"),
      ("glued-bundle", "cms1a", "pki inspect cms1abc.cer"),
      ("ctrl-z", "pc1", "type cms1abc.cer"),
      ("encrypted-key", "cms1a", "pki match cms1a.key cms1a.cer"),
      ("fresh", "pc1", "psftp admin@cms1a.pod7.cms.lab"),
      // Files that are made of the one at fault, on other machines too.
      ("expired", "cms1b", "pki inspect cms1abc.cer"),
      ("expired", "cms1c", "pki verify cms1abc.cer cmslab-root-ca.cer"),
      ("wrong-ca", "cms1b", "pki inspect cms1abc.cer"),
      ("missing-intermediate", "cms1c", "pki inspect cms1c-fullchain.cer"),
      ("san-without-server", "cms1c", "pki inspect cms1abc.cer"),
      ("der", "pc1", "type CMS1A.CER"),
      ("glued-bundle", "cms1a", "pki verify cms1a.cer cms1a-fullchain.cer"),
      ("ctrl-z", "cms1b", "pki inspect cms1abc.cer"),
      // The lab's own picture of a file.
      ("expired", "pc1", ":chain cms1a-fullchain.cer"),
      ("not-yet-valid", "cms1a", ":chain cms1a.cer"),
      ("another-key", "cms1a", ":chain cms1a.key"), ("wrong-ca", "pc1", ":chain cms1a.cer"),
      ("missing-intermediate", "cms1a", ":chain cms1a-fullchain.cer"),
      ("san-without-server", "cms1a", ":chain cms1a.cer"),
      ("client-not-postgres", "cms1b", ":chain dbclusterclient.cer"),
      ("der", "cms1a", ":chain cms1a.cer"), ("bundle-order", "pc1", ":chain CMS1A-FULLCHAIN.CER"),
      ("renewed-root", "cms1a", ":chain cmslab-root-ca.cer"),
      ("glued-bundle", "cms1c", ":chain cms1abc.cer"), ("ctrl-z", "pc1", ":chain cms1abc.cer"),
      ("encrypted-key", "cms1a", ":chain cms1a.key"),
    ])
  func there(name: String, host: String, line: String) throws {
    #expect(try Self.open(name, on: host, typing: [line]) == ["repair"])
  }

  @Test(
    "an error that tells little tells more with :why",
    arguments: [
      ("missing-intermediate", "pki verify cms1a.cer cmslab-root-ca.cer"),
      ("der", "pki verify cms1a.cer cms1a-fullchain.cer"),
      ("wrong-ca", "pki verify cms1a.cer cmslab-root-ca.cer"),
      ("ctrl-z", "pki verify cms1a.cer cms1a-fullchain.cer"),
      ("ctrl-z", "pki verify cms1a.cer cms1abc.cer"),
      ("der", "pki match cms1a.key cms1abc.cer"),
      ("renewed-root", "pki verify cms1a.cer cmslab-root-ca.cer"),
    ])
  func why(name: String, line: String) throws {
    #expect(try Self.open(name, typing: [line]) == ["find", "repair"])
    #expect(try Self.open(name, typing: [line, ":why"]) == ["repair"])
  }

  @Test(
    "the commands of the last hint find it, typed as they stand",
    arguments: Scenario.names.filter { $0 != "workbench" })
  func findingCommands(name: String) throws {
    let scenario = try #require(Scenario.named(name))
    let set = try #require(try TaskSet(of: scenario)).filled(for: Trainee(pod: 7))
    let world = try World(scenario: scenario, now: { Self.now })
    let heard = Mutex(SaidSoFar(for: set))
    world.journal.subscribe { event in heard.withLock { _ = $0.note(event) } }
    let find = try #require(set["find"])
    HintedCommands(in: find).type(in: world)
    #expect(find.check.holds(in: Look(at: world, said: heard.withLock { $0.all })).holds)
  }

  @Test(
    "the commands of the last hint repair it in any pod, typed as they stand",
    arguments: Scenario.names.filter { !["fresh", "workbench", "encrypted-key"].contains($0) },
    [7, 3])
  func commands(name: String, pod: Int) throws {
    let scenario = try #require(Scenario.named(name))
    let set = try #require(try TaskSet(of: scenario)).filled(for: Trainee(pod: pod))
    let world = try World(scenario: scenario, pod: pod, now: { Self.now })
    HintedCommands(in: try #require(set["repair"])).type(in: world)
    let finding = try #require(set["repair"]).check.holds(in: Look(at: world))
    #expect(finding.holds, "\(finding.fact)")
    // Who has repaired it has found it.
    #expect(try #require(set["find"]).check.holds(in: Look(at: world)).holds)
  }

  @Test(
    "half a repair is none, and finds nothing either",
    arguments: [
      // The certificate alone, without what is made of it.
      ("expired", [sign, "echo put cms1a.cer | \(psftp)"]),
      ("wrong-ca", [sign, "echo put cms1a.cer | \(psftp)"]),
      // The old request once more.
      ("another-key", [sign, join, "echo put cms1a.cer | \(psftp)", upload]),
      ("bundle-order", [join]),
      // The bundles of the other two are left.
      ("der", [sign, join, "echo put cms1a.cer | \(psftp)", upload]),
      ("glued-bundle", ["echo. > l.txt", joinApart, upload]), ("ctrl-z", [join, upload]),
      // What is missing is there, or lies beside the file that has to have it.
      ("missing-intermediate", [fetch]),
      ("missing-intermediate", beside),
      // One root of three files.
      ("renewed-root", ["echo put cmslab-root-ca.cer renewed.cer | \(psftp)"]),
      ("expired", ["echo put cms1b.cer cms1a.cer | \(psftp)"]),
    ] as [(String, [String])])
  func half(name: String, lines: [String]) throws {
    #expect(try Self.open(name, on: "pc1", typing: lines) == ["find", "repair"])
  }

  @Test("a new key instead of the one with a password needs all that hangs on it")
  func newKey() throws {
    let scenario = try #require(Scenario.named("encrypted-key"))
    let set = try #require(try TaskSet(of: scenario)).filled(for: Trainee(pod: 7))
    let repair = try #require(set["repair"])
    let world = try World(scenario: scenario, now: { Self.now })
    let csr =
      "pki csr cms1a CN:cms1.pod7.cms.lab subjectAltName:cms1a.pod7.cms.lab,pod7.cms.lab,"
      + "conf.pod7.cms.lab,join.pod7.cms.lab"
    let window = world.workstation.seat().openWindow()
    func type(_ lines: String...) { window.type(lines, on: TextScreen()) }
    world.appliance(named: "cms1a")?.frontDoor.console().session().type([csr], on: TextScreen())
    type("echo get cms1a.csr | \(Self.psftp)", Self.sign, "echo put cms1a.cer | \(Self.psftp)")
    type(Self.join, Self.upload, "copy cms1a.cer + cms1b.cer + cms1c.cer cms1abc.cer /y")
    for server in ["cms1a", "cms1b", "cms1c"] {
      #expect(!repair.check.holds(in: Look(at: world)).holds)
      type("echo put cms1abc.cer | \(Self.psftp.replacing("cms1a", with: server))")
    }
    #expect(repair.check.holds(in: Look(at: world)).holds)
  }

  private static let psftp = "psftp cms1a.pod7.cms.lab -l admin -pw c1sco123"
  private static let upload = "echo put cms1a-fullchain.cer | \(psftp)"
  private static let join = "copy cms1a.cer + cmslab-root-ca.cer cms1a-fullchain.cer /y"
  private static let joinApart =
    "copy cms1a.cer + l.txt + cmslab-root-ca.cer cms1a-fullchain.cer /y"
  private static let fetch = "WGET http://10.0.224.140/certificates/cmslab-issuing-ca.cer"
  /// All is put right but for the file that has to have both.
  private static let beside: [String] =
    [fetch, both, "echo put both.cer | \(psftp)"]
    + ["a", "b", "c"].flatMap { server -> [String] in
      let chain = "cms1\(server)-fullchain.cer"
      let put = "echo put \(chain) | \(psftp.replacing("cms1a", with: "cms1\(server)"))"
      return ["copy cms1\(server).cer + both.cer \(chain) /y", put]
    }
  private static let both = "copy cmslab-issuing-ca.cer + cmslab-root-ca.cer both.cer /y"
  private static let sign =
    #"certreq -f -submit -username CMS\cert -p c1sco123 -config "#
    + #""cmslab-ad.cms.lab\cms-CMSLAB-AD-CA" -attrib "#
    + #""CertificateTemplate:ClientandServerAuthentication" cms1a.csr cms1a.cer"#
}
