import Appliance
import Console
import Lab
import MMPShell
import TestSupport
import Testing
import Workstation

@testable import Tutor

/// The tasks of the scenarios, where somebody looks elsewhere or repairs half of it. That their
/// transcripts solve them is tried by the program's tests.
@Suite("The tasks of the scenarios")
struct ScenarioTaskTests {
  static let now: Int64 = 1_795_424_400

  /// The tasks that are open in a scenario's lab once lines were typed in a window of it, those for the
  /// lab among them.
  ///
  /// - Parameter files: what is taken away from the window's machine before.
  static func open(
    _ name: String, on host: String = "cms1a", without files: [String] = [],
    typing lines: [String] = []
  ) throws -> Set<String> {
    let scenario = try #require(Scenario.named(name))
    let world = try World(scenario: scenario, now: { now })
    let set = try #require(try TaskSet(of: scenario)).filled(for: Trainee(pod: 7))
    let desk = world.workstation
    for file in files {
      if host == "pc1" {
        try? desk.drive.delete(desk.folder.appending(file))
      } else {
        _ = try world.appliance(named: host)?.removeFile(file)
      }
    }
    let progress = Progress(set, in: world)
    let session =
      host == "pc1"
      ? desk.seat().openWindow()
      : try #require(world.appliance(named: host)).frontDoor.console().session()
    Tutoring(of: world, progress: progress).attend(session, restart: .refused(""))
    session.type(lines, on: TextScreen())
    #expect(progress.catchUp(within: 60_000))
    return Set(set.tasks.filter { !progress.isDone($0) }.map(\.id))
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

  static let psftp = "psftp cms1a.pod7.cms.lab -l admin -pw c1sco123"
  static let upload = "echo put cms1a-fullchain.cer | \(psftp)"
  static let join = "copy cms1a.cer + cmslab-root-ca.cer cms1a-fullchain.cer /y"
  static let joinApart =
    "copy cms1a.cer + l.txt + cmslab-root-ca.cer cms1a-fullchain.cer /y"
  static let fetch = "WGET http://10.0.224.140/certificates/cmslab-issuing-ca.cer"
  /// All is put right but for the file that has to have both.
  static let beside: [String] =
    [fetch, both, "echo put both.cer | \(psftp)"]
    + ["a", "b", "c"].flatMap { server -> [String] in
      let chain = "cms1\(server)-fullchain.cer"
      let put = "echo put \(chain) | \(psftp.replacing("cms1a", with: "cms1\(server)"))"
      return ["copy cms1\(server).cer + both.cer \(chain) /y", put]
    }
  static let both = "copy cmslab-issuing-ca.cer + cmslab-root-ca.cer both.cer /y"
  static let sign =
    #"certreq -f -submit -username CMS\cert -p c1sco123 -config "#
    + #""cmslab-ad.cms.lab\cms-CMSLAB-AD-CA" -attrib "#
    + #""CertificateTemplate:ClientandServerAuthentication" cms1a.csr cms1a.cer"#
}
