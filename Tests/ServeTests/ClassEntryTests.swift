import Foundation
import ProgramSupport
import TestSupport
import Testing

@Suite("Who gets into a class")
struct ClassEntryTests {
  /// Whether that password lets into the first appliance of each pod.
  private func entries(of lab: ServedLab, passwords: [String]) throws -> [Bool] {
    try passwords.enumerated().map { pod, password in
      let row = lab.rows[lab.rows.count / passwords.count * pod]
      return try lab.ssh(row.name, "hostname", password: password).output == "cms1a\n"
    }
  }

  @Test("--passwords FILE: one for all, or one a pod; the roster's goes before")
  func lists() throws {
    let home = try TemporaryFolder()
    try home.write("one", "for all\n")
    try home.write("each", "1,first\n2,\"sec,ond\"\n")
    try home.write("r.csv", "\u{FEFF}pod,id,password\r\n2,ann,\"her own\"\r\n")
    for name in ["one", "each", "r.csv"] { try home.setMode(0o600, of: name) }
    let all = try ServedLab(
      "--pods", "2", "--passwords", "one", "--listen", "0.0.0.0", pods: 2, home: home)
    #expect(try all.errors == "")
    #expect(try entries(of: all, passwords: ["for all", "for all"]) == [true, true])
    #expect(all.stop() == 0)
    let each = try ServedLab("--pods", "2", "--passwords", "each", pods: 2, home: home)
    #expect(try entries(of: each, passwords: ["first", "sec,ond"]) == [true, true])
    #expect(try entries(of: each, passwords: ["sec,ond", "first"]) == [false, false])
    #expect(each.stop() == 0)
    let named = try ServedLab(
      "--pods", "2", "--passwords", "each", "--roster", "r.csv", pods: 2, home: home)
    #expect(try entries(of: named, passwords: ["first", "her own"]) == [true, true])
    #expect(named.stop() == 0)
    let old = try ServedLab(
      "--pods", "2", "--password", "old way", "--roster", "r.csv", pods: 2, home: home)
    #expect(try entries(of: old, passwords: ["old way", "her own"]) == [true, true])
  }

  @Test("--passwords random: one a pod, for all its machines, told in the table")
  func random() throws {
    let lab = try ServedLab("--pods", "2", "--passwords", "random", "--listen", "0.0.0.0", pods: 2)
    #expect(try lab.errors == "")
    let passwords = lab.table.matches(of: /# pod \d, [a-z0-9]+, password ([a-z-]{15})\n/)
      .map { String($0.1) }
    #expect(passwords.count == lab.rows.count && Set(passwords).count == 2)
    let ofPods = [passwords[0], passwords[passwords.count - 1]]
    #expect(try entries(of: lab, passwords: ofPods) == [true, true])
    #expect(try entries(of: lab, passwords: ofPods.reversed()) == [false, false])
    #expect(try lab.ssh(lab.rows[2].name, "hostname", password: ofPods[0]).output == "cms1c\n")
  }

  @Test("passwords of the lab are warned about where some pod has them, and open files are")
  func warnings() throws {
    let home = try TemporaryFolder()
    try home.write("r.csv", "pod,id,password\n2,ann,own\n")
    try home.setMode(0o644, of: "r.csv")
    let lab = try ServedLab(
      "--pods", "2", "--roster", "r.csv", "--listen", "0.0.0.0", "--passwords", "lab", pods: 2,
      home: home)
    #expect(
      try lab.errors == """
        mmp: warning: 0.0.0.0 is open to others, and the passwords are the lab's public ones; \
        see --passwords
        mmp: warning: others can read r.csv; chmod go= keeps them out

        """)
  }

  @Test(
    "a roster or list that is refused is one line with the place",
    arguments: [
      (["--roster", "f"], "pod,id\n1,a\n1,b\n", "f:3:1: pod 1 is there twice, first in line 2"),
      (["--roster", "f"], "pod,id\n1,\u{1B}[2J\n", "f:2:3: \\u{1b} is no character that a field"),
      (["--roster", "f"], "pod,nmae,id\n", "f:1:5: there is no column `nmae`"),
      (["--passwords", "f"], "1,a\n", "f has no password for pod 2"),
      (["--passwords", "f"], "1,a\n3,b\n", "f:2:1: there is no pod 3, only 1 to 2; see --pods"),
      (["--passwords", "g"], "", "cannot read g: No such file or directory"),
      (["--roster", "."], "", "cannot read .: Is a directory"),
      (["--roster", "/dev/null"], "", "cannot read /dev/null: it is neither a file nor a pipe"),
    ])
  func refused(options: [String], text: String, sentence: String) throws {
    let home = try TemporaryFolder()
    try home.write("f", text)
    let result = try HostProgram.run(
      "/usr/bin/timeout",
      ["\(Patience.seconds)", Program.path, "serve", "--pods", "2", "--port", "0"] + options,
      folder: home.path)
    #expect(result.errors.hasPrefix("mmp: \(sentence)"), "\(result.errors)")
    #expect(result.errors.split(separator: "\n").count == 1)
    #expect(result.output == "" && result.status == 66)
  }

  @Test(
    "a roster and passwords come out of pipes too, and no more than there may be in a file",
    arguments: [
      (
        "--roster <(printf 'pod,id\\n1,a\\n'; sleep 0.1; printf '1,b\\n')",
        ":3:1: pod 1 is there twice"
      ),
      ("--passwords <(printf '1,a\\n3,b\\n')", ":2:1: there is no pod 3"),
      ("--password-file <(printf '\\nx\\n')", " holds no password"),
      ("--roster <(yes)", " is larger than 1 MiB"),
    ])
  func pipes(options: String, sentence: String) throws {
    let result = try HostProgram.run(
      "/bin/bash",
      [
        "-c",
        "exec timeout \(Patience.seconds) '\(Program.path)' serve --pods 2 --port 0 \(options)",
      ])
    #expect(result.errors.hasPrefix("mmp: /dev/fd/"), "\(result.errors)")
    #expect(result.errors.contains(sentence), "\(result.errors)")
    #expect(result.status == 66 && result.output == "")
  }

  @Test("a huge roster is not read")
  func huge() throws {
    let home = try TemporaryFolder()
    try home.write("f", "pod,id\n" + String(repeating: "1,a\n", count: 300_000))
    let result = try HostProgram.run(
      "/usr/bin/timeout",
      ["\(Patience.seconds)", Program.path, "serve", "--port", "0", "--roster", "f"],
      folder: home.path)
    #expect(result.errors == "mmp: f is larger than 1 MiB\n" && result.status == 66)
  }
}
