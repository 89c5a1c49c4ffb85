import Foundation
import ProgramSupport
import TestSupport
import Testing

@Suite("OpenSSH's sftp and scp")
struct TransferTests {
  /// More than one window and one packet; no two stretches are alike.
  private static let large = (0..<20_000).map { "\($0 &* 2_654_435_761)\n" }.joined()

  @Test("put, ls, chmod, df, rename, get and rm, as a whole conversation")
  func conversation() throws {
    let lab = try ServedLab("--clock", "2026-11-23T09:05:06Z")
    try lab.home.write("short.cer", "short\n")
    try lab.home.setMode(0o644, of: "short.cer")
    let result = try lab.sftp(
      "pwd", "put short.cer", "put short.cer second.cer", "ls -l", "chmod 600 second.cer",
      "rename second.cer third.cer", "ls -la", "put short.cer third.cer", "df", "get third.cer",
      "rm short.cer", "ls -1")
    #expect(
      result.output == """
        sftp> pwd
        Remote working directory: /
        sftp> put short.cer
        sftp> put short.cer second.cer
        sftp> ls -l
        -rw-r--r--    1 root     root            6 Nov 23 09:05 second.cer
        -rw-r--r--    1 root     root            6 Nov 23 09:05 short.cer
        sftp> chmod 600 second.cer
        sftp> rename second.cer third.cer
        sftp> ls -la
        drwxr-xr-x    2 root     root         4096 Nov 23 09:05 .
        drwxr-xr-x    2 root     root         4096 Nov 23 09:05 ..
        -rw-r--r--    1 root     root            6 Nov 23 09:05 short.cer
        -rw-------    1 root     root            6 Nov 23 09:05 third.cer
        sftp> put short.cer third.cer
        sftp> df
                Size         Used        Avail       (root)    %Capacity
              262144            4       262140       262140           0%
        sftp> get third.cer
        sftp> rm short.cer
        sftp> ls -1
        third.cer

        """)
    #expect(result.errors == "" && result.status == 0)
    #expect(try lab.home.read("third.cer") == "short\n")
  }

  @Test("everything lies in /, however it is written")
  func paths() throws {
    let lab = try ServedLab()
    try lab.home.write("a.cer", "a\n")
    let result = try lab.sftp(
      "put a.cer ../b.cer", "put a.cer //c.cer", "put a.cer /./x/../d.cer", "cd ..", "cd /./..",
      "pwd", "ls -1", "get //c.cer", "get /../b.cer", "cd /")
    #expect(result.errors == "" && result.status == 0)
    #expect(
      result.output.contains("Remote working directory: /\nsftp> ls -1\nb.cer\nc.cer\nd.cer\n"))
    #expect(try lab.home.read("b.cer") == "a\n")
    #expect(try lab.home.read("c.cer") == "a\n")
  }

  @Test("what is refused, in the client's words; a batch ends there with status 1")
  func refusals() throws {
    let lab = try ServedLab()
    try lab.home.write("a.cer", "a\n")
    let refused = [
      ("put a.cer dir/b.cer", "dest open \"/dir/b.cer\": No such file or directory"),
      ("put a.cer \"bad name.cer\"", "dest open \"/bad name.cer\": Permission denied"),
      ("put a.cer a:b", "dest open \"/a:b\": Permission denied"),
      ("put a.cer log", "dest open \"/log\": Permission denied"),
      ("get none.cer", "File \"/none.cer\" not found."),
      ("rm none.cer", "remote delete /none.cer: No such file or directory"),
      (
        "rename none.cer b.cer",
        "remote rename \"/none.cer\" to \"/b.cer\": "
          + "No such file or directory"
      ),
      ("rename a.cer \"b c\"", "remote rename \"/a.cer\" to \"/b c\": Permission denied"),
      ("chown 5 a.cer", "remote setstat \"/a.cer\": Permission denied"),
      ("mkdir dir", "remote mkdir \"/dir\": Permission denied"),
      ("cd dir", "stat remote: No such file or directory"),
      ("rmdir dir", "remote rmdir \"/dir\": No such file or directory"),
      ("ln -s a.cer b.cer", "remote symlink file \"a.cer\" to \"/b.cer\": Operation unsupported"),
    ]
    let commands = ["put a.cer"] + refused.map { "-\($0.0)" } + ["ls -1"]
    let result = try lab.run(
      "/usr/bin/sftp", ["-F", "ssh_config", "-o", "BatchMode=no", "-b", "-", "cms1a"],
      input: commands.map { "\($0)\n" }.joined())
    #expect(result.status == 0)
    #expect(result.errors == refused.map { "\($0.1)\r\n" }.joined())
    #expect(result.output.hasSuffix("sftp> ls -1\na.cer\n"))
    #expect(try lab.sftp("put a.cer a:b", "rm a.cer").status == 1)
    #expect(try lab.sftp("ls -1").output == "sftp> ls -1\na.cer\n")
  }

  @Test("an upload and a download that broke off go on where they stopped")
  func resume() throws {
    let lab = try ServedLab()
    try lab.home.write("large.cer", Self.large)
    try lab.home.write("part.cer", String(Self.large.prefix(70_000)))
    #expect(try lab.sftp("put part.cer large.cer", "reput large.cer").status == 0)
    try lab.home.write("large.cer", String(Self.large.prefix(100_001)))
    #expect(try lab.sftp("reget large.cer").status == 0)
    #expect(try lab.home.read("large.cer") == Self.large)
  }

  @Test("a shorter file replaces a longer one whole")
  func overwrite() throws {
    let lab = try ServedLab()
    try lab.home.write("large.cer", Self.large)
    try lab.home.write("short.cer", "short\n")
    #expect(try lab.sftp("put large.cer a.cer", "put short.cer a.cer", "get a.cer").status == 0)
    #expect(try lab.home.read("a.cer") == "short\n")
  }

  @Test("-p keeps time and permissions both ways")
  func attributes() throws {
    let lab = try ServedLab()
    try lab.home.write("old.cer", "old\n")
    try lab.home.setMode(0o640, of: "old.cer")
    let touched = try lab.run("/usr/bin/touch", ["-d", "2024-03-06T09:34:45Z", "old.cer"])
    #expect(touched.status == 0)
    let result = try lab.sftp("put -p old.cer", "ls -l", "get -p old.cer new.cer")
    #expect(
      result.output.contains(
        "\n-rw-r-----    1 root     root            4 Mar  6  2024 old.cer\n"))
    let stat = try lab.run("/usr/bin/stat", ["-c", "%a %Y", "new.cer"])
    #expect(stat.output == "640 1709717685\n")
  }

  @Test("scp goes both ways, also between appliances")
  func scp() throws {
    let lab = try ServedLab()
    try lab.home.write("large.cer", Self.large)
    for arguments in [
      ["large.cer", "cms1a:a.cer"], ["-3", "cms1a:a.cer", "cms1c:b.cer"],
      ["cms1c:b.cer", "back.cer"],
    ] {
      let result = try lab.run("/usr/bin/scp", ["-F", "ssh_config"] + arguments)
      #expect(result.output == "" && result.errors == "" && result.status == 0)
    }
    #expect(try lab.home.read("back.cer") == Self.large)
  }

  @Test("scp's old protocol fails at once, with a word what to use")
  func oldSCP() throws {
    let lab = try ServedLab()
    try lab.home.write("a.cer", "a\n")
    for arguments in [["a.cer", "cms1a:a.cer"], ["cms1a:a.cer", "b.cer"]] {
      let result = try lab.run("/usr/bin/scp", ["-O", "-F", "ssh_config"] + arguments)
      let told = "scp: files go by SFTP here: use sftp, or scp without -O\n"
      // It may say so itself as well.
      #expect([told, told + "lost connection\n"].contains(result.errors))
      #expect(result.status == 1)
    }
    #expect(!lab.home.has("b.cer"))
    #expect(try !lab.sftp("ls -1").output.contains("a.cer"))
  }
}
