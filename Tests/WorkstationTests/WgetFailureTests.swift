import Testing
import WorkstationSupport

@testable import Workstation

@Suite("wget failures")
struct WgetFailureTests {
  private let lab: WebLab

  init() throws { lab = try WebLab() }

  private static let tail = """
    Usage: wget [OPTION]... [URL]...

    Try `wget --help' for more options.

    """
  private static let start = "--2026-11-23 09:27:43--  "

  private static let runs: [([String], String, Int)] = [
    ([], "wget: missing URL\n" + tail, 1),
    (["-q"], "wget: missing URL\n" + tail, 1),
    (["--foo"], "wget: unrecognized option '--foo'\n" + tail, 2),
    (["-Z"], "wget: invalid option -- 'Z'\n" + tail, 2),
    (["-O"], "wget: option requires an argument -- 'O'\n" + tail, 2),
    (["-nz"], "wget: illegal option -- `-nz'\n" + tail, 2),
    (
      ["--output-document"], "wget: option '--output-document' requires an argument\n" + tail, 2
    ),
    (
      ["--output=x"],
      "wget: option '--output=x' is ambiguous; possibilities: '--output-document' "
        + "'--output-file'\n" + tail, 2
    ),
    (["-r", "x"], "wget: option '-r' is not part of this simulation\n" + tail, 2),
    ([""], "http://: Invalid host name.\n", 1),
    (["http:///x"], "http:///x: Invalid host name.\n", 1),
    (["ftp2://x/y"], "ftp2://x/y: Unsupported scheme 'ftp2'.\n", 1),
    (["file:///x"], "file:///x: Unsupported scheme 'file'.\n", 1),
    (["https://x"], "https://x: HTTPS support not compiled in.\n", 1),
    (["http://10.0.224.140:99999/x"], "http://10.0.224.140:99999/x: Bad port number.\n", 1),
    (["http://10.0.224.140:abc/x"], "http://10.0.224.140:abc/x: Bad port number.\n", 1),
    (["http://[::1"], "http://[::1: Unterminated IPv6 numeric address.\n", 1),
    (
      ["http://10.0.224.140:81/x"],
      start + "http://10.0.224.140:81/x\n"
        + "Connecting to 10.0.224.140:81... failed: Connection refused.\n", 4
    ),
    (["-nv", "http://10.0.224.140:81/x"], "failed: Connection refused.\n", 4),
    (
      ["http://10.0.0.1/"],
      start + "http://10.0.0.1/\n"
        + "Connecting to 10.0.0.1:80... failed: Network is unreachable.\n", 4
    ),
    (
      ["nohost.lab"],
      start + "http://nohost.lab/\n"
        + "Resolving nohost.lab (nohost.lab)... failed: Name or service not known.\n"
        + "wget: unable to resolve host address 'nohost.lab'\n", 4
    ),
    (["-nv", "nohost.lab"], "wget: unable to resolve host address 'nohost.lab'\n", 4),
    (["-q", "nohost.lab"], "", 4),
    (["-q", "ftp2://x", "http://10.0.224.140/", "nohost.lab"], "", 4),
  ]

  @Test("line by line", arguments: runs)
  func run(words: [String], text: String, level: Int) {
    #expect(lab.run(.wget, words) == text)
    #expect(lab.seat.errorLevel == level)
  }

  @Test("wget repeats its name as typed")
  func name() {
    #expect(
      lab.run(.wget, [], as: "WGET.EXE") == """
        WGET: missing URL
        Usage: WGET [OPTION]... [URL]...

        Try `WGET --help' for more options.

        """)
    #expect(lab.run(.wget, ["--help"], as: "WGET").contains("Usage: WGET [OPTION]"))
    #expect(lab.run(.wget, ["-V"]) == "GNU Wget 1.21.3 built on mingw32.\n")
    #expect(lab.seat.errorLevel == 0)
  }

  @Test("a file that cannot be written")
  func unwritable() {
    let answer = WebAnswer(status: 200, reason: "OK", type: "text/plain", body: [1])
    lab.serve(answer, at: "/x")
    lab.seat.folder = WindowsPath(["gone"])
    #expect(
      lab.run(.wget, ["http://10.0.224.140/x"]).hasSuffix(
        """
        Length: 1 [text/plain]
        x: No such file or directory

        Cannot write to 'x' (No such file or directory).

        """))
    #expect(lab.seat.errorLevel == 3)
  }

  @Test("no line makes it fail in another way")
  func anyWords() {
    let words = [
      "", "-", "--", "-n", "-O", "-", "=", "--=", "://", "http://@:", "?", "#", "%", "[", "é:é@/é",
      "http://10.0.224.140/..%", "\u{1}",
    ]
    for first in words {
      for second in words {
        for third in words { _ = lab.run(.wget, [first, second + third]) }
      }
    }
  }
}
