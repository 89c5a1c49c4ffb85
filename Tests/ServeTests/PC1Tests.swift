import Foundation
import ProgramSupport
import TestSupport
import Testing

@Suite("PC1 for real clients")
struct PC1Tests {
  @Test("a command leaves what it says and its error level; a shell is a command window")
  func commands() throws {
    let lab = try ServedLab()
    let made = try lab.ssh("pc1", "echo a> A.txt\ntype a.TXT")
    #expect(made.output == "a\r\n" && made.status == 0)
    let missing = try lab.ssh("pc1", "type nothing")
    #expect(missing.output == "The system cannot find the file specified.\n")
    #expect(missing.status == 1)
    #expect(try lab.ssh("pc1", "type nothing 2>nul || exit 7").status == 7)
    #expect(try lab.ssh("pc1", "type nothing 2>nul\nexit").status == 1)
    let shown = try lab.ssh("pc1", input: "cd ..\r\ncd\r\nexit\r\n").output
    let folder = #"C:\Users\admin\Desktop"#
    #expect(
      shown == """

        \(folder)\\Certificates>cd ..

        \(folder)>cd
        \(folder)

        \(folder)>exit

        """)
    #expect(try lab.questions.hasSuffix("admin@127.0.0.1's password: \n"))
  }

  @Test("Tab, Escape and history at a terminal; another client's upload is there at once")
  func terminal() throws {
    let lab = try ServedLab()
    let terminal = try lab.terminal("/usr/bin/ssh", ["-F", "ssh_config", "-tt", "pc1"])
    #expect(terminal.expect("password: ") != nil)
    terminal.type("c1sco123\r")
    let prompt = #"C:\Users\admin\Desktop\Certificates>"#
    #expect(terminal.expect(prompt) != nil)
    try lab.home.write("report.txt", "ready\n")
    #expect(try lab.sftp("put report.txt", to: "pc1").status == 0)
    terminal.type("type rep\t\r")
    #expect(terminal.expect("report.txt\r\nready\r\n\r\n\(prompt)") != nil)
    terminal.type("nonsense\u{1B}")
    #expect(terminal.expect("nonsense") != nil)
    // Escape is taken for itself once nothing has followed it for a while.
    #expect(terminal.expect("\u{1B}[K") != nil)
    terminal.type("echo %CD%\r")
    #expect(terminal.expect("\r\n\(prompt.dropLast())\r\n\r\n\(prompt)") != nil)
    terminal.type("\u{1B}[A\u{1B}[A\r")
    #expect(terminal.expect("\r\nready\r\n\r\n\(prompt)") != nil)
    terminal.type("exit\r")
    #expect(terminal.end() == 0)
  }

  @Test("names are Windows', whichever client brings them")
  func names() throws {
    let lab = try ServedLab()
    try lab.home.write("a.cer", "a\n")
    try lab.home.write("b.cer", "b\n")
    #expect(
      try lab.sftp(
        "put a.cer Mixed.CER", "put b.cer mixed.cer", "get MIXED.cer got", "mkdir Sub",
        "put a.cer sub/x.cer", "rename SUB/X.cer y.cer", "put a.cer .in.z.cer",
        "rename .in.z.cer z.cer", "put a.cer \"with blank .\"", to: "pc1"
      ).status == 0)
    #expect(try lab.home.read("got") == "b\n")
    #expect(
      try lab.ssh("pc1", "dir /b").output == "Mixed.CER\nSub\nwith blank\ny.cer\nz.cer\n")
    let refused = ["con.cer", "nul", "a:b", "a*b", "LPT1.txt", "a|b", "a\\\\b", "no/where"]
    for name in refused {
      #expect(try lab.sftp("put a.cer \"\(name)\"", to: "pc1").status == 1, "\(name)")
    }
    #expect(try lab.sftp("put a.cer \(String(repeating: "n", count: 255))", to: "pc1").status == 1)
    #expect(try lab.sftp("rmdir sub", "rm Y.CER", to: "pc1").status == 0)
    #expect(try lab.ssh("pc1", "dir /b").output == "Mixed.CER\nwith blank\nz.cer\n")
    try lab.home.write("words.batch", "put a.cer con\n")
    let words = try lab.run(
      "/usr/bin/psftp", ["-b", "words.batch"] + putty(lab) + ["admin@127.0.0.1"])
    #expect(words.output.contains("/con: open for write: failure"))
  }

  @Test("scp and psftp, there and back, with times")
  func copies() throws {
    let lab = try ServedLab()
    try lab.home.write("a.cer", "a\n")
    let touched = try lab.run("/usr/bin/touch", ["-d", "2020-01-02T03:04:05Z", "a.cer"])
    #expect(touched.status == 0)
    for arguments in [["-p", "a.cer", "pc1:b.cer"], ["-p", "pc1:B.cer", "c.cer"]] {
      let result = try lab.run("/usr/bin/scp", ["-F", "ssh_config"] + arguments)
      #expect(result.status == 0, "\(result.errors)")
    }
    let dates = try lab.run("/usr/bin/stat", ["-c", "%Y", "a.cer", "c.cer"]).output
    #expect(dates == "1577934245\n1577934245\n")
    #expect(try lab.ssh("pc1", "dir b.cer").output.contains("01/02/2020  03:04 AM"))
    for arguments in [["c.cer", "admin@127.0.0.1:d.cer"], ["admin@127.0.0.1:D.cer", "e.cer"]] {
      #expect(try lab.run("/usr/bin/pscp", ["-q"] + putty(lab) + arguments).status == 0)
    }
    #expect(try lab.home.read("e.cer") == "a\n")
  }

  @Test("a line may say more than waits for its reader, a command may not")
  func muchOutput() throws {
    let lab = try ServedLab()
    let line = String(repeating: "x", count: 1_023) + "\n"
    for (name, count) in [("some", 3 << 10), ("much", 5 << 10)] {
      try lab.home.write(name, String(repeating: line, count: count))
    }
    #expect(try lab.sftp("put some", "put much", to: "pc1").status == 0)
    let command = Array(repeating: "type some", count: 6).joined(separator: " & ")
    let all = try lab.run(
      "/bin/sh", ["-c", "ssh -F ssh_config pc1 '\(command)' | (sleep 1; wc -c)"])
    #expect(all.output == "\(18 << 20)\n")
    let refused = try lab.ssh("pc1", "type much")
    #expect(refused.output == "Not enough storage is available to process this command.\n")
    #expect(refused.status == 1)
    #expect(try lab.ssh("pc1", "type much> copy & dir /b").output == "copy\nmuch\nsome\n")
  }

  @Test("who fails to log in is counted, and all that happens there is told as of pc1")
  func journal() throws {
    let lab = try ServedLab("--journal", "journal")
    for user in ["admin", "nobody"] {
      #expect(try lab.ssh("-l", user, "pc1", "dir", password: "wrong").status == 255)
    }
    #expect(try lab.ssh("pc1", "echo a> a.txt").status == 0)
    #expect(try lab.sftp("rename a.txt b.txt", "get b.txt", to: "pc1").status == 0)
    #expect(lab.stop() == 0)
    let events = try lab.home.read("journal").split(separator: "\n").compactMap { line in
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    }
    #expect(Set(events.compactMap { $0["host"] as? String }) == ["pc1"])
    let kinds = events.compactMap { $0["event"] as? String }
    #expect(kinds.filter { $0 == "refused" }.count >= 2)
    #expect(
      kinds.filter { $0 != "refused" && $0 != "said" } == [
        "begun", "typed", "stored", "replaced", "ended", "begun", "renamed", "fetched", "ended",
      ])
    let visits = events.filter { $0["event"] as? String == "begun" }.map { $0["visit"] as? Int }
    #expect(Set(visits).count == 2 && !visits.contains(nil))
  }

  private func putty(_ lab: ServedLab) -> [String] {
    ["-P", "\(lab.rows[3].port)", "-hostkey", lab.rows[3].fingerprint, "-pw", "c1sco123"]
  }
}
