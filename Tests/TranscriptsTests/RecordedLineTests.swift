import Testing

@testable import Transcripts

@Suite("Recorded lines")
struct RecordedLineTests {
  /// What is expected after `printed` was, with a prompt after it.
  private func expected(_ printed: String, hidesTimes: Bool = true) -> String {
    let lines = Array(printed.utf8)
      .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let elided = Elision(hidesTimes: hidesTimes).lines(
      of: lines, before: [Array("sure? ".utf8)[...]])
    return elided.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
  }

  @Test(
    "what varies is left open, whatever the clock does",
    arguments: [
      ("   Serial Number: 468 (0x1d4)", "   Serial Number: [..]"),
      ("   Serial Number:\n     61:0a:ff:00\nIssuer", "   Serial Number:\n     [..]\nIssuer"),
      ("Modulus:\n   00:ab:79:\n   22:a9:14:\n   f0\nExponent", "Modulus:\n[...]\nExponent"),
      (" keyid:49:CA:6E:67:B6:2E:16:8E", " keyid:[..]"),
      ("ssh-rsa 2048 b4:72:f4:99:2d:51:8c:fe:71.", "ssh-rsa 2048 [..]."),
      ("is SHA256:VfsRXJB4Kz5WMYJQLbFwSDoRP7ZB0pYgeOHq0qrjTDs.", "is SHA256:[..]."),
      ("RequestId: \"12\"", "RequestId: [..]"),
      (
        "-----BEGIN KEY-----\nMII\nx: y\n-----END KEY-----",
        "-----BEGIN KEY-----\n[...]\n-----END KEY-----"
      ),
      ("               1 File(s)          2,974 bytes", "               1 File(s) [..] bytes"),
    ])
  func varying(printed: String, line: String) {
    #expect(expected(printed) == line)
    #expect(expected(printed, hidesTimes: false) == line)
  }

  @Test(
    "times are left open where the clock runs",
    arguments: [
      ("Wed Nov 25 12:55:58 UTC 2026", "[..]", "Wed Nov 25 12:55:58 UTC 2026"),
      (
        "Not After : Nov  5 12:55:58 2027 GMT", "Not After : [..]",
        "Not After : Nov  5 12:55:58 2027 GMT"
      ),
      (
        "--2026-11-25 12:55:58--  http://a/b", "--[..]--  http://a/b",
        "--2026-11-25 12:55:58--  http://a/b"
      ),
      (
        "2024-03-06T09:34:45.395 local0.info", "[..] local0.info",
        "2024-03-06T09:34:45.395 local0.info"
      ),
      (
        "11/23/2026  09:00 AM             1,062 a.csr", "[..] [..] a.csr",
        "11/23/2026  09:00 AM [..] a.csr"
      ),
      (
        "11/23/2026  09:00 AM    <DIR>          .", "[..]    <DIR>          .",
        "11/23/2026  09:00 AM    <DIR>          ."
      ),
      (
        "-rw-r--r--    1 root     root         1675 Nov 25 12:55 a.key",
        "-rw-r--r--    1 root     root [..] [..] a.key",
        "-rw-r--r--    1 root     root [..] Nov 25 12:55 a.key"
      ),
      (
        "drwxr-xr-x    2 root     root         4096 Nov 25  2024 .",
        "drwxr-xr-x    2 root     root         4096 [..] .",
        "drwxr-xr-x    2 root     root         4096 Nov 25  2024 ."
      ),
    ])
  func times(printed: String, running: String, still: String) {
    #expect(expected(printed) == running)
    #expect(expected(printed, hidesTimes: false) == still)
  }

  @Test(
    "everything else stays as it is",
    arguments: [
      "", "....", "2.9.0", " Volume Serial Number is F80A-FDD9", "Length: 1290 (1.3K) [a/b]",
      "00:1a:2b:3c:4d:5e is a card", "Serial Number:", "[12 of 13]", "-----BEGIN x", "a: 10:20",
      "X509v3 Basic Constraints: critical\n  CA:TRUE",
    ])
  func fixed(printed: String) { #expect(expected(printed) == printed) }

  @Test(
    "what a transcript would take for something else is written so that it means itself",
    arguments: [
      ("cms1a> pki list", "[..]cms1a> pki list"), ("cms1a>", "[..]cms1a>"),
      (#"C:\Users>dir"#, #"[..]C:\Users>dir"#), ("sure? no", "[..]sure? no"),
      ("sure?", "[..]sure?"), ("#: a remark", "[..]#: a remark"), ("[...]", "[..]...]"),
      ("a [..] b [x=..]", "a [..]..] b [..]x=..]"), ("[..]", "[..]..]"),
    ])
  func mistakable(printed: String, line: String) {
    #expect(expected(printed) == line)
    #expect(LinePattern(Array(line.utf8)[...]).matches(Array(printed.utf8)[...]))
  }

  @Test("bytes of no encoding stay")
  func bytes() {
    let line = [0x61, 0xFF, 0xFE] as [UInt8]
    #expect(Elision(hidesTimes: true).lines(of: [line[...]], before: []) == [line])
  }
}
