import Foundation
import ProgramSupport
import TestSupport
import Testing

@Suite("mmp test")
struct TranscriptTests {
  @Test(
    "the project's transcripts, README and manual pass",
    arguments: [
      Fixtures.transcripts.path, Checkout.readme, Checkout.docs.path(of: "transcripts.md"),
    ])
  func passes(path: String) throws {
    let result = try Program.run("test", path)
    #expect(result.output.hasSuffix(" passed, 0 failed\n"), "\(result.output)")
    #expect(result.status == 0)
  }

  @Test("a difference is shown, counted and reported")
  func differs() throws {
    let folder = try TemporaryFolder()
    try folder.write("good.txt", "cms1a> version\n2.9.0\n")
    try folder.write("bad.txt", "cms1a> version\n2.8.0\n")
    try folder.write("worse.txt", "#! colour: red\ncms1a> version\n")
    try folder.write("stray.dat", "not a transcript\n")
    let result = try Program.run("test", folder.path, "--junit", "\(folder.path)/report.xml")
    #expect(result.status == 1)
    #expect(result.output.contains("-2.8.0\n+2.9.0\n"))
    #expect(result.output.hasSuffix("1 passed, 2 failed\n"))
    #expect(try folder.read("report.xml").contains("tests=\"3\""))
    #expect(
      result.errors == "mmp: passed over a file that is no transcript: \(folder.path)/stray.dat\n")
  }

  @Test("--update writes what happened, keeps elisions, and then all is well")
  func update() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "#! release: 3.1\ncms1a> pki list\nUser [..]:\ncms1a> version\n")
    #expect(try Program.run("test", "--update", folder.path).status == 0)
    #expect(
      try folder.read("a.txt")
        == "#! release: 3.1\ncms1a> pki list\nUser [..]:\ncms1a> version\n3.1.0\n")
    #expect(try Program.run("test", folder.path).status == 0)
  }

  @Test("what --record writes down can be replayed")
  func record() throws {
    let folder = try TemporaryFolder()
    let file = "\(folder.path)/session.txt"
    let typed = "date\npki selfsigned ca\npki list\nfrob\npki unlock locked.key\nc1sco123\n"
    let live = try Program.run(
      "--record", file, "--clock", "2026-11-23", "--files", Fixtures.pki.path, input: typed)
    #expect(live.status == 0)
    #expect(try folder.mode("session.txt") == 0o600)
    let result = try Program.run("test", file)
    #expect(result.output.hasSuffix("1 passed, 0 failed\n"), "\(result.output)")
  }

  @Test("the ledger is printed as a table and as JSON")
  func fidelity() throws {
    #expect(try Program.run("fidelity").output.contains("VERBATIM"))
    let json = try Program.run("fidelity", "--json").output
    let entries = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: String]]
    #expect(entries?.contains { $0["id"] == "csr.created" } == true)
  }
}
