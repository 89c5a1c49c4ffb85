import Foundation
import ProgramSupport
import TestSupport
import Testing

@Suite("mmp for scripts")
struct ScriptTests {
  private static let list = "User supplied certificates and keys:\n"

  @Test(
    "commands of the command line: their answers and nothing else",
    arguments: [
      (["-c", "version"], "2.9.0\n"),
      (["-c", "version", "-c", "frob", "-c", "hostname"], "2.9.0\nUnknown command\ncms1a\n"),
      (["-c", "version\nhostname\n"], "2.9.0\ncms1a\n"),
      (["--command=hostname", "--host", "cms1b"], "cms1b\n"),
      (["console", "pki list"], list), (["console", "pki", "list"], list),
      (["console", "--release", "3.2", "version"], "3.2.0\n"),
      (["-c", "exit", "-c", "version"], ""), (["-c", ""], ""), (["-c", "-x"], "Unknown command\n"),
      (["lab", "-c", "echo one", "-c", "cd \\", "-c", "cd"], "one\nC:\\\n"),
      (["lab", "echo two"], "two\n"),
    ])
  func commands(arguments: [String], output: String) throws {
    // What stands in the pipe is nobody's answer.
    let result = try Program.run(arguments, input: Data("version\n".utf8))
    #expect(result.output == output)
    #expect(result.errors == "" && result.status == 0)
  }

  @Test(
    "what a command asks is read from standard input, as over SSH",
    arguments: [
      (
        "c1sco123\nversion\n", [String](),
        "Please enter password: \nUnlocked key file locked.key\n2.9.0\n"
      ),
      ("c1sco123", [String](), "Please enter password: \nUnlocked key file locked.key\n2.9.0\n"),
      ("", [String](), "Please enter password: \n2.9.0\n"),
      ("c1sco123\n", ["--quiet"], "Unlocked key file locked.key\n2.9.0\n"),
    ])
  func questions(input: String, options: [String], output: String) throws {
    let result = try Program.run(
      ["-c", "pki unlock locked.key", "-c", "version", "--files", Fixtures.pki.path] + options,
      input: Data(input.utf8))
    #expect(result.output == output)
    #expect(result.errors == "" && result.status == 0)
  }

  @Test(
    "--quiet: of a pipe only the answers are shown",
    arguments: [
      (["-q"], "version\n\nfrob", "2.9.0\nUnknown command\n"), (["--quiet"], "", ""),
      (["-q", "lab"], "echo one\n", ""), (["lab", "-q"], "echo one\nexit\n", "one\n"),
      (
        ["-q", "--files", Fixtures.pki.path], "pki unlock locked.key\nwrong\nversion\n",
        "Incorrect password\n2.9.0\n"
      ),
    ])
  func quiet(arguments: [String], input: String, output: String) throws {
    let result = try Program.run(arguments, input: Data(input.utf8))
    #expect(result.output == output)
    #expect(result.status == (arguments == ["-q", "lab"] ? 64 : 0))
  }

  @Test(
    "--strict-exit: the status tells whether the last command said an error",
    arguments: [
      (["-c", "frob"], "", 1), (["-c", "frob", "-c", "version"], "", 0),
      (["-c", "version", "-c", "frob"], "", 1), (["-c", "frob", "-c", "exit"], "", 1),
      (["-c", "pki match server.key edge.cer"], "", 1),
      (["-c", "pki match server.key server.cer"], "", 0),
      (["-c", "pki verify edge.cer root.cer"], "", 1),
      (["-c", "pki unlock locked.key"], "wrong\n", 1),
      (["-c", "pki unlock locked.key"], "c1sco123\n", 0),
      ([String](), "version\nfrob\n\n", 1), (["--quiet"], "frob\nexit\n", 1),
      ([String](), "frob\nversion\n", 0),
      ([String](), "", 0),
    ])
  func strictExit(commands: [String], input: String, status: Int) throws {
    let arguments = commands + ["--files", Fixtures.pki.path]
    let strict = try Program.run(
      arguments + ["--strict-exit"], input: Data(input.utf8))
    #expect(Int(strict.status) == status && strict.errors == "")
    let plain = try Program.run(arguments, input: Data(input.utf8))
    #expect(plain.status == 0 && plain.output == strict.output)
  }

  @Test("PC1's programs say errors too")
  func strictLab() throws {
    #expect(try Program.run("lab", "--strict-exit", "-c", "type none.txt").status == 1)
    #expect(try Program.run("lab", "--strict-exit", "-c", "dir").status == 0)
  }

  @Test("a script is recorded, kept and told as if it had been typed")
  func keeping() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(
      "-c", "pki selfsigned ca", "-c", "pki unlock ca.key", "--clock", "2026-11-23T09:00:00Z",
      "--save", "\(folder.path)/files", "--record", "\(folder.path)/session.txt",
      "--journal", "\(folder.path)/journal")
    #expect(result.status == 0 && result.errors == "")
    #expect(try folder.read("files/ca.crt").hasPrefix("-----BEGIN CERTIFICATE-----"))
    let transcript = try folder.read("session.txt")
    #expect(transcript.contains("cms1a> pki selfsigned ca\n"))
    #expect(try Program.run("test", "\(folder.path)/session.txt").status == 0)
    let journal = try folder.read("journal").split(separator: "\n")
    #expect(journal.first?.contains(#""event":"begun","manner":"console""#) == true)
    #expect(journal.last?.contains(#""event":"ended","manner":"console""#) == true)
    #expect(
      journal.count { $0.contains(#""event":"typed""#) && !$0.contains(#""answer":true"#) } == 2)
  }

  @Test("at a terminal a question is typed at, and Ctrl-C ends all commands")
  func terminal() throws {
    let answered = try Terminal(
      "-c", "pki unlock locked.key", "-c", "version", "--files", Fixtures.pki.path)
    #expect(answered.expect("Please enter password: ") == "Please enter password: ")
    answered.type("c1sco123\n")
    #expect(answered.expect("2.9.0\r\n") == "\r\nUnlocked key file locked.key\r\n2.9.0\r\n")
    #expect(answered.end() == 0)
    let interrupted = try Terminal(
      "-c", "pki unlock locked.key", "-c", "version", "--files", Fixtures.pki.path)
    _ = interrupted.expect("Please enter password: ")
    interrupted.type("\u{3}")
    #expect(interrupted.expect("mmp: interrupted\r\n") == "\r\nmmp: interrupted\r\n")
    #expect(interrupted.end() == 130)
  }
}
