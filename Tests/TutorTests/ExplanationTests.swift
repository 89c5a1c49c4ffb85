import Lab
import MMPShell
import Testing
import Tutor

@Suite("Explanations")
struct ExplanationTests {
  private let explanations = Explanations(.lab)

  /// The names of what a text is taken for.
  private func known(_ text: String) -> [String] {
    guard case .known(let entries) = explanations.answer(to: text) else { return [] }
    return entries.map(\.id)
  }

  private func nearest(_ text: String) -> [String]? {
    guard case .unknown(let entries) = explanations.answer(to: text) else { return nil }
    return entries.map(\.id)
  }

  @Test(
    "the best fit comes first",
    arguments: [
      ("Invalid CSR name. Must be alphanumeric", "csr.invalid-name"),
      ("  invalid csr NAME. must be alphanumeric\r\n", "csr.invalid-name"),
      ("File cms1a.cer not found", "file.not-found"),
      ("2026-11-23 09:00 cms1a File cms1a.cer not found\n", "file.not-found"),
      ("Must be alphanumeric", "csr.invalid-name"),
      ("file.not-found", "file.not-found"), ("rule.prompt", "rule.prompt"),
      ("psftp: unknown command \"pki\"", "psftp.unknown-command"),
      (
        "'pki' is not recognized as an internal or external command,\noperable program or batch "
          + "file.", "cmd.unknown-command"
      ),
      ("'pki' is not recognized as an internal or external command,", "cmd.unknown-command"),
      (
        "Certificate not verified against CA bundle: error 20 at 0 depth lookup:unable to get "
          + "local issuer certificate", "verify.failure"
      ),
      ("rm /cms1a.csr: permission denied", "psftp.not-removed"),
      ("psftp> rm log\nrm /log: permission denied\npsftp> ", "psftp.not-removed"),
      ("certreq: Access is denied", "cmd.access-denied"),
      ("rm /cms1a.csr: no such file or directory", "psftp.not-removed"),
      ("nofolder\\root.cer: No such file or directory", "wget.cannot-open"),
      ("ssh: connect to host cms1a port 22: Connection refused", "ssh.refused"),
    ])
  func best(text: String, id: String) {
    #expect(known(text).first == id)
  }

  @Test("all that say the same are named, errors first")
  func several() {
    let known = known("Not enough storage is available to process this command.")
    #expect(Set(known.prefix(2)) == ["cmd.set-full", "cmd.not-enough-storage"])
  }

  @Test("every message is found by its words, filled in, also behind a program's name")
  func all() {
    for entry in explanations.entries where entry.kind != "rule" {
      let text = entry.text.replacing(#/\{[^}]+\}/#, with: "cms1a.x/1")
      guard text.replacing("cms1a.x/1", with: "").count(where: \.isLetter) > 2 else { continue }
      #expect(known(text).contains(entry.id), "\(entry.id)")
      #expect(known("C:\\>prog: " + text + "\n\n").contains(entry.id), "\(entry.id)")
    }
  }

  @Test("every entry is found by its name, and a mistyped name finds it among the nearest")
  func names() {
    for entry in explanations.entries {
      #expect(known(entry.id) == [entry.id])
      if entry.kind == "rule" { #expect(known(entry.text).contains(entry.id)) }
      #expect(known("  \(entry.id.uppercased())\n").first == entry.id)
    }
    #expect(nearest("vrify.failure") == ["verify.failure"])
  }

  @Test("a word within a word is no message")
  func words() {
    #expect(!known("overpermission deniedness").contains("shell.permission-denied"))
    // Two words with a blank between them are no entry of help.
    #expect(!known("pki.csr makes a key").contains("shell.help-entry"))
  }

  @Test("an unknown text gets the nearest by words, mistyped ones too; few words count most")
  func unknown() {
    #expect(nearest("csr.invalid-nme") == ["csr.invalid-name"])
    #expect(nearest("my name was alphanumric")?.prefix(2).contains("csr.invalid-name") == true)
    #expect(nearest("qqqqqqqqqqq") == [])
    #expect(nearest("total nonsense: xyz") != nil)
    #expect((nearest("certificate file key password") ?? []).count == 5)
  }

  @Test(
    "text of any size and kind is looked at in bounded time",
    arguments: [
      String(repeating: "x", count: 1 << 16), String(repeating: ": ", count: 1 << 15),
      String(repeating: "file ", count: 1 << 14), String(repeating: "{file} not {", count: 5000),
      "\0\u{1B}[2J\u{202E}", String(repeating: "é", count: 4095) + "😀",
      (0..<9000).map { "word\($0)" }.joined(separator: " "), "", "{", "}", "{}", " ",
    ])
  func hostile(text: String) {
    switch explanations.answer(to: text) {
    case .known(let entries): #expect(!entries.isEmpty)
    case .unknown(let nearest): #expect(nearest.count <= 5)
    }
  }

  @Test("an explanation has what the ledger knows, and the lines to be typed")
  func text() throws {
    let entry = try #require(explanations.entries.first { $0.id == "file.damaged" })
    let text = explanations.text(of: entry)
    for part in ["file.damaged: an error of MMP\n", "Cause: A block begins", "Grade: INFERRED, "] {
      #expect(text.contains(part))
    }
    #expect(text.contains("To show it:\n  mmp console --scenario workbench\n  cms1a> pki verify "))
    let rule = try #require(explanations.entries.first { $0.kind == "rule" })
    #expect(explanations.text(of: rule).hasPrefix("\(rule.id): a rule\n  "))
  }

  @Test("a demonstration says how to start, from its first prompt")
  func starts() {
    func start(_ line: String, scenario: String? = nil, release: String? = nil) -> String {
      Demonstration(shows: [], scenario: scenario, release: release, lines: [line]).start
    }
    #expect(start("cms1a> foo") == "mmp")
    #expect(start("cms1a> foo", scenario: "der") == "mmp console --scenario der")
    #expect(
      start("cms1b> foo", scenario: "der", release: "3.1")
        == "mmp console --host cms1b --scenario der --release 3.1")
    #expect(start(#"C:\Users\admin>foo > x"#) == "mmp lab")
    #expect(start(#"C:\Users\admin>foo"#, scenario: "der") == "mmp lab --scenario der")
  }

  @Test("demonstrations are read as they are written")
  func readBack() {
    let demonstrations = [
      Demonstration(
        shows: ["a", "b"], scenario: "der", release: "3.0", lines: ["cms1a> x", "y? "]),
      Demonstration(shows: ["c"], lines: ["cms1a> # no"]),
    ]
    let text = "# Made.\n\n" + demonstrations.map(\.text).joined(separator: "\n")
    #expect(Demonstration.all(in: text) == demonstrations)
    #expect(demonstrations[0].steps.last == "y? <Return>")
  }
}
