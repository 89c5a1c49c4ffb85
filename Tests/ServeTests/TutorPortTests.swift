import Foundation
import ProgramSupport
import TestSupport
import Testing

@Suite("The lab's voice for real clients")
struct TutorPortTests {
  private let window = "Certificates>"
  private let greeting = "| Lines with a colon in front are for the lab: :help lists them."

  private func login(_ lab: ServedLab, to host: String) throws -> Terminal {
    let terminal = try lab.terminal("/usr/bin/ssh", ["-F", "ssh_config", "-tt", host])
    #expect(terminal.expect("assword: ") != nil)
    terminal.type("c1sco123\r")
    return terminal
  }

  @Test("PC1 has it at terminals, and appliances have not")
  func pc1() throws {
    let lab = try ServedLab()
    let pc1 = try login(lab, to: "pc1")
    #expect(pc1.expect(window)?.contains(greeting) == true)
    pc1.type("type none\r")
    #expect(pc1.expect(window) != nil)
    pc1.type(":w\t\r")
    #expect(pc1.expect(":why\r\n") != nil)
    #expect(pc1.expect("| Cause: ") != nil)
    #expect(pc1.expect(window) != nil)
    pc1.type("ssh admin@cms1b.pod7.cms.lab\r")
    #expect(pc1.expect("password: ") != nil)
    pc1.type("c1sco123\r:chain cms1b.cer\r")
    #expect(pc1.expect("| cms1b.cer: 1 certificate") != nil)
    #expect(pc1.expect("cms1b> ") != nil)
    pc1.type("exit\rexit\r")
    #expect(pc1.end() == 0)
    let piped = try lab.ssh("pc1", input: ":help\r\nexit\r\n")
    #expect(!piped.output.contains("|"))
    #expect(try lab.ssh("pc1", ":help").output == "")
    let cms = try login(lab, to: "cms1a")
    #expect(cms.expect("cms1a> ") != nil)
    cms.type(":help\r")
    #expect(cms.expect("cms1a> ")?.contains("|") == false)
    cms.type("exit\r")
    #expect(cms.end() == 0)
  }

  @Test("with --tutor appliances have it too, unasked they say nothing; with --no-tutor nobody has")
  func options() throws {
    let lab = try ServedLab("--tutor")
    let cms = try login(lab, to: "cms1a")
    #expect(cms.expect("cms1a> ")?.contains("|") == false)
    cms.type("pki csr a-b CN:x.y\r:why\r")
    #expect(cms.expect("| Fact: The 2nd character of a-b is a hyphen") != nil)
    #expect(cms.expect("cms1a> ") != nil)
    cms.type("exit\r")
    #expect(cms.end() == 0)
    let silent = try ServedLab("--no-tutor")
    let pc1 = try login(silent, to: "pc1")
    #expect(pc1.expect(window)?.contains("|") == false)
    pc1.type("exit\r")
    #expect(pc1.end() == 0)
  }

  @Test("a new attempt ends all visits of the pod, kept or not", arguments: [true, false])
  func restart(isKept: Bool) throws {
    let home = try TemporaryFolder()
    let state = isKept ? ["--state", "\(home.path)/class.mmp"] : []
    let lab = try ServedLab(["--tutor"] + state, home: home)
    let cms = try login(lab, to: "cms1a")
    #expect(cms.expect("cms1a> ") != nil)
    let pc1 = try login(lab, to: "pc1")
    #expect(pc1.expect(window) != nil)
    pc1.type("echo hi> note.txt\r")
    #expect(pc1.expect(window) != nil)
    pc1.type(":restart\r")
    #expect(pc1.expect("| :restart yes does it.") != nil)
    #expect(pc1.expect(window) != nil)
    pc1.type(":restart yes\r")
    #expect(pc1.expect("| The lab begins anew.") != nil)
    #expect(pc1.end() == 255)
    #expect(cms.end() == 255)
    let again = try login(lab, to: "pc1")
    #expect(again.expect(window)?.contains(greeting) == true)
    again.type("dir note.txt\r")
    #expect(again.expect("File Not Found") != nil)
    again.type("exit\r")
    #expect(again.end() == 0)
  }
}
