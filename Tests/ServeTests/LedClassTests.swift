import Foundation
import Glibc
import ProgramSupport
import TestSupport
import Testing

@Suite("A class that is led")
struct LedClassTests {
  private let lab: ServedLab
  private static let one = "cms1a.pod1.cms.lab"
  private static let two = "cms1a.pod2.cms.lab"

  init() throws {
    let home = try TemporaryFolder()
    try home.write(
      "roster.csv", "pod,id,last_name,first_name\n1,ada,Lovelace,Ada\n2,gh,Hopper,Grace\n")
    try home.setMode(0o600, of: "roster.csv")
    lab = try ServedLab(
      "--state", "class.mmp", "--pods", "2", "--roster", "roster.csv", pods: 2, home: home)
  }

  private func lead(_ verb: String, _ words: String...) throws -> Program.Result {
    try lab.run(Program.path, ["class", verb, "--state", "class.mmp"] + words)
  }

  private func trainee(_ host: String = one) throws -> Terminal {
    let terminal = try lab.terminal("/usr/bin/ssh", ["-F", "ssh_config", host])
    #expect(terminal.expect("password: ") != nil)
    terminal.type("c1sco123\r")
    #expect(terminal.expect("cms1a> ") != nil)
    return terminal
  }

  private func instructor(_ verb: String, _ words: String...) throws -> Terminal {
    try lab.terminal(Program.path, ["class", verb, "--state", "class.mmp"] + words)
  }

  @Test("a window on one of its labs is refused, with the file's name and what to do")
  func window() throws {
    let refused = try lab.run(Program.path, ["lab", "--world", "class.mmp", "-c", "dir"])
    #expect(refused.output == "" && refused.status == 66)
    #expect(
      refused.errors.hasSuffix(
        "/class.mmp is a class that is served; mmp class is for it, and ssh to its ports\n"))
  }

  @Test("status says who is where and what goes wrong; JSON the same; both without a server too")
  func status() throws {
    let terminal = try trainee()
    terminal.type("pki csr cms-1a CN:a.b\r")
    #expect(terminal.expect("alphanumeric\r\ncms1a> ") != nil)
    let text = try lead("status")
    #expect(text.errors == "" && text.status == 0)
    let row = try #require(text.output.split(separator: "\n").dropFirst().first)
    #expect(row.hasPrefix("1    Ada Lovelace  cms1a terminal  pki csr cms-1a CN:a.b  "))
    #expect(row.contains("  csr.invalid-name  1  "))
    #expect(
      text.output.contains(
        "\nErrors of the last ten minutes:\n  1 in one pod  csr.invalid-name: "))
    let json = try lead("status", "--json")
    let rows = try #require(
      JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
    #expect(rows.map { $0["pod"] as? Int } == [1, 2])
    #expect((rows[0]["visits"] as? [[String: Any]])?.map { $0["host"] as? String } == ["cms1a"])
    terminal.type("exit\r")
    _ = terminal.end()
    #expect(lab.stop() == 0)
    let later = try lead("status")
    #expect(later.output.contains("Ada Lovelace             exit "))
    #expect(later.output.contains("\nNobody serves it now.\n"))
    #expect(try lead("say", "hello").status == 69)
  }

  /// What the lab says at a terminal with colours.
  private func aside(_ text: String) -> String { "\u{1B}[36m| \(text)\u{1B}[0m" }

  @Test("what is said stands at the next prompt of terminals, and in no exec")
  func say() throws {
    let terminal = try trainee()
    #expect(
      try lead("say", "gh", "Break").errors == "mmp: nobody is at a terminal in pod 2\n")
    let said = try lead("say", "Break at ten\u{1B}[2J")
    #expect(said.output == "left at 1 terminal in 1 pod, for the next prompt\n")
    #expect(try lab.ssh(Self.one, "hostname").output == "cms1a\n")
    terminal.type("version\r")
    #expect(terminal.expect("2.9.0\r\n\(aside(#"Break at ten\x1B[2J"#))\r\ncms1a> ") != nil)
    terminal.type("version\r")
    #expect(terminal.expect("version\r\n2.9.0\r\ncms1a> ") != nil)
  }

  @Test("a terminal is watched as it happens, and its trainee is told")
  func watch() throws {
    let terminal = try trainee()
    terminal.type("vers")
    #expect(terminal.expect("vers") != nil)
    let watcher = try instructor("watch", "ada")
    #expect(watcher.expect("Ctrl-C leaves it\r\n") != nil)
    #expect(watcher.expect("cms1a> vers") != nil)
    terminal.type("ion\r")
    let told = aside("Your instructor watches this terminal.")
    #expect(terminal.expect("2.9.0\r\n\(told)\r\ncms1a> ") != nil)
    // The watcher's own terminal adds to each line's end.
    let seen = try #require(watcher.expect("watches this terminal."))
    #expect(
      seen.replacing("\r\r\n", with: "\n").hasPrefix("ion\n2.9.0\n\u{1B}[36m| Your instructor "))
    watcher.type("\u{3}")
    #expect(watcher.end() != 0)
    // The server notices in its own time.
    let isTold = Patience.sees {
      terminal.type("version\r")
      let seen = terminal.expect("cms1a> ") ?? ""
      return seen.contains("\(aside("Your instructor has stopped watching."))\r\n")
    }
    #expect(isTold)
    let other = try instructor("watch", "1", "--host", "cms1a")
    #expect(other.expect("Ctrl-C leaves it\r\n") != nil)
    terminal.type("exit\r")
    let end = other.endAndScreen()
    #expect(end.screen.contains("| the session is over") && end.status == 0)
    #expect(try lead("watch", "2").status == 1)
  }

  @Test("events are followed until the server ends")
  func events() throws {
    let follower = try instructor("events", "2", "--follow")
    _ = try lab.ssh(Self.one, "hostname")
    _ = try lab.ssh(Self.two, "version")
    let line = try #require(follower.expect("\"line\":\"version\""))
    #expect(!line.contains("\"pod\":1"))
    let all = try lead("events")
    #expect(all.output.contains("\"line\":\"hostname\"") && all.status == 0)
    #expect(lab.stop() == 0)
    let end = follower.endAndScreen()
    #expect(end.status == 69 && end.screen.contains("the server has ended"))
  }

  @Test("snapshot, reset, restore and inject, while several sessions are at work")
  func worlds() throws {
    let bystander = try trainee(Self.two)
    #expect(try lab.ssh(Self.one, "pki csr good CN:a.b").output.contains("good.key"))
    #expect(try lead("snapshot", "ada", "before").status == 0)
    #expect(try lead("snapshot", "ada", "before").status == 1)
    let victims = try [trainee(), trainee()]
    victims[0].type("pki csr one CN:a.b\r")
    let reset = try lead("reset", "ada")
    #expect(reset.output == "pod 1 begins anew: attempt 2\n" && reset.status == 0)
    for victim in victims { #expect(victim.end() == 255) }
    #expect(try !lab.ssh(Self.one, "pki list").output.contains("good.key"))
    let wrong = try lead("restore", "1", "befor")
    #expect(wrong.status == 1 && wrong.errors.contains("did you mean before?"))
    #expect(try lead("restore", "1", "before").status == 0)
    #expect(try lab.ssh(Self.one, "pki list").output.contains("good.key"))
    try lab.home.write("fault.yaml", "purpose: x\nfault:\n  - {remove: good.csr, on: [cms1a]}\n")
    let present = try trainee()
    #expect(try lead("inject", "1", "fault.yaml").status == 0)
    present.type("pki list\r")
    let list = try #require(present.expect("cms1a> "))
    #expect(list.contains("good.key") && !list.contains("good.csr"))
    #expect(try lead("inject", "1", "fault.yaml").status == 1)
    let unknown = try lead("inject", "1", "expried")
    #expect(unknown.status == 1 && unknown.errors.contains("did you mean expired?"))
    bystander.type("version\r")
    #expect(bystander.expect("2.9.0\r\ncms1a> ") != nil)
    // All of it is in the file.
    #expect(lab.stop() == 0)
    #expect(try lead("restore", "1", "before").output.contains("attempt 4"))
    #expect(try lead("reset", "1").output.contains("attempt 5"))
  }

  @Test("what is done to all is said of each pod; at a terminal it is asked first")
  func everybody() throws {
    for host in [Self.one, Self.two] { _ = try lab.ssh(host, "pki csr mine CN:a.b") }
    #expect(try lead("snapshot", "--all", "noon").status == 0)
    let list = try lead("snapshots", "--json").output
    let notes = try #require(
      JSONSerialization.jsonObject(with: Data(list.utf8)) as? [[String: Any]])
    #expect(notes.map { $0["pod"] as? Int } == [1, 2])
    let asked = try instructor("reset", "--all")
    #expect(asked.expect("(y/N) ") != nil)
    asked.type("\r")
    let refused = asked.endAndScreen()
    #expect(refused.status == 1 && refused.screen.contains("mmp: nothing was done"))
    #expect(try lab.ssh(Self.one, "pki list").output.contains("mine.key"))
    let agreed = try instructor("reset", "--all")
    #expect(agreed.expect("(y/N) ") != nil)
    agreed.type("y\r")
    #expect(agreed.expect("pod 2 begins anew: attempt 2") != nil)
    _ = agreed.end()
    #expect(try !lab.ssh(Self.two, "pki list").output.contains("mine.key"))
    let unasked = try instructor("restore", "--all", "--yes", "noon")
    #expect(unasked.expect("pod 2 is as in noon: attempt 3") != nil)
    #expect(unasked.end() == 0)
    #expect(try lab.ssh(Self.two, "pki list").output.contains("mine.key"))
    // Nobody is asked who is not there.
    #expect(try lead("drop", "--all", "noon").output.hasSuffix("of pod 2 is dropped\n"))
    #expect(try lead("snapshots").output == "There are no snapshots.\n")
  }

  @Test("a new password counts from the next login on, and stands on the cards")
  func password() throws {
    let terminal = try trainee()
    #expect(try lead("password", "ada").output == "c1sco123\n")
    let new = String(try lead("password", "ada", "--random").output.dropLast())
    #expect(new.count == 15)
    terminal.type("version\r")
    #expect(terminal.expect("2.9.0\r\ncms1a> ") != nil)
    #expect(try lab.ssh(Self.one, "hostname", password: new).output == "cms1a\n")
    let old = ["-o", "NumberOfPasswordPrompts=1"]
    #expect(try lab.ssh(old[0], old[1], Self.one, "hostname").status == 255)
    #expect(try lab.ssh(Self.two, "hostname").output == "cms1a\n")
    #expect(try lead("handout", "--format", "text").output.contains("Password: \(new)\n"))
    #expect(lab.stop() == 0)
    #expect(try lead("password", "1").output == "\(new)\n")
  }

  @Test("PC1's windows are told, seen and ended as well")
  func workstation() throws {
    let window = try lab.terminal("/usr/bin/ssh", ["-F", "ssh_config", lab.rows[3].name])
    #expect(window.expect("password: ") != nil)
    window.type("c1sco123\r")
    #expect(window.expect("Certificates>") != nil)
    #expect(try lead("status").output.contains("  pc1 terminal  "))
    #expect(try lead("say", "1", "Hello").status == 0)
    window.type("cd\r")
    #expect(
      window.expect("\r\n\(aside("Hello"))\r\n") != nil && window.expect("Certificates>") != nil)
    let watcher = try instructor("watch", "1", "--host", "pc1")
    #expect(watcher.expect("Certificates>") != nil)
    #expect(try lead("reset", "1").status == 0)
    #expect(window.end() == 255)
    #expect(watcher.end() == 0)
  }

  @Test("a pod is removed, people are forgotten")
  func gone() throws {
    #expect(try lab.ssh(Self.one, "pki csr mine CN:plan.b").status == 0)
    #expect(try lab.ssh(Self.two, "pki csr two CN:plan.c").status == 0)
    #expect(try lead("forget", "ada").status == 0)
    let status = try lead("status").output
    #expect(!status.contains("Lovelace") && status.contains("Hopper"))
    #expect(try lab.ssh(Self.one, "pki list").output.contains("mine.key"))
    for words in [["remove", "2"], ["forget"]] {
      let asked = try lab.terminal(
        Program.path, ["class", words[0], "--state", "class.mmp"] + words.dropFirst())
      #expect(asked.expect("(y/N) ") != nil)
      asked.type("\r")
      #expect(asked.end() == 1)
    }
    #expect(try lead("status").output.contains("Hopper"))
    let removed = try lead("remove", "2")
    #expect(removed.output == "pod 2 is removed; its 4 ports are closed\n" && removed.status == 0)
    let refused = try lab.ssh(Self.two, "pki list")
    #expect(refused.status == 255 && refused.errors.contains("Connection refused"))
    #expect(try lab.ssh(Self.one, "pki list").status == 0)
    let away = try lead("reset", "2")
    #expect(away.status == 1 && away.errors == "mmp: there is no pod `2`; there is pod 1\n")
    #expect(lab.stop() == 0)
    let bytes = try Data(contentsOf: URL(filePath: "\(lab.home.path)/class.mmp"))
    for text in ["Lovelace", "Hopper", "plan.c"] {
      #expect(bytes.range(of: Data(text.utf8)) == nil, "\(text)")
    }
  }

  @Test("wrong use, a file that is none, and a server that does not answer")
  func refused() throws {
    let misuse = try lead("reset")
    #expect(misuse.status == 64)
    #expect(misuse.errors.contains("\nUsage: mmp class reset --state <file> "))
    #expect(misuse.errors.hasSuffix("  See 'mmp class reset --help' for more information.\n"))
    let unknown = try lab.run(Program.path, ["class", "rest"])
    #expect(unknown.status == 64 && unknown.errors.contains("\nUsage: mmp class <subcommand>\n"))
    #expect(try lead("say", "a", "b", "c").status == 64)
    #expect(try lead("say", " ").status == 64)
    #expect(try lead("status", "--watch", "--json").status == 64)
    #expect(try lead("snapshot", "1", "").status == 64)
    for words in [["1", "--all"], ["1", "2"]] {
      #expect(
        try lab.run(
          Program.path, ["class", "reset", "--state", "class.mmp"] + words
        ).status == 64)
    }
    #expect(try lead("restore", "--all", "1", "name").status == 64)
    #expect(try lead("inject", "--all").status == 64)
    #expect(try lead("say", "--all", "1", "text").status == 64)
    let missing = try lab.run(Program.path, ["class", "status", "--state", "none"])
    #expect(missing.status == 66 && missing.errors == "mmp: none is not there\n")
    let foreign = try lab.run(Program.path, ["class", "status", "--state", "roster.csv"])
    #expect(foreign.status == 66 && foreign.errors.contains("no state file"))
    // Whoever holds the file's lock says nothing.
    #expect(lab.stop() == 0)
    let held = try lab.run(
      "/usr/bin/flock", ["class.mmp", Program.path, "class", "status", "--state", "class.mmp"])
    #expect(held.status == 69 && held.errors.contains("does not answer"))
    #expect(held.errors.contains("XDG_RUNTIME_DIR") && held.errors.contains("/mmp-\(geteuid())/"))
    #expect(try lead("status").status == 0)
  }
}
