import Foundation
import Glibc
import ProgramSupport
import TestSupport
import Testing

@Suite("--journal")
struct JournalFileTests {
  private let folder: TemporaryFolder
  private var path: String { "\(folder.path)/journal" }

  init() throws { folder = try TemporaryFolder() }

  /// The journal's lines.
  private func lines() throws -> [[String: Any]] {
    let text = try folder.read("journal")
    #expect(text.hasSuffix("\n"))
    return try text.split(separator: "\n").map { line in
      try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "\(line)")
    }
  }

  private func events(_ lines: [[String: Any]]) -> [String] {
    lines.map { line in
      [line["event"], line["line"] ?? line["id"] ?? line["file"] ?? line["manner"]]
        .compactMap { $0 as? String }.joined(separator: " ")
    }
  }

  @Test("the console's: a line of JSON for each event, for its owner's eyes only")
  func console() throws {
    let result = try Program.run(
      "--journal", path, "--files", Fixtures.pki.path, "--clock", "2026-11-23T09:05:06Z",
      input: "version\npki unlock locked.key\nc1sco123\nfrob \"\t\\é\u{1}\n")
    #expect(result.status == 0 && result.errors == "")
    let lines = try lines()
    #expect(lines.map { $0["n"] as? Int } == (1...lines.count).map { $0 })
    for line in lines {
      #expect(line["v"] as? Int == 1 && line["pod"] as? Int != nil)
      #expect(line["host"] as? String == "cms1a")
      #expect(line["user"] as? String == "admin" && line["source"] as? String == "console")
      #expect(line["labTime"] as? String == "2026-11-23T09:05:06.000Z")
      let time = try #require(line["time"] as? String)
      #expect(time.wholeMatch(of: /20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d\d\dZ/) != nil)
    }
    let events = events(lines)
    #expect(events.first == "begun console" && events.last == "ended console")
    #expect(
      events.filter { !$0.hasPrefix("said") } == [
        "begun console", "typed version", "typed pki unlock locked.key", "replaced locked.key",
        "typed frob \"\t\\é\u{1}", "ended console",
      ])
    #expect(try !folder.read("journal").contains("c1sco123"))
    #expect(try folder.mode("journal") == 0o600)
  }

  @Test(
    "a second session goes behind the first, in a file that only its owner may read from now on")
  func append() throws {
    _ = try Program.run("--journal", path, input: "version\n")
    let first = try folder.read("journal")
    try folder.setMode(0o644, of: "journal")
    _ = try Program.run("--journal", path, input: "date\n")
    let both = try folder.read("journal")
    #expect(both.hasPrefix(first) && both.utf8.count > first.utf8.count)
    #expect(try folder.mode("journal") == 0o600)
    let numbers = try lines().compactMap { $0["n"] as? Int }
    #expect(numbers.count { $0 == 1 } == 2)
  }

  @Test("the lab's: PC1 and the appliances, without any secret")
  func lab() throws {
    let result = try Program.run(
      "lab", "--journal", path,
      input: "psftp -pw c1sco123 admin@cms1b.pod7.cms.lab\nget cms1b.csr\nexit\n"
        + "plink admin@cms1b.pod7.cms.lab hostname\nc1sco123\n"
        + "certreq -submit -p c1sco123 cms1b.csr a.cer\n")
    #expect(result.status == 0 && result.errors == "")
    let lines = try lines()
    #expect(lines.map { $0["n"] as? Int } == (1...lines.count).map { $0 })
    #expect(Set(lines.compactMap { $0["host"] as? String }) == ["pc1", "cms1b"])
    #expect(lines.allSatisfy { $0["v"] as? Int == 1 && $0["pod"] as? Int == 7 })
    let events = events(lines)
    for event in [
      "typed psftp -pw *** admin@cms1b.pod7.cms.lab", "begun psftp", "fetched cms1b.csr",
      "ended psftp", "begun exec", "typed hostname", "ended exec",
      "typed certreq -submit -p *** cms1b.csr a.cer",
    ] { #expect(events.contains(event), "\(event)") }
    #expect(events.first == "begun console" && events.last == "ended console")
    #expect(try !folder.read("journal").contains("c1sco123"))
  }

  @Test("a journal that cannot be written is said once, and the session goes on")
  func full() throws {
    let input = String(repeating: "version\n", count: 50)
    let result = try Program.run("--journal", "/dev/full", input: input)
    #expect(
      result.errors
        == "mmp: cannot write /dev/full: No space left on device: the journal ends here\n")
    #expect(result.status == 0)
    #expect(result.output == (try Program.run(input: input).output))
  }

  @Test("a reader who goes away is said once, and the session goes on")
  func reader() throws {
    try #require(mkfifo(path, 0o600) == 0)
    let reader = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    try #require(reader >= 0)
    let terminal = try Terminal("--journal", path)
    #expect(terminal.expect("cms1a> ") != nil)
    terminal.type("version\n")
    #expect(terminal.expect("2.9.0\r\n") != nil)
    #expect(terminal.expect("cms1a> ") != nil)
    close(reader)
    terminal.type("date\n")
    #expect(terminal.expect("mmp: cannot write \(path): Broken pipe: the journal ends here") != nil)
    terminal.type("version\nexit\n")
    #expect(terminal.expect("2.9.0\r\n") != nil)
    let (screen, status) = terminal.endAndScreen()
    #expect(status == 0 && !screen.contains("mmp:"))
  }

  @Test(
    "a folder that does not exist, or a pipe without a reader, ends the program before the session",
    arguments: ["console", "lab"])
  func missing(command: String) throws {
    let nowhere = "\(folder.path)/none/journal"
    let result = try Program.run(command, "--journal", nowhere, input: "version\n")
    #expect(result.status == 73 && result.output == "")
    #expect(result.errors == "mmp: cannot write \(nowhere): No such file or directory\n")
    try #require(mkfifo(path, 0o600) == 0)
    let pipe = try Program.run(command, "--journal", path, input: "version\n")
    #expect(pipe.status == 73 && pipe.output == "")
  }
}
