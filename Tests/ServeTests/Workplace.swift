import Foundation
import ProgramSupport
import TestSupport
import Testing

/// A folder with the files of docs/automation.md in it, where somebody follows the page.
final class Workplace {
  /// What a command line came to.
  struct Outcome {
    let output: String
    let errors: String
    let status: Int32
  }

  let folder: TemporaryFolder
  let page: ManualPage

  /// The page's files as they stand, but for the ports: its 2201 is the first of `port`'s.
  init(port: Int = 2201) throws {
    folder = try TemporaryFolder()
    page = try ManualPage("automation.md")
    for block in page.blocks where !block.isSession {
      guard let name = block.name else { continue }
      try folder.write(
        name,
        (0..<3).reduce(block.text) { text, index in
          text.replacing("\(2201 + index)", with: "\(port + index)")
        })
    }
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/bin", withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/bin/mmp", withDestinationPath: Program.path)
  }

  /// The same, with the keys that the page has prepared.
  convenience init(beside lab: ServedLab) throws {
    try self.init(port: lab.port)
    let result = try run("bash prepare.sh")
    #expect(result.status == 0, "\(result.errors)")
  }

  /// Carries out a command line there; one that takes too long is ended, with all that it has
  /// started, and has status 124.
  func run(_ command: String) throws -> Outcome {
    // Its errors go to a file: a server that it leaves behind holds up nobody who reads a pipe.
    let errors = "\(folder.path)/errors"
    let runner = try Server(
      "/usr/bin/timeout", ["-k", "1", "\(Patience.seconds)", "bash", "-c", command], errors: errors,
      environment: [
        "HOME": folder.path, "PATH": "\(folder.path)/bin:/usr/bin:/bin", "TERM": "xterm",
        "LANG": "C.UTF-8",
        // Debian's paramiko warns of ciphers to come.
        "PYTHONWARNINGS": "ignore",
      ], folder: folder.path)
    let output = runner.read { _ in false }
    let status = runner.end() ?? 124
    return Outcome(output: output, errors: try folder.read("errors"), status: status)
  }

  /// Types a session of the page, which must go on as it does there.
  func follow(_ name: String) throws {
    let expected = try page.session(name)
    #expect(!expected.isEmpty)
    let end = "\u{1E}"
    let typed = expected.map {
      "\($0.command)\nstatus=$?; printf '\\036'; (exit $status)\n"
    }
    let result = try run("exec 2>&1\n" + typed.joined())
    let outputs = result.output.split(
      separator: Character(end), maxSplits: expected.count, omittingEmptySubsequences: false)
    let steps = zip(expected, outputs).map { step, output in
      SessionStep(
        command: step.command,
        output: output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
          .map(String.init))
    }
    #expect(steps == expected)
  }
}
