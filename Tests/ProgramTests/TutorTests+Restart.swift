import Foundation
import ProgramSupport
import TestSupport
import Testing

/// A lab that is begun anew.
extension TutorTests {
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
