import Foundation
import Glibc
import ProgramSupport
import TestSupport
import Testing

@Suite("OpenSSH's ssh")
struct OpenSSHTests {
  private let list = "User supplied certificates and keys:\n"

  @Test("commands with the request: their output only, and status 0")
  func exec() throws {
    let lab = try ServedLab()
    let one = try lab.ssh("cms1a", "pki list")
    #expect(one.output == list && one.errors == "" && one.status == 0)
    let several = try lab.ssh("cms1b", "version\nfrob\n\nhostname\nexit\nversion")
    #expect(several.output == "2.9.0\nUnknown command\ncms1b\n")
    #expect(several.errors == "" && several.status == 0)
    #expect(try lab.ssh("cms1c", "hostname").output == "cms1c\n")
  }

  @Test("a stranger's certificate commands no terminal; an exec has it as it is")
  func foreignText() throws {
    let lab = try ServedLab()
    let file = Fixtures.files("terminal").path(of: "terminal.cer")
    #expect(try lab.sftp("put \(file)").status == 0)
    let title = "DNS:a\u{1B}]0;owned\u{7}b.pod7.cms.lab\n"
    for options in [[], ["-T"]] {
      let seen = try lab.run(
        "/usr/bin/ssh", ["-F", "ssh_config"] + options + ["cms1a", "pki inspect terminal.cer"])
      #expect(seen.output.contains(title))
    }
    let terminal = try lab.terminal("/usr/bin/ssh", ["-F", "ssh_config", "cms1a"])
    _ = terminal.expect("password: ")
    terminal.type("c1sco123\r")
    _ = terminal.expect("cms1a> ")
    terminal.type("pki inspect terminal.cer\r")
    #expect(terminal.expect(#"DNS:a\x1B]0;owned\x07b.pod7.cms.lab"# + "\r\n") != nil)
    #expect(terminal.expect(#"\xE2\x80\xAC, C1 \xC2\x9B31m, plain 盛 é"# + "\r\n") != nil)
    terminal.type("exit\r")
    #expect(terminal.end() == 0)
  }

  @Test("the appliance's question, in OpenSSH's words")
  func question() throws {
    let lab = try ServedLab()
    let result = try lab.ssh("-p", "\(lab.port)", "admin@127.0.0.1", "hostname")
    #expect(result.output == "cms1a\n" && result.status == 0)
    #expect(try lab.questions == "(admin@127.0.0.1) Please enter password: \n")
  }

  @Test("the password method serves as well")
  func passwordMethod() throws {
    let lab = try ServedLab()
    let result = try lab.ssh("-o", "PreferredAuthentications=password", "cms1a", "hostname")
    #expect(result.output == "cms1a\n" && result.status == 0)
    #expect(try lab.questions == "admin@127.0.0.1's password: \n")
  }

  @Test("three wrong passwords end the connection, with a word why")
  func wrongPassword() throws {
    let lab = try ServedLab()
    let result = try lab.ssh(
      "-o", "NumberOfPasswordPrompts=9", "cms1a", "hostname", password: "wrong")
    #expect(result.output == "" && result.status == 255)
    #expect(
      result.errors
        == "Received disconnect from 127.0.0.1 port \(lab.port):11: "
        + "Too many authentication failures\r\n")
    let question = "(admin@127.0.0.1) Please enter password: \n"
    #expect(try lab.questions == question + question + question)
  }

  @Test("who guesses waits ever longer, and nobody else is kept out")
  func guessing() throws {
    let lab = try ServedLab()
    let clock = ContinuousClock()
    func guess(_ host: String) throws -> Duration {
      try clock.measure {
        _ = try lab.ssh(
          "-o", "NumberOfPasswordPrompts=3", "-o",
          "PreferredAuthentications=keyboard-interactive", host, "hostname", password: "wrong")
      }
    }
    // 0.5 s, 1 s and 2 s; 6 s together for whoever has guessed before.
    #expect(try guess("cms1a") > .milliseconds(3_400))
    #expect(try guess("cms1a") > .milliseconds(5_900))
    #expect(try guess("carol@cms1a") > .milliseconds(3_400))
    #expect(try lab.ssh("cms1a", "hostname").output == "cms1a\n")
    #expect(try guess("cms1a") > .milliseconds(3_400))
    try lab.home.write("log", "")
    _ = try lab.sftp("get log")
    let log = try lab.home.read("log")
    #expect(log.split(separator: "\n").count { $0.hasSuffix("failed to log in") } == 12)
  }

  @Test("a user there is none of is asked like any other")
  func unknownUser() throws {
    let lab = try ServedLab()
    let result = try lab.ssh("-o", "NumberOfPasswordPrompts=1", "nobody@cms1a", "hostname")
    #expect(result.output == "" && result.status == 255)
    #expect(
      result.errors
        == "nobody@127.0.0.1: Permission denied (publickey,keyboard-interactive,password).\r\n")
    #expect(
      try lab.questions
        == "(nobody@127.0.0.1) Please enter password: \nnobody@127.0.0.1's password: \n")
  }

  @Test("-T: what goes back is what the local console says behind a pipe, byte for byte")
  func pipe() throws {
    let clock = ["--clock", "2026-11-23T09:05:06Z"]
    let lab = try ServedLab(clock[0], clock[1])
    let names = try Fixtures.pki.names
    #expect(try lab.sftp("put \(Fixtures.pki.path)/*").status == 0)
    let inspections = names.map { "pki inspect \($0)\n" }.joined()
    let typed =
      "pki list\n\(inspections)version\r\nfrob\n\ndate\npki unlock locked.key\nc1sco123\n"
      + "  help  \npki verify \(names.joined(separator: " "))\nhostname é\u{FF}\n"
    let local = try Program.run(
      ["console", "--files", Fixtures.pki.path] + clock, input: Data(typed.utf8))
    let remote = try lab.ssh("-T", "cms1a", input: typed)
    #expect(remote.output == local.output)
    #expect(remote.errors == "" && remote.status == 0)
    #expect(local.output.utf8.count > 1_000)
  }

  @Test("a shell at a terminal edits lines, completes and remembers them")
  func terminal() throws {
    let lab = try ServedLab()
    let terminal = try shell(lab)
    terminal.type("vesrion\u{2}\u{2}\u{2}\u{2}\u{14}\r")
    #expect(terminal.expect("\r\n2.9.0\r\ncms1a> ") != nil)
    terminal.type("xx\u{15}hostn\t\r")
    #expect(terminal.expect("\r\ncms1a\r\ncms1a> ") != nil)
    terminal.type("\u{1B}[A\u{1B}[A\r")
    #expect(terminal.expect("\r\n2.9.0\r\ncms1a> ") != nil)
    terminal.type("pki li\u{3}")
    #expect(terminal.expect("^C\r\ncms1a> ") != nil)
    terminal.type("exit\r")
    #expect(terminal.expect("\r\n") != nil)
    let end = terminal.endAndScreen()
    #expect(end.screen == "" && end.status == 0)
  }

  @Test(
    "the end of input ends the session", arguments: [("-T", "", "\n"), ("-tt", "\u{4}", "\r\n")])
  func endOfInput(option: String, input: String, lineEnd: String) throws {
    let lab = try ServedLab()
    let result = try lab.ssh(option, "cms1a", input: input)
    #expect(result.output == "cms1a> " + lineEnd)
    #expect(result.errors == "" && result.status == 0)
  }

  @Test("a window that changes its size wraps the line anew")
  func resize() throws {
    let lab = try ServedLab()
    let terminal = try shell(lab)
    terminal.resize(columns: 20)
    // ssh hears of it by a signal; a key typed before that would be painted for the old size.
    usleep(200_000)
    let line = String(repeating: "x", count: 14)
    terminal.type(line)
    #expect(terminal.expect(line) == line)
    // The line has two rows now: Ctrl-A leads to the one above, behind the prompt.
    terminal.type("\u{1}")
    #expect(terminal.expect("C") == "\u{1B}[1A\u{1B}[6C")
    terminal.type("\u{3}exit\r")
    #expect(terminal.end() == 0)
  }

  @Test("Ctrl-C stops a key being made, dots and all; nothing is stored")
  func interruptedKey() throws {
    let lab = try ServedLab()
    let terminal = try shell(lab)
    // A key may be ready before the finger is down: then it is stored, and the next try follows.
    for attempt in 0..<20 {
      terminal.type("pki csr key\(attempt) CN:a\r")
      _ = terminal.expect("\r\n.")
      terminal.type("\u{3}")
      guard let rest = terminal.expect("cms1a> "), !rest.contains("Created") else { continue }
      let files = try lab.ssh("cms1a", "pki list").output
      #expect(!files.contains("key\(attempt).") && files.hasPrefix(list))
      terminal.type("exit\r")
      #expect(terminal.end() == 0)
      return
    }
    Issue.record("every key was faster than Ctrl-C")
  }

  @Test(
    "a key that lies on the appliance as <user>.pub opens it",
    arguments: [
      ["ed25519"], ["rsa", "-b", "2048"], ["ecdsa", "-b", "256"],
    ])
  func publicKey(type: [String]) throws {
    let lab = try ServedLab()
    for name in ["admin", "other"] {
      let made = try lab.run("/usr/bin/ssh-keygen", ["-q", "-N", "", "-f", name, "-t"] + type)
      #expect(made.status == 0)
    }
    let options = ["-F", "ssh_config", "-o", "PreferredAuthentications=publickey", "-i"]
    let refused = try lab.run("/usr/bin/ssh", options + ["admin", "cms1a", "hostname"])
    #expect(refused.status == 255 && refused.output == "")
    #expect(try lab.sftp("put admin.pub").status == 0)
    let granted = try lab.run("/usr/bin/ssh", options + ["admin", "cms1a", "hostname"])
    #expect(granted.output == "cms1a\n" && granted.status == 0)
    // Neither another key nor another appliance.
    #expect(try lab.run("/usr/bin/ssh", options + ["other", "cms1a", "hostname"]).status == 255)
    #expect(try lab.run("/usr/bin/ssh", options + ["admin", "cms1b", "hostname"]).status == 255)
    #expect(try lab.sftp("rm admin.pub").status == 0)
    #expect(try lab.run("/usr/bin/ssh", options + ["admin", "cms1a", "hostname"]).status == 255)
  }

  @Test("what a role may do, and whether it may come in at all")
  func roles() throws {
    let lab = try ServedLab(
      "--scenario", Fixtures.transcripts.path(of: "shell/roles.yaml"))
    let carol = try lab.ssh("carol@cms1a", "pki list\nhostname x\nversion", password: "rsa2048")
    #expect(carol.output == list + "Permission denied\n2.9.0\n")
    let dave = try lab.ssh("dave@cms1b", "pki list\nnothing", password: "listen")
    #expect(dave.output == "Permission denied\nUnknown command\n")
    let listing = try lab.sftp("ls -1", to: "cms1b", user: "dave", password: "listen")
    #expect(listing.output == "sftp> ls -1\nlog\n")
    for (user, password) in [("erin", "browse"), ("frank", "fetch")] {
      let once = ["-o", "NumberOfPasswordPrompts=1"]
      let result = try lab.ssh(once[0], once[1], "\(user)@cms1a", "version", password: password)
      #expect(result.output == "" && result.status == 255)
    }
  }

  @Test("two sessions on one appliance see each other's files; another appliance does not")
  func twoSessions() throws {
    let lab = try ServedLab()
    let first = try shell(lab)
    #expect(try lab.ssh("cms1a", "pki selfsigned shared").status == 0)
    first.type("pki list\r")
    #expect(
      first.expect("cms1a> ")?.hasSuffix(
        "\r\n\(list.dropLast())\r\nshared.key\r\nshared.crt\r\ncms1a> ")
        == true)
    #expect(try !lab.ssh("cms1b", "pki list").output.contains("shared"))
  }

  @Test("two channels share a connection and its login")
  func controlMaster() throws {
    let lab = try ServedLab()
    let master = try shell(lab, "-M", "-S", "control")
    for answer in ["cms1a\n", "cms1a\n"] {
      let second = try lab.ssh("-S", "control", "cms1a", "hostname", password: "wrong")
      #expect(second.output == answer && second.status == 0)
    }
    let file = try lab.run(
      "/usr/bin/sftp", ["-F", "ssh_config", "-o", "ControlPath=control", "-b", "-", "cms1a"],
      input: "ls -1\n", password: "wrong")
    #expect(file.output == "sftp> ls -1\nlog\n")
    master.type("version\r")
    #expect(master.expect("\r\n2.9.0\r\ncms1a> ") != nil)
    master.type("exit\r")
    #expect(master.end() == 0)
    let questions = try? lab.questions
    #expect(questions == nil)
  }

  @Test("the log has a line for each command, fetched over SFTP")
  func audit() throws {
    let lab = try ServedLab("--clock", "2024-03-06T09:34:45Z")
    #expect(try lab.ssh("cms1a", "pki list\n frob  x ").status == 0)
    #expect(try lab.ssh("-T", "cms1a", input: "version\n").status == 0)
    #expect(try lab.sftp("get log").status == 0)
    let log = try lab.home.read("log")
    let commands = ["pki list", "frob  x", "version"]
    let lines = log.split(separator: "\n")
    #expect(lines.count == commands.count && log.hasSuffix("\n"))
    for (line, command) in zip(lines, commands) {
      let pattern =
        /2024-03-06T09:34:45\.000 local0\.info cms1a cli: User admin from 127\.0\.0\.1:(\d+) issued command < (.*)>: permission granted/
      let match = try #require(try pattern.wholeMatch(in: line))
      #expect(match.2 == command)
      #expect(Int(match.1) ?? 0 > 1023)
    }
  }

  /// A shell at a terminal of 200 columns, logged in and at its prompt.
  private func shell(_ lab: ServedLab, _ options: String...) throws -> Terminal {
    let terminal = try lab.terminal("/usr/bin/ssh", ["-F", "ssh_config"] + options + ["cms1a"])
    #expect(
      terminal.expect("password: ") == "\r(admin@127.0.0.1) Please enter password: ")
    terminal.type("c1sco123\r")
    #expect(terminal.expect("cms1a> ") == "\r\ncms1a> ")
    return terminal
  }
}
