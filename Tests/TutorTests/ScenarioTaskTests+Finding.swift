import Console
import Journal
import Lab
import Synchronization
import TestSupport
import Testing

@testable import Tutor

/// What counts as having found the cause.
extension ScenarioTaskTests {
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
      ("encrypted-key", "pki match dbclusterserver.key dbclusterserver.cer"),
      ("encrypted-key", "pki inspect dbclusterserver.key"),
      ("glued-bundle", "pki inspect cms1b.cer"), ("san-without-server", "pki inspect cms1a.key"),
      ("client-not-postgres", "pki inspect dbclusterclient.key"),
      ("missing-intermediate", "pki verify cms1a.cer cmslab-root-ca.cer"),
      ("missing-intermediate", ":why"), ("wrong-ca", "pki verify cms1a.cer dbclusterserver.cer"),
      ("bundle-order", ":chain cms1a.cer"), ("bundle-order", "pki match cms1a.key cms1a.cer"),
      ("ctrl-z", "pki verify cms1a.cer cmslab-root-ca.cer"),
      ("expired", ":chain cmslab-root-ca.cer"), ("expired", ":chain"), ("der", ":why"),
      ("missing-intermediate", ":chain cmslab-root-ca.cer"),
      ("der", ":chain cms1a.key"),
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
      ("encrypted-key", "cms1a", ":chain cms1a.key"), ("expired", "cms1b", ":chain cms1abc.cer"),
      ("another-key", "cms1a", ":chain cms1a.csr"), ("der", "pc1", ":chain cms1abc.cer"),
      ("san-without-server", "pc1", ":chain cms1a.csr"),
      ("client-not-postgres", "pc1", ":chain dbclusterclient.csr"),
      ("missing-intermediate", "cms1c", ":chain cms1c-fullchain.cer"),
      ("wrong-ca", "pc1", #":CHAIN   "cms1a.cer""#),
      ("missing-intermediate", "pc1", ":chain cms1b-fullchain.cer"),
      ("missing-intermediate", "pc1", ":chain cms1c-fullchain.cer"),
    ])
  func there(name: String, host: String, line: String) throws {
    #expect(try Self.open(name, on: host, typing: [line]) == ["repair"])
  }

  @Test(
    "each picture that finds something is of a file by its name, and needs that file",
    arguments: Scenario.names.filter { !["fresh", "workbench"].contains($0) },
    ["pc1", "cms1a", "cms1b"])
  func missing(name: String, host: String) throws {
    let source = try #require(Scenario.named(name)).source
    let files = String(decoding: source, as: UTF8.self).matches(of: /":chain ([^"]+)"/)
      .map { String($0.output.1) }
    #expect(!files.isEmpty && !files.contains { $0.contains("[") })
    let none = ["cms1a-nothere.cer", "cms1-nothere.cer", "cms1a.x.csr", "dbclusterclient.crt"]
    let lines = (files + none).map { ":chain \($0)" }
    #expect(
      try Self.open(name, on: host, without: files, typing: lines) == ["find", "repair"])
  }

  @Test(
    "files that are not there, or are something else, find nothing",
    arguments: [
      ("expired", ["copy cmslab-root-ca.cer cms1a-x.cer", ":chain cms1a-x.cer"]),
      ("expired", ["echo x> cms1a.cer", ":chain cms1a.cer"]),
      ("encrypted-key", ["type cms1a.key", ":chain cms1a.key"]),
      ("der", ["type cms1a-nothere.cer"]), ("ctrl-z", ["type cms1a-nothere.cer"]),
      ("glued-bundle", ["type cms1a-nothere.cer"]),
    ] as [(String, [String])])
  func otherFiles(name: String, lines: [String]) throws {
    #expect(try Self.open(name, on: "pc1", typing: lines) == ["find", "repair"])
  }

  @Test("a key that was fetched can be looked at on PC1 too")
  func fetchedKey() throws {
    let fetch = "echo get cms1a.key | \(Self.psftp)"
    #expect(
      try Self.open("encrypted-key", on: "pc1", typing: [fetch, "type cms1a.key"]) == ["repair"])
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
      // Whatever it is verified against.
      ("expired", "pki verify cms1a.cer cms1abc.cer"),
      ("expired", "pki verify cms1abc.cer dbclusterserver.cer"),
      ("not-yet-valid", "pki verify cms1a-fullchain.cer  cms1a.cer"),
      ("wrong-ca", "pki verify cms1abc.cer cmslab-root-ca.cer"),
      ("missing-intermediate", "pki verify cms1a.cer cms1a-fullchain.cer"),
      ("der", "pki verify cms1a.cer cms1abc.cer"),
      ("der", "pki match dbclusterserver.key cms1a.cer"),
      ("der", "pki verify dbclusterserver.cer cms1a-fullchain.cer"),
    ])
  func why(name: String, line: String) throws {
    let both: Set = ["find", "repair"]
    #expect(try Self.open(name, typing: [line]) == both)
    #expect(try Self.open(name, typing: [line, ":why"]) == ["repair"])
    // Nothing was told of, or another error.
    #expect(try Self.open(name, typing: [":why", line]) == both)
    #expect(try Self.open(name, typing: ["pki inspect none.cer", ":why", line]) == both)
  }

  @Test("why that is asked elsewhere in the window counts where the error was, and for its command")
  func whyElsewhere() throws {
    let login = ["ssh admin@cms1a.pod7.cms.lab", "c1sco123"]
    let look = "pki verify cms1a.cer cms1abc.cer"
    let other = "pki verify dbclusterserver.cer cms1abc.cer"
    for name in ["expired", "wrong-ca"] {
      func open(_ lines: [String]) throws -> Set<String> {
        try Self.open(name, on: "pc1", typing: login + lines)
      }
      #expect(try open([look, "exit", ":why"]) == ["repair"])
      #expect(try open([look, other, "exit", ":why"]) == ["find", "repair"])
    }
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
}
