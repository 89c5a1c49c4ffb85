import Foundation
import Lab
import MMPShell
import ProgramSupport
import TestSupport
import Testing
import Tutor

@testable import mmp

/// Every error can be shown by typing a few lines, and the program knows which.
@Suite("Demonstrations of errors")
struct DemonstrationTests {
  /// Errors that no transcript in the folder shows, and why.
  private static let excused = [
    "certreq.disk-full": "takes 256 MiB on PC1's drive",
    "certreq.not-made": "a world whose authority cannot make certificates is refused",
    "certreq.template-denied": "a world's YAML cannot say who may enroll for a template",
    "file.no-space": "takes 256 MiB on an appliance",
    "file.too-large": "takes a file of 4 MiB on an appliance; a world's YAML makes 1 MiB at most",
    "psftp.write-error": "takes 256 MiB on an appliance",
  ]

  /// Errors that take more than three lines, and why.
  private static let longer = [
    "cmd.set-full": "a line holds 8191 characters, and variables hold 32,767",
    "ssh.permission-denied": "an appliance takes three passwords, and the command is a line too",
  ]

  private static let folder = Fixtures.transcripts.folder("shows")

  private func shown() throws -> [Demonstration] {
    try DemonstrationFolder(path: Self.folder.path).demonstrations()
  }

  @Test("each error is said by the last line of a transcript, but for those excused")
  func complete() throws {
    let errors = Set(Ledger.lab.entries.filter { $0.kind == "error" }.map(\.id))
    let shown = try Set(shown().flatMap(\.shows))
    #expect(errors.subtracting(shown).subtracting(Self.excused.keys) == [])
    #expect(shown.intersection(Self.excused.keys) == [])
    #expect(shown.union(Self.excused.keys).subtracting(errors) == [])
  }

  @Test("three lines do, in a scenario that the program has, or in none")
  func short() throws {
    for demonstration in try shown() {
      let isLonger = demonstration.shows.contains { Self.longer[$0] != nil }
      #expect((demonstration.lines.count > 3) == isLonger, "\(demonstration.shows)")
      #expect(
        demonstration.scenario.map(Scenario.names.contains) ?? true, "\(demonstration.shows)")
    }
  }

  @Test("they are those of the program, and of docs/errors.md (make docs)")
  func upToDate() throws {
    #expect(try DemonstrationFolder(path: Self.folder.path).text() == Demonstration.builtInText)
    #expect(try Demonstration.builtIn == shown())
    #expect(try Checkout.docs.text("errors.md") == Ledger.lab.errorsPage)
  }

  @Test(
    "the lines start the program and say the message, typed as they stand",
    arguments: [
      "csr.invalid-name", "file.damaged", "shell.incorrect-password", "putty.abandoned",
      "psftp.cannot-list", "certreq.bad-signature", "wget.refused", "pkcs12-to-ssh.no-ssh-form",
    ])
  func typed(id: String) throws {
    let demonstration = try #require(Explanations(.lab).demonstration(of: id))
    let words = demonstration.start.split(separator: " ").dropFirst().map(String.init)
    let folder = try TemporaryFolder()
    let journal = "\(folder.path)/journal"
    let prompt = #/^(cms1a> |psftp> |Please enter password: |Store .* \(y/n\) |C:[^>]+>)/#
    let typed = demonstration.lines.map { $0.replacing(prompt, with: "") + "\n" }.joined()
    // Without a command a console takes no option but behind its name.
    let command = words.isEmpty ? ["console"] : words
    let result = try Program.run(command + ["--journal", journal], input: Data(typed.utf8))
    #expect(try folder.read("journal").contains("\"id\":\"\(id)\""), "\(result.output)")
  }

  @Test("a transcript is refused that differs, or whose last line does not say what it shows")
  func refused() throws {
    let folder = try TemporaryFolder()
    let files = [
      (
        "late",
        "#! shows: shell.unknown-command\ncms1a> foo\nUnknown command\ncms1a> version\n2.9.0\n"
      ),
      ("none", "cms1a> foo\nUnknown command\n"),
      ("differs", "#! shows: shell.unknown-command\ncms1a> foo\nUnknown\n"),
      ("broken", "#! colour: red\ncms1a> foo\n"),
    ]
    for (name, text) in files {
      try folder.write("\(name).txt", text)
      #expect(throws: Failure.self, "\(name)") {
        try DemonstrationFolder(path: "\(folder.path)/\(name).txt").demonstrations()
      }
    }
  }
}
