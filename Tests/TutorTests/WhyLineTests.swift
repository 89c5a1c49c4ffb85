import Appliance
import Lab
import Testing
import Tutor
import Workstation

/// What `:why` makes of typed lines: which word was wrong, and the whole line that is right.
@Suite struct WhyLineTests {
  @Test(
    "a password behind an option that is none for it is masked, and nothing else",
    arguments: ["-p", "-P", "-pass", "--password", "-PW"])
  func password(option: String) throws {
    let window = try WhyCase(at: "pc1")
    let start = "echo get cms1b.cer | psftp cms1b.pod7.cms.lab -l admin "
    window.type("\(start)\(option) c1sco123")
    let lines = window.lines
    #expect(lines[0].hasPrefix("\(start)\(option) ***: "))
    #expect(lines.contains("Fact: The option of psftp for a password is -pw, not \(option)."))
    #expect(window.trial == "\(start)-pw c1sco123")
    // The host's key is not known yet, and nobody is there to say yes.
    #expect(!window.type(window.trial ?? "").contains("unknown option"))
  }

  @Test("a password that a teacher has chosen is not told in a line to try")
  func secret() throws {
    let window = try WhyCase(yaml: "accounts: {admin: {password: tulip99}}", at: "pc1")
    window.type("psftp admin@cms1a.pod7.cms.lab -p tulip99")
    #expect(!window.lines.joined().contains("tulip99"))
    #expect(window.trial == "psftp admin@cms1a.pod7.cms.lab")
    // What is piped in would be taken for the password.
    window.type("echo ls | psftp admin@cms1a.pod7.cms.lab -p tulip99")
    #expect(!window.lines.joined().contains("tulip99"))
    #expect(window.trial == "psftp -h")
  }

  @Test("ssh takes no password on its line")
  func ssh() throws {
    let window = try WhyCase(at: "pc1")
    window.type("ssh admin@cms1b.pod7.cms.lab -pw c1sco123")
    #expect(window.lines.joined().contains("ssh takes no password on its line"))
    #expect(window.trial == "ssh admin@cms1b.pod7.cms.lab")
  }

  @Test(
    "a mistyped program is put right in its place, and the rest stays as typed",
    arguments: [
      (
        "psfpt admin@cms1b.pod7.cms.lab -pw c1sco123",
        "psftp admin@cms1b.pod7.cms.lab"
      ),
      (
        "echo ls| psfpt admin@cms1b.pod7.cms.lab -pw c1sco123",
        "echo ls| psftp admin@cms1b.pod7.cms.lab -pw c1sco123"
      ),
      (#"certeq -config "a\b" -v "x y.csr""#, #"certreq -config "a\b" -v "x y.csr""#),
      ("dir & wgte http://10.0.224.140/a", "dir & wget http://10.0.224.140/a"),
    ])
  func program(line: String, trial: String) throws {
    let window = try WhyCase(at: "pc1")
    window.type(line)
    #expect(window.trial == trial)
  }

  @Test(
    "a command of another machine or system is told with what does it here",
    arguments: [
      ("cms1a", "certreq -submit a.csr a.cer", "certreq is a program of PC1", "exit"),
      ("cms1a", "psftp admin@cms1b", "psftp is a program of PC1", "exit"),
      ("cms1a", "get cms1a.csr", "get is a command of psftp", "exit"),
      ("cms1a", "cat cms1a.csr", "what does that is pki inspect.", "pki inspect cms1a.csr"),
      (
        "cms1a", "pki match", "It is typed as pki match <keyfile> <certificate file>.",
        "pki match cms1a.key cms1a.cer"
      ),
      ("cms1a", "dir", "What does that here is pki list.", "pki list"),
      ("pc1", "pki", "of the appliance's console", "ssh admin@cms1a.pod7.cms.lab"),
      ("pc1", "ls", "What does that here is dir.", "dir"),
      ("pc1", "mv cms1a.cer old.cer", "What does that here is ren.", "ren cms1a.cer old.cer"),
      ("pc1", "mv cms1a.cer cms1a.csr", "cms1a.csr is there already", "dir"),
      (
        "pc1", "curl http://10.0.224.140/a", "what does that is wget.",
        "wget http://10.0.224.140/a"
      ),
      ("pc1", "scp a b:", "what does that is psftp.", "psftp admin@cms1a.pod7.cms.lab"),
      ("pc1", "cat cms1a.csr", "what does that is type.", "type cms1a.csr"),
      ("pc1", "rm cms1a.csr", "What does that here is del.", "help"),
    ])
  func elsewhere(host: String, line: String, fact: String, trial: String) throws {
    let window = try WhyCase(at: host)
    window.type(line)
    #expect(window.lines.joined(separator: "\n").contains(fact))
    #expect(window.trial == trial)
  }

  @Test("get and put take no wildcard, and mv overwrites nothing")
  func psftp() throws {
    let window = try WhyCase(at: "pc1")
    window.type("psftp admin@cms1b.pod7.cms.lab", "c1sco123")
    let text = window.why("get *.csr")
    #expect(text.contains("get takes one file and knows neither * nor ?"))
    #expect(text.contains("It fits cms1b.csr"))
    #expect(!text.contains("Fact: Upper and lower case"))
    #expect(window.trial == "mget *.csr")
    window.type("get *.xyz")
    #expect(window.trial == "ls")
    #expect(window.lines.joined().contains("No name on cms1b fits"))
    window.type("put *.cer")
    #expect(window.trial == "mput *.cer")
    let renamed = window.why("mv cms1b.cer cms1b.csr")
    #expect(renamed.contains("cms1b.csr is on cms1b already, and mv overwrites no file."))
    #expect(!renamed.contains("upper and lower case") && !renamed.contains("by now"))
    #expect(window.trial == "ls")
  }

  @Test("in psftp each name of a line is looked for where it counts")
  func places() throws {
    let window = try WhyCase(at: "pc1")
    window.type("psftp admin@cms1b.pod7.cms.lab", "c1sco123")
    #expect(window.why("get cms1b.cer nodir\\x.cer").contains(#"no folder C:\Users\admin\Desktop"#))
    #expect(window.why("mv nothing.cer x.cer").contains("Remedy: Look at ls and correct the name."))
    window.type("!tpye cms1a.csr")
    #expect(window.trial == "!type cms1a.csr")
    window.type("close", "put cms1a.cer")
    #expect(window.trial == "open admin@cms1b.pod7.cms.lab")
  }

  @Test("files to join want a plus between them, and each name that is missing is told once")
  func joining() throws {
    let window = try WhyCase(at: "pc1")
    window.type("copy cms1a.cer cmslab-rot-ca.cer full.cer")
    let text = window.lines.joined(separator: "\n")
    #expect(text.contains("copy joins files with + between them; the line names 3 and has no +"))
    #expect(text.contains("cmslab-rot-ca.cer is not in"))
    #expect(window.trial == "copy /b cms1a.cer+cmslab-root-ca.cer full.cer")
    #expect(window.type(window.trial ?? "").contains("1 file(s) copied"))
    window.type("copy /b cms1d.cer+cmslab-rot-ca.cer+cms1d.cer all.cer")
    let facts = window.lines.filter { $0.contains(" is not in ") }
    #expect(facts.count == 2 && facts[0].contains("cms1d.cer") && facts[1].contains("-rot-"))
    #expect(window.trial == "copy /b cms1a.cer+cmslab-root-ca.cer+cms1a.cer all.cer")
    window.type("copy /b nothing-like-it.txt+cmslab-rot-ca.cer all.cer")
    #expect(window.trial == "dir")
  }

  @Test("of addresses with as many other digits the nearest number is told")
  func address() throws {
    let window = try WhyCase(at: "pc1")
    #expect(window.why("ping 10.0.224.141").contains("The nearest is 10.0.224.140"))
    #expect(window.trial == "ping 10.0.224.140")
    #expect(window.why("ping 10.0.224.109").contains("The nearest is 10.0.224.10"))
  }

  @Test("what the web server does not have is told for what it is")
  func web() throws {
    let window = try WhyCase(at: "pc1")
    let address = "http://10.0.224.140/certificates/cmslab-root-ca.cer"
    let secure = window.why("wget https://10.0.224.140/certificates/cmslab-root-ca.cer")
    #expect(secure.contains("https:// is not served in this lab, only http://."))
    #expect(!secure.contains("cannot be read"))
    #expect(window.trial == "wget \(address)")
    let missing = window.why("wget http://10.0.224.140/cmslab-root-ca.cer")
    #expect(missing.contains("Remedy: Type the address of a file that is there."))
    #expect(
      window.why("wget \(address).").contains("Remedy: Type the address without the full stop"))
  }

  @Test("a request that only certreq reads is told as that, and serves it")
  func marked() throws {
    let window = try WhyCase(at: "pc1")
    let desk = window.world.workstation
    let path = desk.folder.appending("cms1a.csr")
    let contents = try #require(desk.drive.entry(at: path)?.contents)
    try desk.drive.write([0xEF, 0xBB, 0xBF] + contents, to: path)
    let picture = window.chain("cms1a.csr", columns: 200)
    #expect(picture.contains("a byte order mark"))
    #expect(picture.contains("such as certreq, take it all the same for a certificate request for"))
    window.type("certreq -submit cms1a.csr new.cer")
    #expect(window.trial?.hasSuffix(" cms1a.csr new.cer") == true)
    #expect(window.type(window.trial ?? "").contains("Issued"))
  }

  @Test("what certreq fetches has a number, and what was denied is sent anew")
  func retrieval() throws {
    let window = try WhyCase(at: "pc1")
    let config = #"-config "cmslab-ad.cms.lab\cms-CMSLAB-AD-CA""#
    let template = #"-attrib "CertificateTemplate:ClientandServerAuthentication""#
    #expect(window.why("certreq -retrieve \(config) abc x.cer").contains("abc is no number"))
    #expect(window.lines.joined().contains("none was sent to it since the lab began"))
    let denied = window.type("certreq -submit \(config) cms1a.csr x.cer")
    let number = denied.split(separator: "\n")[0].drop { !$0.isNumber }.prefix { $0.isNumber }
    let text = window.why("certreq -retrieve -f \(config) \(number) cms1a.cer")
    #expect(text.contains("Request \(number) was denied when it was sent"))
    #expect(text.contains("Remedy: Send the request once more with certreq -submit, mended."))
    #expect(!text.contains("There is no -attrib"))
    #expect(window.trial == "certreq -submit -f \(config) \(template) cms1a.csr cms1a.cer")
    #expect(window.type(window.trial ?? "").contains("Issued"))
    let next = (Int(number) ?? 0) + 1
    #expect(window.why("certreq -retrieve \(config) 999 y.cer").contains("\(next) (issued)"))
    #expect(window.trial == "certreq -retrieve \(config) \(next) y.cer")
    #expect(window.type(window.trial ?? "").contains("Issued"))
    window.type("certreq -retrieve \(next) z.cer")
    #expect(window.trial == "certreq -retrieve \(config) \(next) z.cer")
  }
}
