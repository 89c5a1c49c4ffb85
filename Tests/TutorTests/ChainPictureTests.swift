import Appliance
import Lab
import PKI
import Testing
import TestSupport
import Tutor

@Suite struct ChainPictureTests {
  private func window(with files: [String: [UInt8]]) throws -> WhyCase {
    let window = try WhyCase()
    for (name, bytes) in files {
      try window.world.appliances["cms1a"]?.store(FileStore.File(name: name, contents: bytes))
    }
    return window
  }

  private func file(_ name: String, in window: WhyCase) -> [UInt8] {
    window.world.appliances["cms1a"]?.contents(of: name) ?? []
  }

  @Test("a chain that is whole is drawn with its links")
  func whole() throws {
    let window = try WhyCase()
    let text = window.chain("cms1a-fullchain.cer")
    #expect(text.contains("+ 1  cms1.pod7.cms.lab"))
    #expect(text.contains("|    signed by 2"))
    #expect(text.contains("+ 2  cms-CMSLAB-AD-CA (CA)"))
    #expect(text.contains("signed by itself: a root"))
    #expect(text.contains("In order, up to a root."))
    let drawn = window.chain("cms1a-fullchain.cer", ascii: false)
    #expect(drawn.contains("┌ 1  cms1.pod7.cms.lab"))
    #expect(drawn.contains("└ 2  cms-CMSLAB-AD-CA"))
  }

  @Test("no line is wider than the terminal, and ASCII is ASCII")
  func width() throws {
    let window = try WhyCase("missing-intermediate")
    for columns in [20, 33, 60, 80, 200] {
      for name in ["cms1a-fullchain.cer", "cms1a.cer", "cms1a.key", "nothing", "cms1abc.cer"] {
        let lines = window.chain(name, columns: columns).split(separator: "\n")
        // A command stays whole, whatever the width: it may be copied.
        #expect(
          lines.allSatisfy { $0.unicodeScalars.count <= columns || $0.hasPrefix("`") },
          "\(name) \(columns)")
        #expect(lines.allSatisfy { $0.count { $0 == "`" }.isMultiple(of: 2) }, "\(name) \(columns)")
        #expect(lines.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } })
      }
    }
  }

  @Test("doubles, stray bytes and what stands behind the end are told")
  func strays() throws {
    let plain = try WhyCase()
    let (leaf, root) = (file("cms1a.cer", in: plain), file("cmslab-root-ca.cer", in: plain))
    let window = try window(with: [
      "double.cer": leaf + root + leaf,
      "blank.cer": leaf + Array("  ".utf8) + root,
      "tail.cer": leaf + root + [0x1A],
      "text.cer": Array("hello\n".utf8) + leaf + Array("between\n".utf8) + root,
      "mark.cer": [0xEF, 0xBB, 0xBF] + leaf,
      "cut.cer": leaf + root.dropLast(40),
    ])
    #expect(window.chain("double.cer").contains("the same as 1"))
    #expect(window.chain("blank.cer", columns: 200).contains("2 bytes, 0x20 0x20 (blanks)"))
    #expect(window.chain("tail.cer").contains("Behind the last one: 1 byte, 0x1A"))
    #expect(window.chain("text.cer").contains("In order, up to a root."))
    #expect(window.chain("mark.cer", columns: 200).contains("a byte order mark"))
    #expect(window.chain("cut.cer").contains("has no END"))
    #expect(window.why("pki inspect cut.cer").contains("has no END"))
    #expect(window.why("pki verify cms1a.cer blank.cer").contains("in front of BEGIN"))
  }

  @Test("who is named but did not sign is told")
  func impostor() throws {
    let window = try WhyCase()
    let cms = window.world.appliances["cms1a"]
    window.type(
      "pki selfsigned impostor CN:cms-CMSLAB-AD-CA", "pki selfsigned other CN:someone.else")
    let impostor = file("impostor.crt", in: window)
    try cms?.store(
      FileStore.File(name: "chain.cer", contents: file("cms1a.cer", in: window) + impostor))
    #expect(window.chain("chain.cer").contains("which is missing here"))
    #expect(window.chain("impostor.crt").contains("signed by itself: a root"))
  }

  @Test("a key, a request and a file of something else get a clear answer")
  func others() throws {
    let window = try WhyCase()
    let key = window.chain("cms1a.key", columns: 200)
    #expect(key.contains("holds no certificate, but a private key (RSA, 2048 bits)"))
    #expect(key.contains("Its certificate is in cms1a.cer"))
    #expect(window.chain("cms1a.csr", columns: 200).contains("Its certificate is in cms1a.cer"))
    #expect(window.chain("nothing.cer").contains("There is no file nothing.cer on cms1a"))
    #expect(window.chain("").contains("Which file?"))
    #expect(window.chain("\u{1B}[2J").contains("\u{1B}") == false)
  }

  @Test("at PC1 a path may be given")
  func desk() throws {
    let window = try WhyCase(at: "pc1")
    #expect(window.chain("CMS1A.cer").contains("cms1.pod7.cms.lab"))
    #expect(
      window.chain(#"C:\Users\admin\Desktop\Certificates\cms1a-fullchain.cer"#)
        .contains("In order, up to a root."))
  }

  @Test("a folder, a wildcard and a container are told from a certificate's file")
  func names() throws {
    let desk = try WhyCase(at: "pc1")
    desk.type("md old", "copy cms1a.cer old")
    #expect(desk.chain("old", columns: 200).contains(#"Certificates\old is a folder, not a file."#))
    #expect(desk.chain("old", columns: 200).contains("In it these have certificates: cms1a.cer."))
    #expect(
      desk.chain(#"Certificates\cms1a.cer"#, columns: 200).contains(
        #"cms1a.cer is in C:\Users\admin\Desktop\Certificates"#))
    #expect(desk.chain(".", columns: 200).contains("is a folder"))
    #expect(desk.chain(#"OLD\CMS1A.CER"#).contains("cms1.pod7.cms.lab"))
    #expect(desk.chain("*.cer", columns: 200).contains("* and ? stand for nothing here"))
    let console = try WhyCase()
    #expect(console.chain("cms1a.crt", columns: 200).contains("cms1a.cer"))
    #expect(console.chain("cms?.cer", columns: 200).contains("On cms1a these have certificates"))
    let bundle = try CertificateBundle.pkcs7(
      PKIFile(file("cms1a-fullchain.cer", in: console)).certificates)
    let other = try window(with: ["chain.p7b": bundle])
    #expect(other.chain("chain.p7b", columns: 200).contains("a PKCS#7 container (.p7b)"))
    #expect(other.chain("chain.p7b", columns: 200).contains("exported from it one by one"))
  }

  @Test("doubles, a key among certificates and a root in front have words of their own")
  func summaries() throws {
    let plain = try WhyCase()
    let (leaf, root) = (file("cms1a.cer", in: plain), file("cmslab-root-ca.cer", in: plain))
    plain.type("pki selfsigned self CN:self.pod7.cms.lab")
    let alone = file("self.crt", in: plain)
    let window = try window(with: [
      "double.cer": leaf + leaf + root, "key.cer": leaf + root + file("cms1a.key", in: plain),
      "two.cer": leaf + file("dbclusterserver.cer", in: plain) + root,
      "behind.cer": leaf + root + alone, "self.crt": alone, "triple.cer": leaf + root + leaf + leaf,
      "pairs.cer": leaf + leaf + root + root,
    ])
    #expect(window.chain("double.cer").contains("1 and 2 are the same: once is enough."))
    #expect(window.chain("triple.cer").contains("1, 3 and 4 are the same: once is enough."))
    #expect(
      window.chain("pairs.cer").contains("1 and 2 are the same, 3 and 4 are the same: once is"))
    #expect(window.chain("key.cer", columns: 200).contains("must not get a key with it"))
    #expect(window.chain("key.cer").contains("something else than certificates"))
    #expect(window.chain("two.cer").contains("1 and 2 are no CAs"))
    #expect(window.chain("behind.cer", columns: 200).contains("In order up to the root 2"))
    let text = window.why("pki verify key.cer self.crt")
    #expect(text.contains("self.crt has no certificate of that issuer"))
    #expect(text.contains("key.cer has it, but of the file that is verified only the 1st"))
  }

  @Test("of a file that is too large nothing is drawn, and thus nothing missed")
  func large() throws {
    let other = try WhyCase()
    let appliance = try #require(other.world.appliances["cms1a"])
    let server = try #require(appliance.contents(of: "cms1a.cer"))
    let root = try #require(appliance.contents(of: "cmslab-root-ca.cer"))
    let text = [UInt8](repeating: 0x78, count: 300_000) + [0x0A]
    let window = try window(with: ["long.cer": server + text + root])
    let size = server.count + text.count + root.count
    #expect(
      window.chain("long.cer", columns: 200)
        == "long.cer has \(size) bytes, more than is drawn; an appliance reads it all.")
  }

  @Test("whatever is in a file, there is a picture of it")
  func fixtures() throws {
    var files: [String: [UInt8]] = [:]
    for folder in ["pki", "limits", "locked", "readers", "tac217320"] {
      for name in try Fixtures.files(folder).names {
        files["\(folder)-\(name)"] = try Fixtures.files(folder).bytes(name)
      }
    }
    let window = try window(with: files)
    for name in files.keys.sorted() {
      let text = window.chain(name)
      #expect(!text.isEmpty)
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" }, "\(name)")
      window.type(
        "pki inspect \(name)", "pki match \(name) cms1a.cer", "pki match cms1a.key \(name)")
      #expect(!window.lines.isEmpty)
      window.type("pki verify cms1a.cer \(name)", "pki verify \(name) pki-ca.crt")
      #expect(window.lines.count > 2, "\(name)")
    }
    #expect(window.why("pki inspect pki-glued.cer").contains("END and BEGIN stand on one line"))
    #expect(window.why("pki inspect pki-garbage.cer").contains("pki-garbage.cer holds"))
    #expect(window.chain("limits-many.cer").contains("more"))
  }
}
