import Appliance
import Console
import Lab
import MMPShell
import Synchronization
import Testing
import Tutor

/// What `:why` says of a case, where a general answer would be wrong.
@Suite struct WhyWordsTests {
  @Test("the facts of the case come first, and the cause holds for each of them")
  func order() throws {
    for (scenario, file) in [
      ("bundle-order", "cms1a-fullchain.cer"), ("another-key", "cms1a.cer"),
    ] {
      let window = try WhyCase(scenario)
      window.type("pki match cms1a.key \(file)")
      let lines = window.lines
      let fact = try #require(lines.firstIndex { $0.hasPrefix("Fact: ") })
      let cause = try #require(lines.firstIndex { $0.hasPrefix("Cause: ") })
      #expect(fact < cause)
      #expect(lines[cause].contains("wrong order") && lines[cause].contains("made the key anew"))
    }
  }

  @Test("an error that other commands have followed is told with their number and its age")
  func age() throws {
    let clock = Mutex(WhyCase.now)
    let world = try World(
      scenario: Scenario(name: "test.yaml", source: Array("purpose: x\npage: done\n".utf8)),
      now: { clock.withLock { $0 } })
    let session = try #require(world.appliances["cms1a"]).frontDoor.console().session()
    let errors = LastErrors(in: world)
    session.add(errors)
    func type(_ line: String) -> String? {
      session.receive(.line(line), on: TextScreen())
      return Why.lines(window: errors, pod: nil, in: world, at: "cms1a").first
    }
    let heading = "pki inspect no.cer: File no.cer not found"
    #expect(type("pki inspect no.cer") == heading)
    #expect(type("") == heading)
    #expect(type("pki list") == "1 command went well since the last error in this window:")
    clock.withLock { $0 += 5 * 60 }
    #expect(
      type("date") == "2 commands went well since the last error in this window, 5 minutes ago:")
    #expect(type("pki inspect no.cer") == heading)
  }

  @Test("a question about the host's key that took a pasted line is named")
  func hostKey() throws {
    let psftp = try WhyCase("fresh", at: "pc1")
    psftp.type("psftp admin@cms1a.pod7.cms.lab", "c1sco123", "put cms1a.cer")
    let text = psftp.lines.joined(separator: "\n")
    #expect(text.contains("The (y/n) question about the host's key took the password"))
    #expect(text.contains("a pasted line was taken for it"))
    #expect(!text.contains("c1sco123"))
    let ssh = try WhyCase("fresh", at: "pc1")
    ssh.type("ssh admin@cms1a.pod7.cms.lab", "c1sco123", "pki list", "")
    #expect(ssh.lines.joined().contains("took the password"))
    #expect(ssh.trial == "ssh admin@cms1a.pod7.cms.lab")
    #expect(ssh.lines.joined().contains("The (yes/no) question"))
    let refused = try WhyCase("fresh", at: "pc1")
    refused.type("ssh admin@cms1a.pod7.cms.lab", "")
    #expect(refused.lines.joined().contains("Return alone, which means no. Answer yes, once"))
    #expect(!refused.lines.joined().contains("n connects"))
    let asked = try WhyCase("fresh", at: "pc1")
    asked.type("ssh admin@cms1a.pod7.cms.lab", "c1sco123", "pki list")
    #expect(asked.lines.joined().contains("took the password"))
    #expect(asked.trial == "yes")
    asked.type("yes", "c1sco123")
    #expect(asked.lines == ["There was no error yet."])
    let nothing = try WhyCase("fresh", at: "pc1")
    nothing.type("psftp admin@cms1a.pod7.cms.lab", "")
    #expect(nothing.lines.joined().contains("gives up the connection; n connects, but is asked"))
    #expect(nothing.trial == "psftp admin@cms1a.pod7.cms.lab")
    // Later mistakes have nothing to do with it.
    nothing.type("psftp admin@cms1a.pod7.cms.lab", "y", "c1sco123", "bye", "dri")
    #expect(!nothing.lines.joined().contains("host's key"))
  }

  @Test("what help was asked for is looked at, not the word help")
  func help() throws {
    let console = try WhyCase()
    console.type("help nope")
    let text = console.lines.joined(separator: "\n")
    #expect(text.contains("There is no command nope to have help for."))
    #expect(!text.contains("help is a command of"))
    console.type("help dir")
    #expect(
      console.lines.contains(
        "Fact: dir is a command of PC1's command window, not of the appliance's console."))
    console.type("help pki mach")
    #expect(console.trial == "help pki match")
    let desk = try WhyCase(at: "pc1")
    desk.type("help wget")
    #expect(desk.trial == "wget --help")
  }

  @Test("a CN without its name is told from a value with blanks")
  func nameless() throws {
    let window = try WhyCase()
    #expect(window.why("pki csr x a.pod7.cms.lab").contains("CN: was forgotten, as in CN:a.pod7"))
    #expect(window.why("pki csr x CN:a.b O:My Company").contains("needs quotation marks"))
    #expect(window.why("pki csr x CN:a.b c.d").contains("belong into subjectAltName:"))
    #expect(window.why("pki csr x CN a.b").contains("CN stands alone"))
    #expect(window.why("pki csr x CN=a.b").contains("= where a colon belongs"))
    #expect(window.why("pki csr CN:a.b").contains("The basename is missing"))
  }

  @Test("folders are told from files, and the one the window is in is known")
  func folders() throws {
    let window = try WhyCase(at: "pc1")
    #expect(
      window.why("cd Certificates").contains(
        #"The window is in C:\Users\admin\Desktop\Certificates already"#))
    #expect(window.why("cd cms1a.cer").contains(#"cms1a.cer is a file, not a folder"#))
    window.type("md requests")
    #expect(window.why("cd request").contains("There is no folder request in"))
    #expect(window.trial == #"cd C:\Users\admin\Desktop\Certificates\requests"#)
    #expect(window.type(window.trial ?? "").contains("cannot find") == false)
    window.type("cd ..")
    #expect(window.why("type requests").contains("is a folder") == true)
    #expect(window.why("dir *.xyz").contains("No name in"))
  }

  @Test("a machine that is there but is none of that kind is not offered with the same port")
  func hosts() throws {
    let window = try WhyCase(at: "pc1")
    let address = "http://10.0.224.140/certificates/cmslab-root-ca.cer"
    #expect(
      window.why("wget http://10.0.224.140:81/certificates/cmslab-root-ca.cer").contains(
        "at port 80"))
    #expect(window.trial == "wget \(address)")
    #expect(
      window.why("wget http://10.0.224.141/certificates/cmslab-root-ca.cer").contains("No machine"))
    #expect(window.trial == "wget \(address)")
    #expect(window.why("ping 10.0.224.99").contains("has the address 10.0.224.99"))
    window.type("psftp admin@cms1x.pod7.cms.lab -pw hunter2")
    #expect(window.trial == "psftp admin@cms1a.pod7.cms.lab")
  }
}
