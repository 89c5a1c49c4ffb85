import Testing
import WorkstationSupport

@testable import Workstation

@Suite("wget")
struct WgetTests {
  private let lab: WebLab

  init() throws {
    lab = try WebLab()
    serve(1_266, "application/x-x509-ca-cert", at: "/certificates/cmslab-root-ca.cer")
    serve(123_456, "application/octet-stream", at: "/big.bin")
    serve(
      10, "application/x-x509-ca-cert", at: "/certificates/a-very-long-file-name-for-a-test.cer")
    serve(0, "text/plain", at: "/empty.txt")
  }

  private func serve(_ count: Int, _ type: String, at path: String) {
    let body = [UInt8](repeating: 0x61, count: count)
    lab.serve(WebAnswer(status: 200, reason: "OK", type: type, body: body), at: path)
  }

  private func wget(_ words: String..., level: Int = 0) -> String {
    let text = lab.run(.wget, words)
    #expect(lab.seat.errorLevel == level, "\(words)")
    return text
  }

  private static let root = "http://10.0.224.140/certificates/cmslab-root-ca.cer"

  @Test("the page's line, and the trap when it is pasted again")
  func page() {
    #expect(
      wget(Self.root) == """
        --2026-11-23 09:27:43--  http://10.0.224.140/certificates/cmslab-root-ca.cer
        Connecting to 10.0.224.140:80... connected.
        HTTP request sent, awaiting response... 200 OK
        Length: 1266 (1.2K) [application/x-x509-ca-cert]
        Saving to: 'cmslab-root-ca.cer'

        cmslab-root-ca.cer  100%[===================>]   1.24K  --.-KB/s    in 0s     \u{20}

        2026-11-23 09:27:43 (196 MB/s) - 'cmslab-root-ca.cer' saved [1266/1266]


        """)
    #expect(lab.file("cmslab-root-ca.cer")?.count == 1_266)
    let again = wget(Self.root)
    #expect(again.contains("Saving to: 'cmslab-root-ca.cer.1'\n"))
    #expect(again.contains("\n\ncmslab-root-ca.cer. 100%[===================>]   1.24K  --.-KB/s"))
    #expect(wget(Self.root).contains("'cmslab-root-ca.cer.2' saved [1266/1266]\n\n"))
    #expect(lab.file("cmslab-root-ca.cer.2")?.count == 1_266)
  }

  @Test("the full stop of the page's sentence")
  func fullStop() {
    #expect(
      wget(Self.root + ".", level: 8) == """
        --2026-11-23 09:27:43--  http://10.0.224.140/certificates/cmslab-root-ca.cer.
        Connecting to 10.0.224.140:80... connected.
        HTTP request sent, awaiting response... 404 Not Found
        2026-11-23 09:27:43 ERROR 404: Not Found.


        """)
    #expect(
      wget("-nv", Self.root + ".", level: 8)
        == "\(Self.root).:\n2026-11-23 09:27:43 ERROR 404: Not Found.\n")
    #expect(wget("-q", Self.root + ".", level: 8) == "")
  }

  @Test("sizes and names in the progress bar")
  func bars() {
    #expect(
      wget("10.0.224.140/big.bin").contains(
        """
        Length: 123456 (121K) [application/octet-stream]
        Saving to: 'big.bin'

        big.bin             100%[===================>] 120.56K  --.-KB/s    in 0s     \u{20}

        """))
    #expect(
      wget("http://10.0.224.140/certificates/a-very-long-file-name-for-a-test.cer").contains(
        """
        Length: 10 [application/x-x509-ca-cert]
        Saving to: 'a-very-long-file-name-for-a-test.cer'

        a-very-long-file-na 100%[===================>]      10  --.-KB/s    in 0s     \u{20}

        """))
    #expect(
      wget("http://10.0.224.140:80/empty.txt") == """
        --2026-11-23 09:27:43--  http://10.0.224.140/empty.txt
        Connecting to 10.0.224.140:80... connected.
        HTTP request sent, awaiting response... 200 OK
        Length: 0 [text/plain]
        Saving to: 'empty.txt'

        empty.txt               [ <=>                ]       0  --.-KB/s    in 0s     \u{20}

        2026-11-23 09:27:43 (0.00 B/s) - 'empty.txt' saved [0/0]


        """)
    #expect(WgetFigures.size(5 << 30, digits: 1, below: 10) == "5.0G")
    #expect(WgetFigures.size(1_048_576, digits: 2, below: 1_000) == "1.00M")
  }

  @Test("-O, -nc, -nv, -q")
  func options() throws {
    let named = wget("-O", "root.cer", Self.root)
    #expect(named.contains("Saving to: 'root.cer'\n"))
    #expect(
      named.contains("root.cer            100%[===================>]   1.24K  --.-KB/s    in 0s"))
    #expect(wget("-qOroot.cer", Self.root) == "")
    #expect(lab.file("root.cer")?.count == 1_266 && lab.file("root.cer.1") == nil)
    #expect(
      wget("-nv", Self.root) == """
        2026-11-23 09:27:43 URL:http://10.0.224.140/certificates/cmslab-root-ca.cer \
        [1266/1266] -> "cmslab-root-ca.cer" [1]

        """)
    #expect(
      wget("-nc", Self.root)
        == "File 'cmslab-root-ca.cer' already there; not retrieving.\n\n")
    #expect(wget("-nv", "-nc", Self.root) == "")
    #expect(
      wget("-nc", "--output-document=root.cer", Self.root, level: 1)
        == "File 'root.cer' already there; not retrieving.\n")
    #expect(
      wget("-O", #"none\x"#, Self.root, level: 1) == #"none\x: No such file or directory"# + "\n")
    #expect(wget("-O", "lost.cer", Self.root + ".", level: 8).contains("404"))
    #expect(lab.file("lost.cer") == [])
    #expect(
      wget("-qO-", "http://10.0.224.140/certificates/a-very-long-file-name-for-a-test.cer")
        == "aaaaaaaaaa")
  }

  @Test("several addresses")
  func several() {
    let text = wget(Self.root, Self.root + "x", "http://10.0.224.140/big.bin", level: 8)
    #expect(
      text.hasSuffix(
        """
        2026-11-23 09:27:43 (196 MB/s) - 'big.bin' saved [123456/123456]

        FINISHED --2026-11-23 09:27:43--
        Total wall clock time: 0s
        Downloaded: 2 files, 122K in 0s (196 MB/s)

        """))
  }

  @Test("names are made fit for Windows")
  func names() {
    for (path, name) in [
      ("/", "index.html"), ("/a%20b%3ac%3F.txt", "a b%3Ac%3F.txt"), ("/a?b=c/d", "a@b=c%2Fd"),
      ("/x/../y/./z", "z"), ("/a b", "a b"), ("/%zz", "%zz"),
    ] {
      let url = try? WgetURL("http://10.0.224.140\(path)")
      #expect(url.map { WgetFileName.name(for: $0) } == name)
    }
    #expect(
      wget("HTTP://WEB.cms.lab/x/../a b%", level: 8).hasPrefix(
        """
        --2026-11-23 09:27:43--  http://web.cms.lab/a%20b%25
        Resolving web.cms.lab (web.cms.lab)... 10.0.224.140
        Connecting to web.cms.lab (web.cms.lab)|10.0.224.140|:80... connected.

        """))
    #expect(lab.lastPath == "/a%20b%25")
  }
}
