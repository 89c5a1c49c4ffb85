import Foundation
import Glibc
import ProgramSupport
import TestSupport
import Testing

@Suite("mmp at a terminal")
struct TerminalTests {
  private let prompt = "cms1a> "

  @Test("the lab page's commands, pasted at once")
  func paste() throws {
    let terminal = try Terminal()
    #expect(terminal.expect(prompt) == prompt)
    terminal.type(
      """
      pki csr cms1a CN:cms1.pod7.cms.lab subjectAltName:cms1a.pod7.cms.lab,pod7.cms.lab
      pki csr dbclusterclient CN:postgres
      pki list

      """)
    for name in ["cms1a", "dbclusterclient"] {
      #expect(terminal.expect("Created key file \(name).key and CSR \(name).csr\r\n") != nil)
      #expect(
        terminal.expect("CSR file \(name).csr ready for download via SFTP\r\n\(prompt)") != nil)
    }
    #expect(
      terminal.expect(
        "keys:\r\ncms1a.key\r\ncms1a.csr\r\ndbclusterclient.key\r\ndbclusterclient.csr\r\n") != nil)
    terminal.type("exit\n")
    #expect(terminal.end() == 0)
  }

  @Test(
    "editing keys",
    arguments: [
      ("versoin\u{8}\u{8}\u{8}ion", "2.9.0"), ("ersion\u{1}v", "2.9.0"),
      ("xx\u{15}version", "2.9.0"),
      ("version junk\u{17}", "2.9.0"), ("version junk\u{2}\u{2}\u{2}\u{2}\u{B}", "2.9.0"),
      ("vesrion\u{2}\u{2}\u{2}\u{2}\u{14}", "2.9.0"), ("ers\t\u{1}v\u{5}ion", "2.9.0"),
      ("v\t", "2.9.0"), ("xversion\u{1}\u{4}", "2.9.0"), ("version\u{1B}[5~\u{1B}[200~", "2.9.0"),
      ("ve\u{1B}[D\u{1B}[Crsion", "2.9.0"), ("日本\u{7F}\u{7F}version", "2.9.0"),
      ("ersion\u{1B}[1~v", "2.9.0"), ("hostname\n\u{1B}[A\u{10}\u{E}", "\ncms1a\r"),
    ])
  func editing(keys: String, answer: String) throws {
    let terminal = try Terminal()
    _ = terminal.expect(prompt)
    terminal.type(keys + "\n")
    #expect(terminal.expect(answer) != nil)
    terminal.type("exit\n")
    #expect(terminal.end() == 0)
  }

  @Test("what is wrong with a command line is quoted, and commands no terminal either")
  func foreignArgument() throws {
    let terminal = try Terminal("fidelity", "a\u{1B}]0;owned\u{7}\u{9B}b")
    #expect(terminal.expect(#"Unexpected argument 'a\x1B]0;owned\x07\xC2\x9Bb'"#) != nil)
    #expect(terminal.end() == 64)
  }

  @Test("a stranger's certificate commands no terminal; pipes and recordings have it as it is")
  func foreignText() throws {
    let folder = try TemporaryFolder()
    let files = Fixtures.files("terminal").path
    let title = "DNS:a\u{1B}]0;owned\u{7}b.pod7.cms.lab\n"
    let comment = "turned \u{202E}sdrawkcab\u{202C}, C1 \u{9B}31m, plain 盛 é\n"
    let terminal = try Terminal("--files", files, "--record", "\(folder.path)/session.txt")
    _ = terminal.expect(prompt)
    terminal.type("pki inspect terminal.cer\n")
    #expect(terminal.expect(#"DNS:a\x1B]0;owned\x07b.pod7.cms.lab"# + "\r\n") != nil)
    #expect(
      terminal.expect(
        #"turned \xE2\x80\xAEsdrawkcab\xE2\x80\xAC, C1 \xC2\x9B31m, plain 盛 é"# + "\r\n") != nil)
    _ = terminal.expect(prompt)
    terminal.type("exit\n")
    #expect(terminal.end() == 0)
    let recorded = try folder.read("session.txt")
    #expect(recorded.contains(title) && recorded.contains(comment))
    let piped = try Program.run("--files", files, "-c", "pki inspect terminal.cer").output
    #expect(piped.contains(title) && piped.contains(comment))
  }

  @Test("Ctrl-C drops the line, whatever is on it, and the session goes on")
  func interrupt() throws {
    let terminal = try Terminal()
    for keys in ["\u{3}", "pki li\u{3}", "\u{3}\u{3}"] {
      _ = terminal.expect(prompt)
      terminal.type(keys)
      #expect(terminal.expect("^C\r\n") != nil)
    }
    terminal.type("version\n")
    #expect(terminal.expect("2.9.0") != nil)
    terminal.type("\u{4}")
    #expect(terminal.end() == 0)
  }

  @Test("Ctrl-C in a line of several rows leaves all of it above the next prompt")
  func interruptInLongLine() throws {
    let terminal = try Terminal()
    _ = terminal.expect(prompt)
    terminal.resize(columns: 40)
    var end: String?
    // libedit paints all rows once more after the window has changed.
    for _ in 0..<2 {
      terminal.type(String(repeating: "x", count: 60) + "\u{1}")
      // The cursor is in the first row, the line ends in the second.
      #expect(terminal.expect("\u{1B}[A\u{1B}[8G") != nil)
      terminal.type("\u{3}")
      end = terminal.expect("^C\r\n" + prompt)
    }
    #expect(end?.hasPrefix("\r\r\n\u{1B}[28G^C") == true, "\(end.debugDescription)")
    terminal.type("exit\n")
    #expect(terminal.end() == 0)
  }

  @Test("Escape clears the line in PC1's window, but not at an appliance's prompt")
  func escape() throws {
    let terminal = try Terminal("lab")
    let window = "Certificates>"
    _ = terminal.expect(window)
    for keys in ["junk\u{1B}", "junk\u{1B}\u{1B}"] {
      terminal.type(keys)
      #expect(terminal.expect("junk") != nil)
      #expect(terminal.expect("\u{1B}[K") != nil)
      terminal.type("echo seen\n")
      #expect(terminal.expect("\r\nseen\r\n") != nil)
      _ = terminal.expect(window)
    }
    // An arrow key is none.
    terminal.type("cho moved\u{1B}[H\u{1B}OC\u{1B}[De\n")
    #expect(terminal.expect("\r\nmoved\r\n") != nil)
    _ = terminal.expect(window)
    terminal.type("ssh admin@cms1a.pod7.cms.lab\n")
    _ = terminal.expect("Please enter password: ")
    terminal.type("c1sco123\n")
    _ = terminal.expect(prompt)
    terminal.type("a version\u{1B}")
    _ = terminal.expect("a version")
    Thread.sleep(forTimeInterval: 0.3)
    // Together with the key before, back to the start of the word.
    terminal.type("b\u{15}version\n")
    let line = try #require(terminal.expect("2.9.0"))
    #expect(line.contains("\u{1B}[10G"))
  }

  @Test("Ctrl-C and Ctrl-D leave a password question; the password does not appear")
  func password() throws {
    let terminal = try Terminal("--files", Fixtures.pki.path)
    let question = "Please enter password: "
    _ = terminal.expect(prompt)
    for key in ["\u{3}", "\u{4}"] {
      terminal.type("pki unlock locked.key\n")
      _ = terminal.expect(question)
      terminal.type(key)
      #expect(terminal.expect(prompt) == "\r\n" + prompt)
    }
    terminal.type("pki unlock locked.key\n")
    _ = terminal.expect(question)
    terminal.type("wrong\u{15}c1scox\u{7F}123\n")
    #expect(terminal.expect(prompt) == "\r\nUnlocked key file locked.key\r\n" + prompt)
  }

  @Test("the line editor's own commands are out of reach")
  func editorCommands() throws {
    let terminal = try Terminal()
    _ = terminal.expect(prompt)
    // Escape x would open libedit's command line, which crashes on an open quotation mark.
    terminal.type("\u{1B}x\"\n")
    #expect(terminal.expect("Unknown command\r\n" + prompt) != nil)
    // A SIGINT from elsewhere is no reason to leave.
    terminal.signal(SIGINT)
    terminal.type("version\n")
    #expect(terminal.expect("2.9.0") != nil)
    terminal.type("exit\n")
    #expect(terminal.end() == 0)
    #expect(terminal.echoes)
  }

  @Test("Ctrl-C stops a key being made; nothing is stored")
  func interruptedKey() throws {
    let terminal = try Terminal()
    // A key may be ready before the finger is down: then it is stored, and the next try follows.
    _ = terminal.expect(prompt)
    for attempt in 0..<20 {
      terminal.type("pki csr key\(attempt) CN:a\n")
      _ = terminal.expect(".")
      terminal.type("\u{3}")
      guard let rest = terminal.expect(prompt), !rest.contains("Created") else { continue }
      terminal.type("pki inspect key\(attempt).key\n")
      #expect(terminal.expect("File key\(attempt).key not found") != nil)
      return
    }
    Issue.record("every key was faster than Ctrl-C")
  }

  @Test("the terminal is put back even if standard output goes to a file")
  func redirectedOutput() throws {
    let folder = try TemporaryFolder()
    let terminal = try Terminal(
      "/bin/sh", ["-c", "\(Program.path) > text; echo done; read line"],
      environment: ["PATH": "/usr/bin:/bin", "TERM": "xterm"], folder: folder.path)
    // No prompt appears: only the terminal shows that keys are waited for.
    #expect(Patience.sees { !terminal.echoes })
    terminal.type("version\nexit\n")
    #expect(terminal.expect("done\r\n") != nil)
    #expect(terminal.echoes)
    #expect(try folder.read("text") == "2.9.0\n")
    terminal.type("\n")
    #expect(terminal.end() == 0)
  }

  @Test(
    "a closed terminal or a request to end still saves the files",
    arguments: [SIGHUP, SIGTERM, SIGQUIT])
  func hangUp(signal: Int32) throws {
    let folder = try TemporaryFolder()
    let terminal = try Terminal("--save", folder.path, "--record", "\(folder.path)/session.txt")
    _ = terminal.expect(prompt)
    terminal.type("pki selfsigned ca\n")
    _ = terminal.expect("Created")
    _ = terminal.expect(prompt)
    terminal.signal(signal)
    #expect(terminal.end() == 0)
    #expect(terminal.echoes)
    #expect(try folder.read("ca.key").hasPrefix("-----BEGIN RSA PRIVATE KEY-----"))
    #expect(try folder.read("session.txt").contains("pki selfsigned ca"))
  }
}
