import Foundation
import Glibc
import ProgramSupport
import TestSupport
import Testing

@Suite("Further windows on one world")
struct FurtherWindowTests {
  private let folder: TemporaryFolder
  private var world: String { "\(folder.path)/lab.mmp" }
  private let window = "Certificates>"
  private let prompt = "cms1a> "

  init() throws { folder = try TemporaryFolder() }

  private func open(_ command: String, _ arguments: String...) throws -> Terminal {
    try Terminal(
      Program.path, [command, "--world", world] + arguments,
      environment: [
        "TERM": "xterm", "ASAN_OPTIONS": "detect_leaks=0", "XDG_RUNTIME_DIR": folder.path,
      ], folder: folder.path)
  }

  private func run(
    _ command: String, _ arguments: String..., input: String = ""
  ) throws -> Program.Result {
    try HostProgram.run(
      "/usr/bin/env",
      ["XDG_RUNTIME_DIR=\(folder.path)", Program.path, command, "--world", world] + arguments,
      input: Data(input.utf8), folder: folder.path)
  }

  /// What is left beside the file: nothing, after a proper end.
  private func sockets() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/mmp")
  }

  @Test("two windows on PC1 share its drive; each has a folder of its own")
  func shared() throws {
    let first = try open("lab")
    #expect(first.expect(window) != nil)
    let second = try open("lab")
    #expect(second.expect(window) != nil)
    second.type("echo hi> note.txt\r")
    #expect(second.expect(window) != nil)
    second.type("cd ..\r")
    #expect(second.expect("Desktop>") != nil)
    first.type("type note.txt\r")
    #expect(first.expect("hi\r\r\n") != nil)
    #expect(first.expect(window) != nil)
    second.type("exit\r")
    #expect(second.expect("mmp: kept in \(world); mmp lab --world \(world) takes it") != nil)
    #expect(second.end() == 0)
    first.type("exit\r")
    #expect(first.expect("takes it up again") != nil)
    #expect(first.end() == 0)
    #expect(try sockets() == [])
    #expect(try run("lab", "-c", "type note.txt").output == "hi\r\n")
  }

  @Test("a console beside PC1: what one makes, the other fetches; its keys are those of a terminal")
  func console() throws {
    let pc1 = try open("lab")
    #expect(pc1.expect(window) != nil)
    let cms = try open("console", "--host", "cms1b")
    #expect(cms.expect("cms1b> ") != nil)
    cms.type("pki csr one CN:a.c\u{8}b\r")
    #expect(cms.expect("CSR file one.csr ready for download via SFTP\r\ncms1b> ") != nil)
    cms.type("\u{1B}[A\u{3}")
    #expect(cms.expect("pki csr one CN:a.b^C\r\ncms1b> ") != nil)
    pc1.type("psftp admin@cms1b.pod7.cms.lab\r")
    #expect(pc1.expect("password: ") != nil)
    pc1.type("c1sco123\rget one.csr\rexit\r")
    #expect(pc1.expect("remote:/one.csr => local:one.csr") != nil)
    #expect(pc1.expect(window) != nil)
    #expect(!cms.echoes)
    cms.type("\u{4}")
    #expect(cms.end() == 0)
    pc1.type("exit\r")
    #expect(pc1.end() == 0)
  }

  @Test("a window's size is the terminal's, and follows it")
  func size() throws {
    let first = try open("lab")
    #expect(first.expect(window) != nil)
    let second = try open("console")
    #expect(second.expect(prompt) != nil)
    second.type(String(repeating: "a", count: 20))
    #expect(second.expect("aaa") != nil)
    second.resize(columns: 20)
    second.type("\u{1}")
    // The line's beginning is a row higher now.
    #expect(second.expect("\u{1B}[1A") != nil)
    second.type("\u{3}exit\r")
    #expect(second.end() == 0)
    first.type("exit\r")
    #expect(first.end() == 0)
  }

  @Test("behind a pipe a further window gives the transcript, or only answers")
  func pipe() throws {
    let first = try open("lab")
    #expect(first.expect(window) != nil)
    let input = "hostname\nversion\n"
    let result = try run("console", input: input)
    #expect(result.output == "cms1a> hostname\ncms1a\ncms1a> version\n2.9.0\ncms1a> \n")
    #expect(result.status == 0 && result.errors == "")
    #expect(try run("console", "-q", input: input).output == "cms1a\n2.9.0\n")
    #expect(try run("console", "--strict-exit", input: "nonsense\n").status == 1)
    first.type("exit\r")
    #expect(first.end() == 0)
  }

  @Test("commands on the command line, and what they ask, which takes no more than it needs")
  func commands() throws {
    let first = try open("lab")
    #expect(first.expect(window) != nil)
    #expect(try run("console", "-c", "hostname", "-c", "version").output == "cms1a\n2.9.0\n")
    #expect(try run("console", "--strict-exit", "-c", "nonsense").status == 1)
    let asked = try run(
      "lab", "-c", "ssh admin@cms1a.pod7.cms.lab", input: "c1sco123\nversion\nexit\n")
    #expect(asked.output.contains("cms1a> version\n2.9.0\n"))
    let unasked = try HostProgram.run(
      "/bin/sh",
      [
        "-c",
        """
        export XDG_RUNTIME_DIR=\(folder.path)
        printf 'one\\ntwo\\n' | { \(Program.path) lab --world \(world) -c 'echo x'; cat; }
        """,
      ], input: Data(), folder: folder.path)
    #expect(unasked.output == "x\none\ntwo\n")
    first.type("exit\r")
    #expect(first.end() == 0)
  }

  @Test("what commands ask at a terminal is asked there, and Ctrl-C ends them")
  func commandsAtTerminal() throws {
    let first = try open("lab")
    #expect(first.expect(window) != nil)
    let second = try open("lab", "-c", "ssh admin@cms1a.pod7.cms.lab", "-c", "echo done")
    #expect(second.expect("password: ") != nil)
    second.type("c1sco123\r")
    #expect(second.expect(prompt) != nil)
    second.type("version\rexit\r")
    #expect(second.expect("2.9.0\r\n\(prompt)exit\r\n") != nil)
    #expect(second.expect("done\r\n") != nil)
    #expect(second.end() == 0)
    #expect(second.echoes)
    let third = try open("lab", "-c", "ssh admin@cms1a.pod7.cms.lab", "-c", "echo done")
    #expect(third.expect("password: ") != nil)
    third.type("\u{3}")
    #expect(third.expect("mmp: interrupted") != nil)
    #expect(third.end() == 130)
    first.type("exit\r")
    #expect(first.end() == 0)
  }

  @Test("what only the first window can do is refused, and so is another world's setting")
  func refused() throws {
    let first = try open("lab")
    #expect(first.expect(window) != nil)
    for option in [["--save", folder.path], ["--fresh"], ["--record", "\(folder.path)/r.txt"]] {
      let result = try HostProgram.run(
        "/usr/bin/env",
        ["XDG_RUNTIME_DIR=\(folder.path)", Program.path, "lab", "--world", world] + option
          + ["-c", "dir"],
        input: Data(), folder: folder.path)
      #expect(result.status == 75)
      #expect(result.errors.contains("\(world) is open in another window; \(option[0]) is for"))
    }
    let release = try run("console", "--release", "3.2", "-c", "version")
    #expect(release.status == 64 && release.errors.contains("leave out --release"))
    #expect(try run("console", "--release", "2.9", "-c", "version").output == "2.9.0\n")
    let host = try run("console", "--host", "cms9", "-c", "version")
    #expect(host.status == 66 && host.errors == "mmp: the lab has no appliance cms9\n")
    first.type("exit\r")
    #expect(first.end() == 0)
  }

  @Test("the first window stays until the last has left")
  func lastLeaves() throws {
    let first = try open("lab")
    #expect(first.expect(window) != nil)
    let second = try open("console")
    #expect(second.expect(prompt) != nil)
    first.type("exit\r")
    #expect(first.expect("another window is still open on this world") != nil)
    #expect(first.echoes)
    let third = try open("lab")
    #expect(third.expect(window) != nil)
    second.type("exit\r")
    #expect(second.end() == 0)
    third.type("ver\r")
    #expect(third.expect(window) != nil)
    third.type("exit\r")
    #expect(third.end() == 0)
    #expect(first.end() == 0)
  }

  @Test("Ctrl-C while it stays ends it, and all windows, which say so")
  func interrupted() throws {
    let first = try open("lab")
    #expect(first.expect(window) != nil)
    let second = try open("console")
    #expect(second.expect(prompt) != nil)
    first.type("exit\r")
    #expect(first.expect("Ctrl-C ends it") != nil)
    first.type("\u{3}")
    #expect(first.end() == 0)
    #expect(second.expect("the window that had the world open was closed; all is kept") != nil)
    #expect(second.echoes)
    #expect(second.end() == 69)
  }

  @Test("whoever ends the first window by a signal ends all; a terminal that is closed does not")
  func signals() throws {
    let first = try open("lab")
    #expect(first.expect(window) != nil)
    let second = try open("console")
    #expect(second.expect(prompt) != nil)
    first.signal(SIGHUP)
    second.type("version\r")
    #expect(second.expect("2.9.0\r\n\(prompt)") != nil)
    first.signal(SIGTERM)
    #expect(first.end() == 0)
    #expect(second.expect("was closed") != nil)
    #expect(second.end() == 69)
    #expect(try sockets() == [])
  }

  @Test("a first window that is killed: the others say so and give their terminals back")
  func killed() throws {
    let first = try open("lab")
    #expect(first.expect(window) != nil)
    let second = try open("lab")
    #expect(second.expect(window) != nil)
    second.type("echo hi> note.txt\r")
    #expect(second.expect(window) != nil)
    first.signal(SIGKILL)
    #expect(first.end() == -SIGKILL)
    #expect(second.expect("\r\nmmp: the window that had \(world) open has gone") != nil)
    #expect(second.echoes)
    #expect(second.end() == 69)
    // The socket that is left behind is in nobody's way.
    let third = try open("lab")
    #expect(third.expect(window) != nil)
    #expect(try run("lab", "-c", "type note.txt").output == "hi\r\n")
    third.type("exit\r")
    #expect(third.end() == 0)
  }

  @Test("a further window that is killed or hung up leaves the first alone")
  func furtherKilled() throws {
    let first = try open("lab")
    #expect(first.expect(window) != nil)
    for signal in [SIGKILL, SIGHUP, SIGTERM] {
      let second = try open("console")
      #expect(second.expect(prompt) != nil)
      second.signal(signal)
      #expect(second.end() == (signal == SIGKILL ? -SIGKILL : 0))
    }
    first.type("ver\r")
    #expect(first.expect("Windows") != nil)
    #expect(first.expect(window) != nil)
    first.type("exit\r")
    #expect(first.end() == 0)
  }

  @Test("many that start at once share one world, and each does what it was told")
  func race() throws {
    let (runtime, world) = (folder.path, world)
    let statuses = Guarded<[Int32]>([])
    onThreads(6) { number in
      for round in 0..<4 {
        let result = try? HostProgram.run(
          "/usr/bin/env",
          [
            "XDG_RUNTIME_DIR=\(runtime)", Program.path, "lab", "--world", world,
            "-c", "echo a\(round)b>> \(number).txt",
          ], input: Data(), folder: runtime)
        statuses.change { $0.append(result?.status ?? -1) }
      }
    }
    #expect(statuses.value == [Int32](repeating: 0, count: 24))
    for number in 0..<6 {
      let result = try run("lab", "-c", "type \(number).txt")
      #expect(result.output == "a0b\r\na1b\r\na2b\r\na3b\r\n")
    }
  }
}
