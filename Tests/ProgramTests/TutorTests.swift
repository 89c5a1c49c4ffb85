import Foundation
import ProgramSupport
import TestSupport
import Testing

@Suite("The lab's voice at a terminal")
struct TutorTests {
  private let folder: TemporaryFolder
  private let window = "Certificates>"
  private let greeting = "| Lines with a colon in front are for the lab: :help lists them."

  init() throws { folder = try TemporaryFolder() }

  private func open(_ arguments: String...) throws -> Terminal {
    try Terminal(
      Program.path, arguments,
      environment: [
        "TERM": "vt100", "ASAN_OPTIONS": "detect_leaks=0", "XDG_RUNTIME_DIR": folder.path,
        "LANG": "C",
      ], folder: folder.path)
  }

  private func leave(_ terminal: Terminal) {
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

  @Test("a new attempt begins in the same window, and the other ones go on in it")
  func restart() throws {
    let lab = try open("lab", "--world", "lab.mmp")
    #expect(lab.expect(window) != nil)
    let other = try open("lab", "--world", "lab.mmp")
    #expect(other.expect(window)?.contains(greeting) == true)
    other.type("echo hi> note.txt\r")
    #expect(other.expect(window) != nil)
    lab.type(":restart\r")
    #expect(lab.expect("| :restart yes does it.") != nil)
    #expect(lab.expect(window) != nil)
    lab.type(":restart yes\r")
    #expect(lab.expect("| The lab begins anew.") != nil)
    #expect(lab.expect("| This is a new attempt.") != nil)
    #expect(lab.expect(window) != nil)
    #expect(other.expect("mmp: the lab is begun anew, and this window goes on in") != nil)
    #expect(other.expect(window) != nil)
    other.type("dir note.txt\r")
    #expect(other.expect("File Not Found") != nil)
    #expect(other.expect(window) != nil)
    leave(other)
    lab.type("dir note.txt\r")
    #expect(lab.expect("File Not Found") != nil)
    #expect(lab.expect(window) != nil)
    let third = try open("lab", "--world", "lab.mmp", "--no-tutor")
    #expect(third.expect(window)?.contains("|") == false)
    leave(third)
    leave(lab)
    // What was done earlier is in the file.
    let attempts = try HostProgram.run(
      "/usr/bin/sqlite3",
      ["\(folder.path)/lab.mmp", "SELECT count(*) FROM attempts; SELECT name FROM files"],
      input: Data())
    #expect(attempts.output.hasPrefix("2\n") && attempts.output.contains("note.txt"))
  }

  @Test(
    "a further window begins the lab anew for all, whatever the first one is at",
    arguments: ["", "echo half a li", "psftp admin@cms1a.pod7.cms.lab\r", "ping -t cms1a\r"])
  func restartElsewhere(typed: String) throws {
    let lab = try open("lab", "--world", "lab.mmp")
    #expect(lab.expect(window) != nil)
    lab.type("echo hi> note.txt\r")
    #expect(lab.expect(window) != nil)
    let other = try open("console", "--world", "lab.mmp")
    #expect(other.expect("cms1a> ") != nil)
    lab.type(typed)
    if typed.hasPrefix("psftp") { #expect(lab.expect("password: ") != nil) }
    if typed.hasPrefix("ping") { #expect(lab.expect("Reply from") != nil) }
    other.type(":restart\r")
    #expect(other.expect("all windows go on in the new one.") != nil)
    #expect(other.expect("cms1a> ") != nil)
    other.type(":restart yes\r")
    #expect(other.expect("| The lab begins anew.") != nil)
    #expect(lab.expect("| Another window has begun the lab anew: this is a new attempt.") != nil)
    #expect(lab.expect(window) != nil)
    #expect(other.expect("this window goes on in the new attempt") != nil)
    #expect(other.expect("cms1a> ") != nil)
    lab.type("dir note.txt\r")
    #expect(lab.expect("File Not Found") != nil)
    #expect(lab.expect(window) != nil)
    other.type("hostname\r")
    #expect(other.expect("\ncms1a\r\n") != nil)
    // Once more, from the other side.
    lab.type(":restart yes\r")
    #expect(lab.expect("| This is a new attempt.") != nil)
    #expect(lab.expect(window) != nil)
    #expect(other.expect("this window goes on in the new attempt") != nil)
    #expect(other.expect("cms1a> ") != nil)
    leave(other)
    leave(lab)
  }

  @Test("where the first window was left or is recorded, it is said what to do instead")
  func restartRefused() throws {
    let recorded = try open("lab", "--world", "lab.mmp", "--record", "r.txt")
    #expect(recorded.expect(window) != nil)
    let further = try open("lab", "--world", "lab.mmp")
    #expect(further.expect(window) != nil)
    further.type(":restart yes\r")
    #expect(further.expect("| The window that has opened this lab is recorded") != nil)
    #expect(further.expect("--fresh.") != nil)
    #expect(further.expect(window) != nil)
    recorded.type(":restart yes\r")
    #expect(recorded.expect("start again with --fresh and another file for --record.") != nil)
    #expect(recorded.expect(window) != nil)
    leave(further)
    leave(recorded)
    let first = try open("lab", "--world", "lab.mmp")
    #expect(first.expect(window) != nil)
    let second = try open("lab", "--world", "lab.mmp")
    #expect(second.expect(window) != nil)
    first.type("exit\r")
    #expect(first.expect("Ctrl-C ends it") != nil)
    second.type(":restart yes\r")
    #expect(second.expect("| The window that has opened this lab was left") != nil)
    #expect(second.expect(window) != nil)
    leave(second)
    #expect(first.end() == 0)
  }

  @Test("in memory a new attempt is a new lab; a window that is recorded stays as it is")
  func restartInMemory() throws {
    let console = try open("console", "--scenario", "expired")
    #expect(console.expect("cms1a> ") != nil)
    console.type("rm cms1a.cer\r:restart yes\r")
    #expect(console.expect("| This is a new attempt.") != nil)
    #expect(console.expect("cms1a> ") != nil)
    console.type("pki inspect cms1a.cer\r")
    #expect(console.expect("Certificate:") != nil)
    #expect(console.expect("cms1a> ") != nil)
    leave(console)
    let recorded = try open("console", "--scenario", "expired", "--record", "session.txt")
    #expect(recorded.expect("cms1a> ") != nil)
    recorded.type(":restart yes\r")
    #expect(recorded.expect("| This window is recorded") != nil)
    #expect(recorded.expect("cms1a> ") != nil)
    leave(recorded)
  }
}
