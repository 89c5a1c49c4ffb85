import Testing
import Tutor

@Suite struct WhyScenarioTests {
  @Test("an expired certificate is named with its dates and the lab's")
  func expired() throws {
    let text = try WhyCase("expired").why("pki verify cms1a.cer cmslab-root-ca.cer")
    #expect(text.contains("cms1a.pod7.cms.lab (cms1a.cer) has expired: it was valid from 2024-"))
    #expect(text.contains("the lab's clock says 2026-11-23 09:00:00"))
  }

  @Test("a certificate that is not valid yet is named with its dates")
  func early() throws {
    let text = try WhyCase("not-yet-valid").why("pki verify cms1a.cer cmslab-root-ca.cer")
    #expect(text.contains("cms1a.pod7.cms.lab (cms1a.cer) is not valid yet: it is from 2026-12-"))
  }

  @Test("a key that was made anew is told from the one the certificate is for")
  func anotherKey() throws {
    let text = try WhyCase("another-key").why("pki match cms1a.key cms1a.cer")
    #expect(text.contains("cms1a.key belongs to cms1a.csr"))
    #expect(text.contains("is nowhere in this lab."))
    #expect(text.contains("That certificate was made from cms1a.csr on PC1"))
    #expect(text.contains("is the request from before cms1a.key was made anew"))
    #expect(text.contains("pki csr and pki selfsigned overwrite the key"))
  }

  @Test("an issuer outside of the lab is named, and the lab's own")
  func wrongAuthority() throws {
    let text = try WhyCase("wrong-ca").why("pki verify cms1a.cer cmslab-root-ca.cer")
    #expect(text.contains("was issued by Another Root CA"))
    #expect(text.contains("only of cms-CMSLAB-AD-CA"))
    #expect(text.contains("No file in this lab has the certificate of Another Root CA"))
    #expect(text.contains("The lab's CA is cms-CMSLAB-AD-CA"))
  }

  @Test("a missing issuer is named with the files that have it, and a bundle that serves")
  func missingIntermediate() throws {
    let window = try WhyCase("missing-intermediate")
    let text = window.why("pki verify cms1a.cer cmslab-root-ca.cer")
    #expect(text.contains("was issued by cms-CMSLAB-AD-CA"))
    #expect(text.contains("cmslab-root-ca.cer has no certificate of that issuer"))
    #expect(text.contains("http://10.0.224.140/certificates/cmslab-issuing-ca.cer"))
    #expect(text.contains("on PC1 `wget http"))
  }

  @Test("of a root that is there twice the expired one is named, and the one that is valid")
  func renewedRoot() throws {
    let window = try WhyCase("renewed-root")
    let text = window.why("pki verify cms1a.cer cmslab-root-ca.cer")
    #expect(text.contains("cms-CMSLAB-AD-CA has expired"))
    #expect(text.contains("twice, with one key"))
    #expect(window.trial == "pki verify cms1a.cer renewed.cer")
    #expect(window.type(window.trial ?? "").contains("verified against"))
  }

  @Test("certificates on one line are told with the line and what is between them")
  func glued() throws {
    let text = try WhyCase("glued-bundle").why("pki match cms1a.key cms1a-fullchain.cer")
    #expect(text.contains("END and BEGIN stand on one line"))
    #expect(text.contains("no byte, not even a line end"))
    #expect(
      text.contains(
        "The certificates for cms1a.pod7.cms.lab (cms1a.cer) and cms-CMSLAB-AD-CA are not read."))
  }

  @Test("a Ctrl-Z in front of a certificate is told with its line")
  func controlZ() throws {
    let text = try WhyCase("ctrl-z").why("pki verify cms1a-fullchain.cer cms1a-fullchain.cer")
    #expect(text.contains("1 byte, 0x1A (Ctrl-Z, which copy appends) stands in front of BEGIN"))
    #expect(text.contains("The certificate for cms-CMSLAB-AD-CA is not read"))
  }

  @Test("a bundle that begins in binary form is told")
  func binary() throws {
    let text = try WhyCase("der").why("pki verify cms1a-fullchain.cer cms1a-fullchain.cer")
    #expect(text.contains("binary and base64 do not mix"))
  }

  @Test("a root in front of a server's certificate is told")
  func order() throws {
    let text = try WhyCase("bundle-order").why("pki match cms1a.key cms1a-fullchain.cer")
    #expect(
      text.contains("wrong order: its 1st certificate, which counts, is for cms-CMSLAB-AD-CA"))
    #expect(text.contains("the one of cms1a.key is its 2nd"))
  }

  @Test("a key with a password on is to be unlocked")
  func encrypted() throws {
    let window = try WhyCase("encrypted-key")
    let text = window.why("pki match cms1a.key cms1a.cer")
    #expect(text.contains("cms1a.key says so itself"))
    #expect(window.trial == "pki unlock cms1a.key")
    window.type("pki unlock cms1a.key", "C1SCO123")
    #expect(window.lines.joined().contains("upper and lower case only"))
  }

  @Test("a pasted line that was taken for a password is told, and not shown")
  func fresh() throws {
    let window = try WhyCase("fresh", at: "pc1")
    window.type("psftp admin@cms1a.pod7.cms.lab", "y", "put secretfile.cer")
    let text = window.lines.joined(separator: "\n")
    #expect(text.contains("a pasted line was taken for it"))
    #expect(!text.contains("secretfile"))
  }

  @Test("pictures show what the console does not")
  func pictures() throws {
    #expect(
      try WhyCase("san-without-server").chain("cms1a.cer")
        .contains("this machine's name cms1a.pod7.cms.lab is not among its names"))
    #expect(
      try WhyCase("client-not-postgres").chain("dbclusterclient.cer").contains("postgrest"))
    #expect(try WhyCase("ctrl-z").chain("cms1a-fullchain.cer").contains("Not seen"))
    #expect(try WhyCase("glued-bundle").chain("cms1a-fullchain.cer").contains("Not read"))
    #expect(try WhyCase("bundle-order").chain("cms1a-fullchain.cer").contains("Wrong order"))
    #expect(try WhyCase("der").chain("cms1a-fullchain.cer").contains("with BEGIN lines: not read"))
    #expect(try WhyCase("expired").chain("cms1a.cer").contains("has expired"))
    #expect(
      try WhyCase("missing-intermediate").chain("cms1a-fullchain.cer")
        .contains("signed by cms-CMSLAB-AD-CA, which is missing here"))
    #expect(
      try WhyCase("wrong-ca").chain("cms1a.cer").contains(
        "no file in this lab has the one that did"))
    #expect(
      try WhyCase("renewed-root").chain("cmslab-root-ca.cer").contains("the same name and key as 1")
    )
  }
}
