import Foundation
import ProgramSupport
import TestSupport
import Testing

@Suite("mmp console, fed from a pipe")
struct PipeTests {
  @Test("standard output is the transcript, ended by the last prompt's newline")
  func transcript() throws {
    let result = try Program.run(input: "version\nfrob\n")
    #expect(result.output == "cms1a> version\n2.9.0\ncms1a> frob\nUnknown command\ncms1a> \n")
    #expect(result.errors == "")
    #expect(result.status == 0)
  }

  @Test(
    "line ends and the end of input",
    arguments: [
      ("", "cms1a> \n"), ("\n", "cms1a> \ncms1a> \n"), ("exit\n", "cms1a> exit\n"),
      ("exit\nversion\n", "cms1a> exit\n"), ("\u{FEFF}exit\n", "cms1a> exit\n"),
      ("exit", "cms1a> exit\n"),
      ("version", "cms1a> version\n2.9.0\ncms1a> \n"),
      ("version\r\nversion\r\n", "cms1a> version\n2.9.0\ncms1a> version\n2.9.0\ncms1a> \n"),
    ])
  func ends(input: String, output: String) throws {
    #expect(try Program.run("console", input: input).output == output)
  }

  @Test("a password does not appear")
  func password() throws {
    let result = try Program.run(
      "--files", Fixtures.pki.path, input: "pki unlock locked.key\nc1sco123\nversion\n")
    #expect(
      result.output == """
        cms1a> pki unlock locked.key
        Please enter password: 
        Unlocked key file locked.key
        cms1a> version
        2.9.0
        cms1a> 

        """)
  }

  @Test("options set host name, release and clock")
  func options() throws {
    let result = try Program.run(
      "--host", "streamer.example.com", "--release", "3.2", "--clock", "2021-06-07T08:09:10+02:00",
      input: "version\ndate\n")
    #expect(
      result.output == """
        streamer.example.com> version
        3.2.0
        streamer.example.com> date
        Mon Jun  7 06:09:10 UTC 2021
        streamer.example.com> 

        """)
  }

  @Test(
    "wrong usage is 64",
    arguments: [
      ["--frob"], ["--release", "9.9"], ["--clock", "yesterday"], ["frob"], ["test"],
      ["--clock", "2026-13-01"], ["--clock", "2026-11-23junk"], ["--clock", "9999-12-31"],
      ["--clock", "2026-11-23T24:00:00Z"], ["--clock", "2026-02-30"], ["--host", ""],
      ["--host", "a b"],
    ])
  func usage(arguments: [String]) throws {
    let result = try Program.run(arguments)
    #expect(result.status == 64)
    #expect(result.output == "" && !result.errors.isEmpty)
  }

  @Test(
    "a folder or file that cannot be read is 66",
    arguments: [
      ["--files", "no/such/folder"], ["--files", Checkout.readme], ["--save", "/proc/none"],
      ["--record", "no/such/folder/file"],
      ["test", Checkout.sources.path(of: "COpenSSL")],
    ])
  func unreadable(arguments: [String]) throws {
    let result = try Program.run(arguments)
    #expect(result.status == 66)
    #expect(result.output == "" && result.errors.hasPrefix("mmp: "))
  }

  @Test(
    "output that cannot be written is 74, whatever it is",
    arguments: [
      "", "lab", "fidelity", "fidelity --json", "scenarios", "explain csr.invalid-name",
      "explain --list",
      "test \(Fixtures.transcripts.relativePath(of: "pki"))", "--help", "help lab",
      "serve --listen 127.0.9.9",
      "--version", "scenarios --page", "--generate-completion-script bash", "-c version",
      "lab -c dir",
    ])
  func fullDisk(arguments: String) throws {
    let command = "timeout \(Patience.seconds) \(Program.path) \(arguments) > /dev/full"
    let full = try HostProgram.run("/bin/sh", ["-c", command])
    #expect(full.status == 74 && full.errors.contains("No space left"))
  }

  @Test(
    "a standard output that is closed is not one of the files in use",
    arguments: ["", "-c version", "-q", "lab", "--help", "--version", "help lab", "fidelity"])
  func closedOutput(arguments: String) throws {
    let closed = try HostProgram.run(
      "/bin/sh", ["-c", "echo version | \(Program.path) \(arguments) >&-"])
    #expect(closed.errors == "mmp: cannot write standard output: Bad file descriptor\n")
    #expect(closed.status == 74)
  }

  @Test("a file does not become a stream that is closed")
  func closedStreams() throws {
    let folder = try TemporaryFolder()
    let journal = "\(folder.path)/journal"
    let command = "\(Program.path) --journal \(journal) -c 'pki list' <&- >&- 2>&-"
    #expect(try HostProgram.run("/bin/sh", ["-c", command]).status == 74)
    let lines = try folder.read("journal").split(separator: "\n")
    #expect(lines.count >= 3 && lines.allSatisfy { $0.hasPrefix("{") })
  }

  @Test("a reader that has seen enough is no failure")
  func earlyEnd() throws {
    let folder = try TemporaryFolder()
    let lines = "pki selfsigned ca\n" + String(repeating: "pki list\n", count: 10_000)
    let early = try HostProgram.run(
      "/bin/sh",
      ["-c", "{ \(Program.path) --save \(folder.path); echo $? >&2; } | head -1"],
      input: Data(lines.utf8))
    #expect(early.errors == "0\n")
  }

  @Test("any bytes are answered and repeated as they came")
  func bytes() throws {
    let line = Data([0xFF, 0x00, 0xC3, 0x28, 0x1B, 0x5B, 0x41])
    let result = try Program.run([], input: line + Data([0x0A]))
    #expect(result.output.hasSuffix("\nUnknown command\ncms1a> \n"))
    #expect(result.status == 0)
  }

  @Test("a hundred thousand lines and a line of a megabyte")
  func volume() throws {
    let many = try Program.run(input: String(repeating: "pki list\n", count: 100_000))
    #expect(many.output.utf8.count == 100_000 * 53 + 8)
    let long = String(repeating: "x", count: 1 << 20)
    #expect(try Program.run(input: long).output == "cms1a> \(long)\nUnknown command\ncms1a> \n")
  }
}
