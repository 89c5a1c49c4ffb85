import Appliance
import Console
import TestSupport
import Testing

@Suite("Hostile input")
struct HostileInputTests {
  @Test(
    "odd lines get an answer",
    arguments: [
      "\0", "pki\0list", "\u{1B}[2J", "pki list\u{7}", "\u{FEFF}pki list", "ｐｋｉ list", "\"", "\"\"",
      "pki csr \"\" CN:a", "pki csr a CN:a\u{1}b", "pki csr a CN:a\u{85}b",
      "pki inspect ../../etc/passwd",
      "pki inspect /etc/passwd", "pki inspect \"a b\"", "pki match . ..",
      "pki csr a CN:\u{202E}x \"",
      "pki pkcs12-to-ssh ../x", "pki sign ../a ../b", "hostname \u{1B}]0;x", "%s%n%x", "$(id)",
      "`id`; ls",
    ])
  func oddLines(line: String) throws {
    let console = try TestConsole(files: true)
    let answer = console.type(line)
    #expect(answer.hasSuffix("\n"))
    #expect(console.prompt == "cms1a> ")
  }

  @Test("a line of a megabyte is answered")
  func longLines() throws {
    let console = try TestConsole()
    let long = String(repeating: "a", count: 1 << 20)
    #expect(console.type(long) == "Unknown command\n")
    #expect(console.type("pki csr \(long) CN:a") == "Invalid CSR name. Must be alphanumeric\n")
    #expect(console.type("pki csr a CN:\(long)") == "Invalid argument\n")
    #expect(console.type("pki csr a CN:a subjectAltName:\(long)") == "Invalid argument\n")
    #expect(console.type("pki inspect \(long)").hasSuffix("File \(long) not found\n"))
    #expect(console.type(String(repeating: "\"", count: (1 << 20) + 1)) == "Unknown command\n")
    #expect(
      console.type("pki list " + String(repeating: "a ", count: 1 << 19)).hasPrefix("Too many"))
  }

  @Test(
    "a label with more than printable ASCII is not shown",
    arguments: ["\u{1B}[2J", "\u{1B}]0;x\u{7}", "\u{7F}", "é", "A\tB"])
  func labels(label: String) throws {
    let console = try TestConsole()
    let file = "-----BEGIN \(label)-----\nAAAA\n-----END \(label)-----\n"
    try console.appliance.store(FileStore.File(name: "a.pem", contents: Array(file.utf8)))
    #expect(
      console.type("pki inspect a.pem") == """
        Checking ssh public keys...not found
        Checking user configured certificates and keys...found
        File type unknown

        """)
  }

  /// 200 KB of marks that Swift would sort before it compares them.
  private static let marks = String(repeating: "\u{316}\u{301}", count: 50_000)

  @Test(
    "a long run of combining marks is answered",
    arguments: [
      "a*", "pki*", "pki *", "*", "help pki*", "pki inspect a*", "pki match a* *b", "hostname *",
      "hostname a.*", "pki csr a CN*:x", "pki csr a CN:x*", "pki csr a CN:*x", "pki csr a* CN:x",
      "pki csr a CN:x subjectAltName:*@*", "pki csr a CN:x subjectAltName:a,*,b", "pki sign * *",
      "pki csr a CN:x *:y", "pki csr a CN:*x subjectAltName:a.lab", "pki unlock *",
      "pki pkcs12-to-ssh *", "pki selfsigned a CN:a:*", "pki verify * * *", "\"*\" *",
    ])
  func combiningMarks(pattern: String) throws {
    let console = try TestConsole(files: true)
    let line = pattern.split(separator: "*", omittingEmptySubsequences: false)
      .joined(separator: Self.marks)
    #expect(console.type(line).utf8.last == 0x0A)
    #expect(console.mode?.completion(of: line).isEmpty == true)
  }

  @Test("random lines of known words never harm the session", arguments: 0..<8)
  func randomLines(seed: UInt64) throws {
    var random = Dice(state: seed)
    let console = try TestConsole(keys: PreparedKey(candidates: [1, 1]), files: true)
    let pieces = [
      "pki", "csr", "list", "inspect", "verify", "match", "selfsigned", "sign", "unlock",
      "pkcs12-to-ssh", "help", "hostname", "reboot", "date", "version", " ", " ", " ", "\"", ":",
      ",",
      "CN:a", "O:", "subjectAltName:a.lab", "server.key", "server.cer", "root.cer", "glued.cer",
      "locked.key", "bob", "server", "ca", "c1sco123", "é", "\0", "\t", "-", "--help", "..",
    ]
    for _ in 0..<400 {
      let line = (0..<Int.random(in: 0...9, using: &random)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }.joined(separator: Bool.random(using: &random) ? " " : "")
      let answer = console.type(line)
      #expect(answer.isEmpty || answer.hasSuffix("\n"), "\(line.debugDescription)")
      _ = console.mode?.completion(of: line)
    }
  }
}
