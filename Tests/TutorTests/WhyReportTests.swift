import Appliance
import Console
import Lab
import MMPShell
import Testing
import Tutor

/// What trainees were told that was not so, or did harm.
@Suite struct WhyReportTests {
  private func cms(_ window: WhyCase, _ name: String = "cms1a") throws -> Appliance {
    try #require(window.world.appliances[name])
  }

  @Test("a key that is there is not overwritten by a line to try")
  func keys() throws {
    let window = try WhyCase()
    let key = try cms(window).contents(of: "cms1a.key")
    for line in ["pki csr cms1a", "pki csr cms1-a CN:x.y", "pki csr CN:cms1a.pod7.cms.lab"] {
      window.type(line)
      let trial = try #require(window.trial)
      #expect(window.type(trial).contains("Created key file"), "\(trial)")
      #expect(try cms(window).contents(of: "cms1a.key") == key, "\(trial)")
    }
  }

  @Test("the key of another machine does not make this one's request an old one")
  func otherMachine() throws {
    let window = try WhyCase(at: "cms1b")
    let other = try cms(window)
    let session = other.frontDoor.console().session()
    session.receive(.line("pki selfsigned dbclusterclient CN:postgres"), on: TextScreen())
    let made = try #require(other.contents(of: "dbclusterclient.crt"))
    try cms(window, "cms1b").store(FileStore.File(name: "dbclusterclient.cer", contents: made))
    let text = window.why("pki match dbclusterclient.key dbclusterclient.cer")
    #expect(text.contains("belongs to the key dbclusterclient.key on cms1a"))
    #expect(!text.contains("made anew"))
    #expect(!text.contains("younger"))
  }

  @Test("a certificate that was just signed is not older than the lab's keys")
  func justSigned() throws {
    let desk = try WhyCase(at: "pc1")
    let cms = try cms(desk)
    let session = cms.frontDoor.console().session()
    session.receive(.line("pki csr cms1anew CN:cms1a.pod7.cms.lab"), on: TextScreen())
    desk.type(
      "psftp admin@cms1a.pod7.cms.lab", "c1sco123", "get cms1anew.csr", "bye",
      #"certreq -submit -username CMS\cert -p c1sco123 -config "cmslab-ad.cms.lab\cms-CMSLAB-AD-CA" "#
        + #"-attrib "CertificateTemplate:ClientandServerAuthentication" cms1anew.csr new.cer"#,
      "psftp admin@cms1a.pod7.cms.lab", "c1sco123", "put new.cer cms1a.cer", "bye")
    let errors = LastErrors(in: desk.world)
    session.add(errors)
    session.receive(.line("pki match cms1a.key cms1a.cer"), on: TextScreen())
    let text = Why.lines(window: errors, pod: nil, in: desk.world, at: "cms1a").joined()
    #expect(text.contains("belongs to the key cms1anew.key"))
    #expect(!text.contains("younger"))
    #expect(!text.contains("No certificate was fetched"))
    #expect(
      desk.chain("new.rsp", columns: 200).contains("a PKCS#7 container, as in certreq's answer"))
    #expect(!desk.chain("new.rsp", columns: 200).contains("altered or lost"))
  }

  @Test("a key made with pki selfsigned is told with both commands, and that it has no request")
  func selfSigned() throws {
    let window = try WhyCase()
    window.type("pki selfsigned cms1a CN:cms1a.pod7.cms.lab")
    let text = window.why("pki match cms1a.key cms1a.cer")
    #expect(text.contains("There is no request for cms1a.key: pki csr makes one"))
    #expect(!text.contains("pki csr overwrites the key"))
  }

  @Test("swapped files are put into their order, whatever comes of it")
  func swapped() throws {
    let window = try WhyCase("expired")
    window.type("pki verify cmslab-root-ca.cer cms1a.cer")
    #expect(window.trial == "pki verify cms1a.cer cmslab-root-ca.cer")
    window.type(window.trial ?? "")
    #expect(
      window.lines.joined().contains(
        "No bundle mends that: cms1a.pod7.cms.lab (cms1a.cer) has to be"))
    #expect(window.why("pki verify CMS1A.cer cmslab-root-ca.cer").contains("case count"))
    #expect(window.trial == "pki verify cms1a.cer cmslab-root-ca.cer")
    #expect(!window.lines.joined().contains("To get it here"))
  }

  @Test("a certificate is not verified against itself")
  func itself() throws {
    let window = try WhyCase()
    window.type("pki selfsigned self CN:self.pod7.cms.lab")
    let copy = try #require(try cms(window).contents(of: "self.crt"))
    try cms(window).store(FileStore.File(name: "copy.cer", contents: copy))
    window.type("pki verify self.crt cms1a.cer")
    #expect(window.trial == "pki inspect self.crt")
    window.type("pki verify self.crt nothing.cer")
    #expect(window.trial == "pki list")
    window.type("pki inspect cms1a")
    #expect(window.trial == "pki inspect cms1a.cer")
  }

  @Test("overwriting that was declined is told")
  func declined() throws {
    let desk = try WhyCase(at: "pc1")
    desk.type(
      #"certreq -submit -config "cmslab-ad.cms.lab\cms-CMSLAB-AD-CA" "#
        + #"-attrib "CertificateTemplate:ClientandServerAuthentication" cms1a.csr cms1a.cer"#, "n")
    #expect(desk.lines.joined().contains("cms1a.cer is there already, and overwriting it was"))
  }

  @Test("in psftp a file of PC1 is told with its machine")
  func places() throws {
    let desk = try WhyCase(at: "pc1")
    desk.type("psftp admin@cms1b.pod7.cms.lab", "c1sco123", "get cms1b.cer", "bye")
    desk.type("psftp admin@cms1a.pod7.cms.lab", "c1sco123")
    #expect(desk.why("get cms1b.cer").contains("There is cms1b.cer on PC1 and cms1b.cer on cms1b."))
  }

  @Test(
    "a command of another machine leads to it",
    arguments: [
      ("pki list", "ssh admin@cms1a.pod7.cms.lab"),
      ("get cms1a.csr", "psftp admin@cms1a.pod7.cms.lab"),
    ])
  func elsewhere(line: String, trial: String) throws {
    let window = try WhyCase(at: "pc1")
    window.type(line)
    #expect(window.trial == trial)
  }

  @Test("another server's certificate is told to be that, and no key is fetched from there")
  func otherServer() throws {
    let window = try WhyCase()
    let certificate = try #require(try cms(window, "cms1b").contents(of: "cms1b.cer"))
    try cms(window).store([FileStore.File(name: "cms1b.cer", contents: certificate)])
    let why = window.why("pki match cms1a.key cms1b.cer")
    #expect(why.contains("It is another server's certificate, whose key stays where it is."))
    #expect(!why.contains("get cms1b.key") && !why.contains("made anew ("))
  }

  @Test("a password of the page is told in certreq's line, and another one is not")
  func passwords() throws {
    let line =
      #"certreq -submit -username CMS/cert -p x -config "cmslab-ad.cms.lab\cms-CMSLAB-AD-CA" "#
      + #"-attrib "CertificateTemplate:ClientandServerAuthentication" cms1a.csr new.cer"#
    let page = try WhyCase(at: "pc1")
    page.type(line)
    #expect(page.trial?.contains(#"-username CMS\cert -p c1sco123 "#) == true)
    let other = try WhyCase(yaml: #"authority: {accounts: {'CMS\cert': tulip99}}"#, at: "pc1")
    other.type(line)
    #expect(other.trial?.contains("-p ") != true)
  }

  @Test("commands and programs are those that the windows have")
  func commands() throws {
    let console = try WhyCase()
    #expect(console.why("puase").contains("pause") == false)
    #expect(console.why("pki verfy a b").contains("The nearest is pki verify"))
    console.type("pki list more")
    #expect(console.trial == "pki list")
    let desk = try WhyCase(at: "pc1")
    #expect(desk.why("puase").contains("The nearest command is pause"))
    #expect(desk.why("reget cms1a.cer").contains("is a command of psftp"))
  }
}
