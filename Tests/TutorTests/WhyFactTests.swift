import Appliance
import Lab
import Testing
import Tutor

@Suite struct WhyFactTests {
  @Test("without an error it says so")
  func none() throws {
    #expect(try WhyCase().lines == ["There was no error yet."])
  }

  @Test("the character of a name that is no letter and no digit is told with its place")
  func basename() throws {
    let window = try WhyCase()
    let text = window.why("pki csr cms-1a CN:cms1a.pod7.cms.lab")
    #expect(text.contains("The 4th character of cms-1a is a hyphen (-)"))
    // Not cms1a: that key is there, and would be overwritten.
    #expect(window.trial == "pki csr cms1anew CN:cms1a.pod7.cms.lab")
    #expect(window.why("pki csr cäms CN:a").contains("The 2nd character of cäms is ä (U+E4)"))
  }

  @Test("a blank behind a comma cut the list, and the words are shown as the appliance saw them")
  func blank() throws {
    let window = try WhyCase()
    let text = window.why("pki csr x CN:a.b subjectAltName:c.d, e.f")
    #expect(text.contains("cut the list behind subjectAltName:c.d,"))
    #expect(text.contains("[subjectAltName:c.d,] [e.f]"))
    #expect(window.trial == "pki csr x CN:a.b subjectAltName:c.d,e.f")
    window.type(window.trial ?? "")
    #expect(window.world.appliances["cms1a"]?.file(named: "x.csr") != nil)
  }

  @Test("what is wrong with an attribute is told")
  func attributes() throws {
    let window = try WhyCase()
    #expect(window.why("pki csr x CN:a subjectAltNam:b.c").contains("; subjectAltName is."))
    #expect(window.why("pki csr x CN:a subjectAltName:b.c,,d.e").contains("The 2nd entry"))
    #expect(window.why("pki csr x CN:a O:").contains("O: has no value"))
    #expect(window.why("pki csr x CN:a CN:b").contains("CN: is there twice"))
    #expect(window.why("pki csr x CN:a O:\"b").contains("A quotation mark is open"))
    #expect(window.why("pki csr x cn:a O:b").contains("cn:a is not CN:") == false)
  }

  @Test("a file that is not there is looked for under other names and on other machines")
  func missing() throws {
    let window = try WhyCase()
    #expect(window.why("pki match cms1a.key CMS1A.cer").contains("upper and lower case count"))
    #expect(window.trial == "pki match cms1a.key cms1a.cer")
    #expect(window.why("pki inspect cms1a.crt").contains("cms1a.cer"))
    #expect(window.why("pki inspect cms1b.key").contains("There is cms1b.key on cms1b"))
    #expect(window.why("pki inspect cmslab-rootca.cer").contains("is cmslab-root-ca.cer"))
    #expect(
      window.why("pki inspect nothing-like-it.txt").contains("No file in this lab has a name like"))
  }

  @Test("key and certificate given in the wrong order are told")
  func swapped() throws {
    let window = try WhyCase()
    #expect(window.why("pki match cms1a.cer cms1a.key").contains("the two were swapped"))
    #expect(window.trial == "pki match cms1a.key cms1a.cer")
    #expect(window.type(window.trial ?? "").contains("Matching"))
    #expect(
      window.why("pki match cms1a.key cms1a.csr").contains("cms1a.csr holds a certificate request"))
    #expect(window.why("pki verify cmslab-root-ca.cer cms1a.cer").contains("then the bundle"))
    #expect(window.trial == "pki verify cms1a.cer cmslab-root-ca.cer")
  }

  @Test("a key is told with its certificate, and a certificate with its key")
  func owners() throws {
    let window = try WhyCase()
    let text = window.why("pki match cms1a.key dbclusterserver.cer")
    #expect(text.contains("cms1a.key belongs to cms1a.csr, "))
    #expect(text.contains("belongs to the key dbclusterserver.key, dbclusterserver.key on cms1b"))
    #expect(window.type(window.trial ?? "").contains("Matching"))
  }

  @Test("names that differ between a request and a certificate are told")
  func names() throws {
    let text = try WhyCase().why("pki match cms1a.key dbclusterclient.cer")
    #expect(
      text.contains("cms1a.csr asks for CN cms1.pod7.cms.lab; dbclusterclient.cer has postgres"))
    #expect(text.contains("asks for the alternative names"))
  }

  @Test("at PC1 hosts, templates, accounts, files and addresses are looked up")
  func desk() throws {
    let window = try WhyCase(at: "pc1")
    let request =
      #"certreq -submit -username CMS\cert -p c1sco123 "#
      + #"-config "cmslab-ad.cms.lab\cms-CMSLAB-AD-CA" -attrib "#
    #expect(window.why("psftp admin@cms1x.pod7.cms.lab").contains("The nearest name is cms1"))
    #expect(
      window.why("ping cms1a.pod8.cms.lab").contains("The nearest name is cms1a.pod7.cms.lab"))
    #expect(window.trial == "ping cms1a.pod7.cms.lab")
    #expect(
      window.why(
        request + #""CertificateTemplate:Client and Server Authentication" cms1a.csr x.cer"#
      )
      .contains("ClientandServerAuthentication is its name"))
    #expect(
      window.why(request + #""CertificateTemplate:x" nothing.csr x.cer"#).contains("No file"))
    #expect(
      window.why(
        #"certreq -submit -username CMS/cert -p x -config "cmslab-ad.cms.lab\cms-CMSLAB-AD-CA" cms1a.csr y.cer"#
      )
      .contains("a slash where a backslash belongs"))
    #expect(
      window.why(#"certreq -submit -config "cmslab-ad.cms.lab\cms-CMSLAB-CA" cms1a.csr y.cer"#)
        .contains("They differ from the"))
    #expect(
      window.why("wget http://10.0.224.140/certificates/cmslab-root-ca.cer.")
        .contains("is no part of it"))
    #expect(window.trial == "wget http://10.0.224.140/certificates/cmslab-root-ca.cer")
    #expect(window.why("type cms1a.crt").contains("cms1a.cer"))
    #expect(window.why("pki list").contains("is a command of the appliance's console"))
    #expect(window.why("dri").contains("The nearest command is dir"))
  }

  @Test("in psftp the appliance it is connected to is looked at, and the folder of the window")
  func psftp() throws {
    let window = try WhyCase(at: "pc1")
    window.type("psftp admin@cms1b.pod7.cms.lab", "c1sco123")
    #expect(
      window.why("get CMS1B.csr").contains("cms1b.csr is on cms1b: upper and lower case count"))
    #expect(window.trial == "get cms1b.csr")
    #expect(window.why("put cms1a.crt").contains("cms1a.cer"))
    #expect(window.why("put cms1a.cer cms1:a.cer").contains("The 5th character of cms1:a.cer"))
    #expect(
      window.why("pki list").contains("is a command of the appliance's console, not of psftp"))
  }

  @Test("long lines of combining marks and bytes that a terminal obeys do no harm")
  func hostile() throws {
    let window = try WhyCase()
    let marks = String(repeating: "a\u{301}\u{323}", count: 3_000)
    for line in ["pki inspect \(marks)", "pki csr \(marks) CN:a", marks, "pki csr \u{1B}[2J CN:a"] {
      let text = window.why(line)
      #expect(!text.contains("\u{1B}"))
      #expect(text.utf8.count < 8_000)
    }
  }

  @Test("a file that has changed since does no harm")
  func changed() throws {
    let window = try WhyCase("bundle-order")
    window.type("pki match cms1a.key cms1a-fullchain.cer")
    let cms = window.world.appliances["cms1a"]
    try cms?.store(FileStore.File(name: "cms1a-fullchain.cer", contents: [0x30, 0x82]))
    #expect(window.lines.count > 2)
    _ = try cms?.removeFile("cms1a.key")
    #expect(window.lines.count > 2)
  }

  @Test("a password is masked in what is told")
  func secrets() throws {
    let window = try WhyCase(at: "pc1")
    window.type("psftp admin@cms1a.pod7.cms.lab -pw hunter2 -batch")
    #expect(window.lines.count > 1)
    #expect(!window.lines.joined().contains("hunter2"))
  }
}
