import Foundation
import ProgramSupport
import TestSupport
import Testing

@Suite("PuTTY's psftp and plink")
struct PuTTYTests {
  @Test("psftp -b, as a whole conversation")
  func batch() throws {
    let lab = try ServedLab("--clock", "2026-11-23T09:05:06Z")
    try lab.home.write("a.cer", "a\n")
    try lab.home.setMode(0o644, of: "a.cer")
    let result = try lab.psftp(
      "pwd", "put a.cer", "ls", "mv a.cer c.cer", "chmod 600 c.cer", "get c.cer",
      "rm c.cer")
    #expect(
      result.output == """
        Remote working directory is /
        Remote directory is /
        local:a.cer => remote:/a.cer
        Listing directory /
        drwxr-xr-x    2 root     root         4096 Nov 23 09:05 .
        drwxr-xr-x    2 root     root         4096 Nov 23 09:05 ..
        -rw-r--r--    1 root     root            2 Nov 23 09:05 a.cer
        /a.cer -> /c.cer
        /c.cer: 0644 -> 0600
        remote:/c.cer => local:c.cer
        rm /c.cer: OK

        """)
    #expect(result.status == 0)
    #expect(try lab.home.read("c.cer") == "a\n")
  }

  @Test("psftp's resumed transfers")
  func resume() throws {
    let lab = try ServedLab()
    let text = (0..<20_000).map { "\($0 &* 2_654_435_761)\n" }.joined()
    try lab.home.write("part.cer", String(text.prefix(70_000)))
    #expect(try lab.psftp("put part.cer large.cer").status == 0)
    try lab.home.write("large.cer", text)
    #expect(try lab.psftp("reput large.cer").status == 0)
    try lab.home.write("large.cer", String(text.prefix(100_001)))
    #expect(try lab.psftp("reget large.cer").status == 0)
    #expect(try lab.home.read("large.cer") == text)
  }

  @Test("a command that is refused ends the batch")
  func refusal() throws {
    let lab = try ServedLab()
    try lab.home.write("a.cer", "a\n")
    let result = try lab.psftp("put a.cer a/b.cer", "put a.cer")
    #expect(
      result.output == """
        Remote working directory is /
        /a/b.cer: open for write: no such file or directory

        """)
    #expect(result.status == 2)
  }

  @Test("the lab page's block, pasted at once")
  func paste() throws {
    let lab = try ServedLab()
    let csr = try lab.ssh(
      "cms1a",
      "pki csr cms1a CN:cms1.pod7.cms.lab\npki csr dbclusterserver CN:a\n"
        + "pki csr dbclusterclient CN:postgres")
    #expect(csr.status == 0)
    let terminal = try lab.terminal(
      "/usr/bin/psftp",
      ["-P", "\(lab.port)", "-hostkey", lab.rows[0].fingerprint, "admin@127.0.0.1"])
    #expect(terminal.expect("Please enter password: ") != nil)
    terminal.type(
      """
      c1sco123
      get cms1a.csr
      get dbclusterserver.csr
      get dbclusterclient.csr
      exit

      """)
    #expect(terminal.expect("\r\nRemote working directory is /\r\n") != nil)
    for name in ["cms1a", "dbclusterserver", "dbclusterclient"] {
      #expect(terminal.expect("remote:/\(name).csr => local:\(name).csr\r\n") != nil)
    }
    let end = terminal.endAndScreen()
    #expect(end.status == 0)
    #expect(!end.screen.contains("c1sco123"))
    for name in ["cms1a", "dbclusterserver", "dbclusterclient"] {
      let request = try lab.run(
        "/usr/bin/openssl", ["req", "-in", "\(name).csr", "-noout", "-verify"])
      #expect(request.status == 0)
    }
  }

  @Test("a command piped in, as the lab page fetches cms1b.cer")
  func pipe() throws {
    let lab = try ServedLab()
    try lab.home.write("a.csr", "a\n")
    #expect(try lab.psftp("put a.csr cms1a.csr").status == 0)
    let result = try lab.run(
      "/bin/sh",
      [
        "-c",
        "echo get cms1a.csr | psftp -P \(lab.port) -hostkey \(lab.rows[0].fingerprint) 127.0.0.1 "
          + "-l admin -pw c1sco123",
      ])
    #expect(
      result.output == """
        Remote working directory is /
        psftp> remote:/cms1a.csr => local:cms1a.csr
        psftp> quit

        """)
    #expect(result.status == 0)
    #expect(try lab.home.read("cms1a.csr") == "a\n")
  }

  @Test("plink -batch: the output of a command only")
  func command() throws {
    let lab = try ServedLab()
    let result = try lab.run(
      "/usr/bin/plink", ["-batch"] + lab.puttyOptions + ["admin@127.0.0.1", "hostname"])
    #expect(result.output == "cms1a\n" && result.status == 0)
  }

  @Test("plink -t: a shell that edits lines")
  func shell() throws {
    let lab = try ServedLab()
    let terminal = try lab.terminal(
      "/usr/bin/plink", ["-t", "-no-antispoof"] + lab.puttyOptions + ["admin@127.0.0.1"])
    #expect(terminal.expect("cms1a> ") != nil)
    terminal.type("vesrion\u{2}\u{2}\u{2}\u{2}\u{14}\r")
    #expect(terminal.expect("\r\n2.9.0\r\ncms1a> ") != nil)
    terminal.type("exit\r")
    #expect(terminal.end() == 0)
  }

  @Test("a third wrong password ends it with a word why")
  func wrongPassword() throws {
    let lab = try ServedLab()
    let terminal = try lab.terminal(
      "/usr/bin/plink",
      ["-t", "-P", "\(lab.port)", "-hostkey", lab.rows[0].fingerprint, "admin@127.0.0.1"])
    for _ in 0..<3 {
      #expect(terminal.expect("| Please enter password: ") != nil)
      terminal.type("wrong\r")
    }
    #expect(terminal.expect("\"Too many authentication failures\"") != nil)
    #expect(terminal.end() == 1)
  }

  @Test("pscp, over SFTP")
  func pscp() throws {
    let lab = try ServedLab()
    try lab.home.write("a.cer", "a\n")
    for arguments in [["a.cer", "admin@127.0.0.1:b.cer"], ["admin@127.0.0.1:b.cer", "c.cer"]] {
      let result = try lab.run("/usr/bin/pscp", ["-q"] + lab.puttyOptions + arguments)
      #expect(result.output == "" && result.status == 0)
    }
    #expect(try lab.home.read("c.cer") == "a\n")
  }
}
