import ProgramSupport
import TestSupport
import Testing

@Suite("The lab's voice at a terminal")
struct TutorTests {
  let folder: TemporaryFolder
  let window = "Certificates>"
  let greeting = "| Lines with a colon in front are for the lab: :help lists them."

  init() throws { folder = try TemporaryFolder() }

  func open(_ arguments: String...) throws -> Terminal {
    try Terminal(
      Program.path, arguments,
      environment: [
        "TERM": "vt100", "ASAN_OPTIONS": "detect_leaks=0", "XDG_RUNTIME_DIR": folder.path,
        "LANG": "C",
      ], folder: folder.path)
  }

  func leave(_ terminal: Terminal) {
    terminal.type("exit\r")
    #expect(terminal.end() == 0)
  }

  @Test("in mmp lab it says so at the start, answers, completes and is recalled")
  func lab() throws {
    let lab = try open("lab", "--world", "lab.mmp")
    #expect(lab.expect(window)?.contains(greeting) == true)
    lab.type(":ch\t")
    #expect(lab.expect("eck ") != nil)
    lab.type("\u{15}:chain none\r")
    #expect(lab.expect("| There is no file none in ") != nil)
    #expect(lab.expect(window) != nil)
    lab.type("\u{1B}[A")
    #expect(lab.expect(":chain none") != nil)
    lab.type("\u{15}type none\r")
    #expect(lab.expect(window) != nil)
    lab.type(":why\r")
    #expect(lab.expect("| Cause: ") != nil)
    #expect(lab.expect(window) != nil)
    leave(lab)
  }

  @Test("mmp by itself says nothing at the start and answers; --no-tutor leaves colons to machines")
  func console() throws {
    let console = try open()
    #expect(console.expect("cms1a> ")?.contains("|") == false)
    console.type("pki csr a-b CN:x.y\r")
    #expect(console.expect("cms1a> ") != nil)
    console.type(":why\r")
    #expect(console.expect("| Fact: The 2nd character of a-b is a hyphen") != nil)
    #expect(console.expect("cms1a> ") != nil)
    console.type(":restart\r")
    #expect(console.expect("| There is no lab here that could begin anew") != nil)
    #expect(console.expect("cms1a> ") != nil)
    leave(console)
    let silent = try open("console", "--no-tutor")
    #expect(silent.expect("cms1a> ") != nil)
    silent.type(":help\r")
    #expect(silent.expect("cms1a> ")?.contains("|") == false)
    leave(silent)
    let lab = try open("lab", "--no-tutor", "--world", "lab.mmp")
    #expect(lab.expect(window)?.contains("|") == false)
    leave(lab)
  }

  @Test("commands and pipes have no voice: a colon is the machine's")
  func programs() throws {
    let pipe = try Program.run("console", input: ":help\n")
    #expect(pipe.output.contains(":help\n") && !pipe.output.contains("|"))
    #expect(try Program.run("lab", "-c", ":help").output == "")
    let atTerminal = try open("lab", "-c", ":help", "-c", "ver")
    #expect(!atTerminal.endAndScreen().screen.contains("|"))
  }

  @Test("a recording and a journal have none of its lines")
  func unrecorded() throws {
    let console = try open("--record", "session.txt", "--journal", "events.jsonl")
    #expect(console.expect("cms1a> ") != nil)
    for line in ["pki csr a-b CN:x.y", ":why", ":help", ":chain none.cer", "hostname"] {
      console.type("\(line)\r")
      #expect(console.expect("cms1a> ") != nil)
    }
    leave(console)
    for file in ["session.txt", "events.jsonl"] {
      let text = try folder.read(file)
      #expect(text.contains("a-b") && text.contains("hostname"))
      for word in [":why", ":help", "Cause", "none.cer", ":chain"] { #expect(!text.contains(word)) }
    }
  }
}
