import Appliance
import Console
import Journal
import Lab
import MMPShell
import TestSupport
import Testing
import Tutor
import Workstation

@Suite("Lines for the lab")
struct VoiceLineTests {
  @Test("help lists all; so does a colon alone")
  func help() throws {
    let lab = try VoiceCase()
    let help = lab.type(":help")
    for word in ["tasks", "next", "hint", "check", "why", "chain", "restart", "help"] {
      #expect(help.contains { $0.hasPrefix("  :\(word)") })
    }
    #expect(help.allSatisfy { $0.count < 77 })
    #expect(lab.type(":") == help && lab.type(": HELP ") == help)
  }

  @Test("an unknown word gets the nearest")
  func unknown() throws {
    let lab = try VoiceCase()
    #expect(lab.type(":tsks") == ["There is no `:tsks`; did you mean :tasks? :help lists all."])
    #expect(lab.type(":xyzzy 1 2") == ["There is no `:xyzzy`; :help lists all."])
  }

  @Test(
    "nonsense gets one clear line, and nothing changes",
    arguments: [
      ":" + String(repeating: "x", count: 16 << 10), ":why\u{1B}[2J", ":\u{FFFD}\u{FFFD}",
      ":chain \u{202E}exe", "::::", ":\u{0}", ":" + String(repeating: " ", count: 2_000),
      ":check " + String(repeating: "\u{301}", count: 400),
    ])
  func nonsense(line: String) throws {
    let lab = try VoiceCase()
    let answer = lab.type(line)
    #expect(answer.count == 1)
    #expect(answer[0].utf8.count < 1_000)
    #expect(answer[0].unicodeScalars.allSatisfy { TerminalText.isHarmless($0) && $0.isASCII })
    #expect(lab.progress?.state(of: "note").tries == 0)
  }

  @Test("why is about the last error of this window, else of the pod")
  func why() throws {
    let lab = try VoiceCase()
    #expect(lab.type(":why") == ["There was no error yet."])
    lab.type("type no.txt")
    #expect(lab.type(":why").first?.hasPrefix("type no.txt: ") == true)
    let other = lab.world.workstation.seat().openWindow()
    lab.tutoring.attend(other, restart: .refused(""))
    let screen = TextScreen()
    other.receive(.line(":why"), on: screen)
    guard case .aside(let line) = screen.parts.first else { return #expect(Bool(false)) }
    #expect(line.hasPrefix("None in this window. The last one of the pod, on pc1 at "))
  }

  @Test("a file is one of the machine that the window is at, wherever that leads")
  func chain() throws {
    let lab = try VoiceCase()
    #expect(lab.type(":chain") == ["Which file? As in :chain cms1a.cer"])
    lab.type("cd ..", "mkdir There", "cd There", "echo x> here.cer")
    #expect(lab.type(":chain here.cer").first?.hasPrefix("here.cer ") == true)
    #expect(lab.type(#":chain "..\Certificates\cms1a.cer""#).first == "cms1a.cer: 1 certificate")
    lab.type("ssh admin@cms1b.pod7.cms.lab", "c1sco123")
    #expect(lab.type(":chain here.cer").first == "There is no file here.cer on cms1b.")
    #expect(lab.type(":chain cms1b.cer").first == "cms1b.cer: 1 certificate")
    lab.type("exit")
    lab.type("psftp admin@cms1b.pod7.cms.lab", "c1sco123", #"lcd ..\Certificates"#)
    #expect(
      lab.type(":chain cms1a.cer").prefix(2) == [
        #"In C:\Users\admin\Desktop\Certificates on PC1:"#, "cms1a.cer: 1 certificate",
      ])
  }

  @Test("at a question it answers too, and the question stays; a password is none of its business")
  func question() throws {
    let lab = try VoiceCase()
    lab.type("echo x> a.txt", "copy a.txt b.txt", "copy a.txt b.txt")
    #expect(lab.session.prompt.purpose == .answer)
    #expect(lab.type(":help").count > 5)
    #expect(lab.session.prompt.purpose == .answer)
    lab.type("n", "ssh admin@cms1a.pod7.cms.lab")
    #expect(lab.session.prompt.purpose == .secret)
    #expect(lab.type(":help") == [])
  }

  @Test("neither a tap nor the journal hears any of it")
  func unheard() throws {
    let lab = try VoiceCase()
    let diary = Diary(of: lab.world.journal)
    lab.type(":help", ":tasks", ":why", ":chain cms1a.cer", ":xyzzy")
    #expect(diary.take().isEmpty)
  }

  @Test("words, tasks and files are completed")
  func completion() throws {
    let lab = try VoiceCase()
    func rest(_ line: String) -> String { lab.session.completion(of: line) }
    #expect(rest(":ta") == "sks" && rest(":hi") == "nt " && rest(":x") == "")
    #expect(rest(":check req") == "uest" && rest(":hint no") == "te" && rest(":tasks n") == "")
    #expect(rest(":chain cms1a-f") == "ullchain.cer")
    #expect(rest("type cms1a-f") == "ullchain.cer")
    lab.type("ssh admin@cms1b.pod7.cms.lab", "c1sco123")
    #expect(rest(":chain cms1b.ce") == "r")
  }

  @Test("a new attempt is begun by whoever says so twice")
  func restart() throws {
    var count = 0
    let lab = try VoiceCase(
      restart: .possible(meaning: "All goes.") {
        count += 1
        return nil
      })
    #expect(lab.type(":restart") == ["All goes.", ":restart yes does it."])
    #expect(lab.type(":restart now") == ["Only yes can stand behind :restart."])
    #expect(count == 0 && !lab.session.hasEnded)
    #expect(lab.type(":restart yes") == ["The lab begins anew."])
    #expect(count == 1 && lab.session.hasEnded)
  }

  @Test("what cannot begin anew says why, and the window stays")
  func refusedRestart() throws {
    let lab = try VoiceCase()
    #expect(lab.type(":restart yes") == ["Not here."])
    let failing = try VoiceCase(restart: .possible(meaning: "") { "It cannot: no room." })
    #expect(failing.type(":restart yes") == ["The lab begins anew.", "It cannot: no room."])
    #expect(!lab.session.hasEnded && !failing.session.hasEnded)
  }

  @Test("an appliance by itself has why and chain")
  func alone() throws {
    let appliance = Appliance(hostname: "box", now: { WhyCase.now })
    let session = appliance.frontDoor.console().session()
    Tutoring(around: appliance).attend(session, restart: .refused("Not here."))
    let screen = TextScreen()
    func type(_ line: String) -> String {
      _ = screen.take()
      session.receive(.line(line), on: screen)
      return screen.parts.compactMap { if case .aside(let line) = $0 { line } else { nil } }
        .joined(separator: "\n")
    }
    #expect(type(":why") == "There was no error yet.")
    _ = type("pki csr a-b CN:x.y")
    #expect(type(":why").contains("Fact: The 2nd character of a-b is a hyphen"))
    _ = type("pki selfsigned ca")
    #expect(type(":chain ca.crt").hasPrefix("ca.crt: 1 certificate"))
    #expect(type(":tasks").hasPrefix("There are no tasks here"))
    #expect(session.completion(of: ":chain ca.c") == "rt")
  }
}
