import Appliance
import Lab
import PKI
import Testing
import Tutor

/// What is told of certificates that nobody reads, or that are taken for others.
@Suite struct WhyCertificateTests {
  private func file(_ name: String, in window: WhyCase, on host: String = "cms1a") -> [UInt8] {
    window.world.appliances[host]?.contents(of: name) ?? []
  }

  private func unended(_ bytes: [UInt8]) -> [UInt8] {
    Array(bytes.reversed().drop { $0 <= 0x20 }.reversed())
  }

  @Test("of certificates on one line both are lost, and each has a name of its own")
  func glued() throws {
    let window = try WhyCase()
    let made = MadeCertificates(in: window)
    let (a, b) = (file("cms1a.cer", in: window), file("cms1b.cer", in: window, on: "cms1b"))
    let root = file("cmslab-root-ca.cer", in: window)
    try made.store(bytes: unended(a) + b + root, as: "glued.cer")
    #expect(made.held("glued.cer")?.certificates.count == 1)
    let text = window.why("pki match cms1a.key glued.cer")
    #expect(
      text.contains(
        "The certificates for cms1a.pod7.cms.lab (cms1a.cer) and cms1b.pod7.cms.lab (cms1b.cer on "
          + "cms1b) are not read."))
    let picture = window.chain("glued.cer", columns: 200)
    #expect(picture.contains("the next BEGIN stands on the line of its END"))
    #expect(picture.contains("its BEGIN stands on the line of the END before it"))
    #expect(!picture.contains("The file cannot be read"))
    // What is behind them is read.
    #expect(picture.hasSuffix("1 and 2 are no CAs: a chain has one such, in front."))
  }

  @Test("the servers of a cluster are told apart by the names that only one of them has")
  func names() throws {
    let window = try WhyCase()
    let made = MadeCertificates(in: window)
    try made.store(bytes: file("cms1b.cer", in: window, on: "cms1b"), as: "cms1b.cer")
    let text = window.why("pki match cms1a.key cms1b.cer")
    #expect(text.contains("The 1st certificate of cms1b.cer, for cms1b.pod7.cms.lab, belongs to"))
    #expect(
      window.why("pki verify cms1b.cer cms1a.cer").contains(
        "cms1b.pod7.cms.lab (cms1b.cer) was issued by cms-CMSLAB-AD-CA; cms1a.cer has no "
          + "certificate of that issuer, only of cms1a.pod7.cms.lab (cms1a.cer)."))
    // Another certificate has that as its common name, and no name of its own.
    #expect(
      window.why("pki verify cms1a.cer dbclusterserver.cer").contains(
        "only of cms1a.pod7.cms.lab (dbclusterserver.cer)."))
  }

  @Test("what would serve has the same key, whatever its name")
  func key() throws {
    let window = try WhyCase()
    window.type("pki csr web CN:web.pod7.cms.lab")
    #expect(!window.why("pki match web.key cms1a.csr").contains("would serve"))
    #expect(window.why("pki match cms1a.key web.csr").contains("cms1a.cer, cms1a-fullchain.cer"))
    #expect(window.trial == "pki match cms1a.key cms1a.cer")
    #expect(window.why("pki match web.csr cms1a.cer").contains("cms1a.key would serve"))
    #expect(window.trial == "pki match cms1a.key cms1a.cer")
    window.type("pki csr cms1a CN:cms1a.pod7.cms.lab")
    #expect(!window.why("pki match cms1a.key cms1a.csr").contains("would serve"))
    #expect(window.why("pki match cms1a.csr cms1a.key").contains("cms1a.key is the key"))
    window.type("pki match dbclusterserver.key dbclusterserver.key")
    #expect(window.trial == "pki match dbclusterserver.key dbclusterserver.cer")
    window.type("pki match dbclusterserver.cer dbclusterserver.cer")
    #expect(window.trial == "pki match dbclusterserver.key dbclusterserver.cer")
  }

  @Test("a damaged file supplies nothing, and is told where it alone has a certificate")
  func suppliers() throws {
    let window = try WhyCase("missing-intermediate")
    let made = MadeCertificates(in: window)
    let issuer = try made.request("issuer")
    let server = try made.request("server")
    let root = try made.authority("Far Root", issuer.key)
    let leaf = try made.leaf(server.request, issuer: root, issuer.key)
    try made.store(leaf, as: "server.cer")
    let cut = Array(leaf.pem.dropLast(60))
    try made.store(bytes: root.pem + cut, as: "broken.cer")
    let damaged = "The certificate of Far Root is only in broken.cer, which is damaged"
    #expect(window.why("pki verify server.cer cmslab-root-ca.cer").contains(damaged))
    #expect(window.chain("server.cer", columns: 200).contains("only broken.cer has the one that"))
    try made.store(leaf, root, as: "whole.cer")
    let text = window.why("pki verify server.cer cmslab-root-ca.cer")
    #expect(text.contains("The certificate of Far Root is in whole.cer."))
    #expect(window.trial == "pki verify server.cer whole.cer")
    #expect(window.chain("server.cer", columns: 200).contains("! whole.cer has it"))
  }

  @Test("of two roots of one name the first is taken, and that is said")
  func namesakes() throws {
    let window = try WhyCase()
    let made = MadeCertificates(in: window)
    let (first, second) = (try made.request("one"), try made.request("two"))
    let server = try made.request("server")
    let roots = (try made.authority("Root", first.key), try made.authority("Root", second.key))
    let leaf = try made.leaf(server.request, issuer: roots.1, second.key)
    try made.store(leaf, as: "server.cer")
    try made.store(roots.0, roots.1, as: "roots.cer")
    #expect(window.type("pki verify server.cer roots.cer").contains("error 7"))
    let text = window.lines.joined(separator: "\n")
    #expect(text.contains("roots.cer has several certificates of the name Root"))
    #expect(text.contains("the 2nd of them did, and has to stand in front."))
    #expect(!text.contains("By signatures"))
    try made.store(roots.1, roots.0, as: "turned.cer")
    window.type("pki verify server.cer roots.cer")
    #expect(window.trial == "pki verify server.cer turned.cer")
    #expect(window.chain("roots.cer").contains("the same name as 1, but another key"))
  }

  @Test("authorities that signed each other are a ring without a root")
  func ring() throws {
    let window = try WhyCase()
    let made = MadeCertificates(in: window)
    let (first, second) = (try made.request("one"), try made.request("two"))
    let server = try made.request("server")
    let roots = (try made.authority("A", first.key), try made.authority("B", second.key))
    let a = try made.authority("A", first.key, issuer: (roots.1, second.key))
    let b = try made.authority("B", second.key, issuer: (roots.0, first.key))
    let leaf = try made.leaf(server.request, issuer: a, first.key)
    try made.store(leaf, a, b, as: "ring.cer")
    try made.store(leaf, as: "server.cer")
    let picture = window.chain("ring.cer")
    #expect(picture.contains("signed by 2, which it signed itself: neither is a root"))
    #expect(picture.hasSuffix("2 and 3 signed each other: there is no root above them."))
    #expect(!picture.contains("wrong order"))
    #expect(
      window.why("pki verify server.cer ring.cer").contains("A and B signed each other: none of"))
  }

  @Test("an authority's certificate that has expired is mended by a valid one of its key")
  func renewed() throws {
    let window = try WhyCase()
    let made = MadeCertificates(in: window)
    let (top, issuer) = (try made.request("one"), try made.request("two"))
    let server = try made.request("server")
    let root = try made.authority("Top", top.key)
    let old = try made.authority("Middle", issuer.key, issuer: (root, top.key), days: 50)
    let leaf = try made.leaf(server.request, issuer: old, issuer.key)
    try made.store(leaf, as: "server.cer")
    try made.store(old, root, as: "old.cer")
    #expect(
      window.why("pki verify server.cer old.cer").contains("No bundle mends that: Middle has to"))
    let new = try made.authority("Middle", issuer.key, issuer: (root, top.key))
    try made.store(new, root, as: "new.cer")
    let text = window.why("pki verify server.cer old.cer")
    #expect(text.contains("One of Middle with the same key that is valid is in new.cer."))
    #expect(window.trial == "pki verify server.cer new.cer")
    try made.store(leaf, old, new, root, as: "both.cer")
    let picture = window.chain("both.cer")
    #expect(picture.contains("2 and 3 have one name and key: keep the one that is valid."))
    #expect(!picture.contains("wrong order"))
    try made.store(new, as: "middle.cer")
    try made.store(root, as: "top.cer")
    window.type("pki verify server.cer top.cer middle.cer")
    #expect(window.lines.joined().contains("The other way round it would be verified."))
    #expect(window.trial == "pki verify server.cer middle.cer top.cer")
  }

  @Test("lines that do not belong into a block are told as what they are, with whose it is")
  func lines() throws {
    let window = try WhyCase()
    let made = MadeCertificates(in: window)
    let text = String(decoding: file("cms1a.cer", in: window).filter { $0 != 0x0D }, as: UTF8.self)
    let begin = "-----BEGIN CERTIFICATE-----"
    let key = "Subject: cms1"
    for (name, start, words) in [
      ("plain.cer", "\(begin)\n\(key)\n\n", "\"Subject: cms1\" is a header line"),
      ("bare.cer", "\(begin)\n\(key)\n", "\"Subject: cms1\" is a header line"),
      ("type.cer", "\(begin)\nProc-Type: 4,CLEAR\n\n", "\"Proc-Type: 4,CLEAR\" is a header line"),
      ("shared.cer", begin, "on its line, the base64 begins"),
      ("request.cer", "-----BEGIN CERTIFICATE REQUEST-----\n", "what follows is a certificate"),
    ] {
      var body = start + text.dropFirst(begin.count + 1)
      if name == "request.cer" {
        body = body.replacing("END CERTIFICATE", with: "END CERTIFICATE REQUEST")
      }
      let root = file("cmslab-root-ca.cer", in: window)
      try made.store(bytes: Array(body.utf8) + root, as: name)
      let why = window.why("pki match cms1a.key \(name)")
      let picture = window.chain(name, columns: 200)
      for said in [why, picture] {
        #expect(said.contains(words), "\(name): \(said)")
        #expect(!said.contains("altered or lost"), "\(name)")
      }
      if name != "request.cer" {
        #expect(
          why.contains("The certificate for cms1a.pod7.cms.lab (cms1a.cer) is not read."), "\(name)"
        )
      }
      // What is read is not called unread.
      #expect(!why.contains("for cms-CMSLAB-AD-CA is not read"), "\(name)")
    }
  }

  @Test("what an appliance reads is not called unread, and what it passes over is no fault")
  func harmless() throws {
    let window = try WhyCase()
    let made = MadeCertificates(in: window)
    let (leaf, root) = (
      file("cms1a.cer", in: window).filter { $0 != 0x0D }, file("cmslab-root-ca.cer", in: window)
    )
    let end = Array("-----END CERTIFICATE-----\n".utf8)
    try made.store(bytes: leaf + end + root, as: "end.cer")
    #expect(window.chain("end.cer").hasSuffix("In order, up to a root."))
    #expect(window.type("pki match cms1a.key end.cer").contains("Matching"))
    // An END that is none has the appliance go on behind it.
    let short = leaf.dropLast(end.count) + Array("-----END CERTIFICATE----\n".utf8)
    try made.store(bytes: short + root, as: "short.cer")
    #expect(made.held("short.cer")?.certificates.count == 1)
    let text = window.why("pki match cms1a.key short.cer")
    #expect(text.contains("The certificate for cms1a.pod7.cms.lab (cms1a.cer) is not read."))
    #expect(!text.contains("cms-CMSLAB-AD-CA is not read"))
    #expect(window.chain("short.cer").contains("+ 1  cms1.pod7.cms.lab"))
    let empty = Array("-----BEGIN CERTIFICATE-----\n".utf8) + end
    try made.store(bytes: leaf + empty + root, as: "empty.cer")
    for said in [window.chain("empty.cer"), window.why("pki match cms1a.key empty.cer")] {
      #expect(said.contains("nothing is between BEGIN and END"))
    }
  }

  @Test("the byte that makes a line no base64 is named, wherever it is in the line")
  func misfits() throws {
    let window = try WhyCase()
    let made = MadeCertificates(in: window)
    var text = file("cms1a.cer", in: window)
    let second = try #require(text.firstIndex(of: 0x0A)) + 1
    text.insert(contentsOf: [0xC2, 0xA0], at: second + 50)
    try made.store(bytes: text, as: "space.cer")
    let words = "line 2 is no base64: at its 51st byte: 2 bytes, 0xC2 0xA0"
    let why = window.why("pki match cms1a.key space.cer")
    #expect(why.contains("this line is no base64: at its 51st byte: 2 bytes, 0xC2 0xA0"))
    let root = file("cmslab-root-ca.cer", in: window)
    try made.store(bytes: text + root, as: "space.cer")
    #expect(window.chain("space.cer", columns: 200).contains(words))
  }

  @Test("a certificate that is in a file, though it does not count there, is not called missing")
  func hidden() throws {
    let window = try WhyCase()
    let made = MadeCertificates(in: window)
    let server = try made.request("server")
    let issuer = try made.request("issuer")
    let root = try made.authority("Root", issuer.key)
    let leaf = try made.leaf(server.request, issuer: root, issuer.key)
    try made.store(root, leaf, as: "turned.cer")
    let turned = window.why("pki match server.key turned.cer")
    #expect(turned.contains("the one of server.key is its 2nd"))
    #expect(!turned.contains("No file in this lab has a certificate for"))
    try made.store(bytes: [0xEF, 0xBB, 0xBF] + leaf.pem + root.pem, as: "turned.cer")
    let marked = window.why("pki match server.key turned.cer")
    #expect(marked.contains("That of server.key is among what is not read."))
    #expect(!marked.contains("No file in this lab has a certificate for"))
  }

  @Test("behind a certificate in binary form no BEGIN is looked for")
  func binary() throws {
    let window = try WhyCase()
    let made = MadeCertificates(in: window)
    let leaf = try #require(made.held("cms1a.cer")?.certificates.first)
    try made.store(bytes: leaf.der + file("cmslab-root-ca.cer", in: window), as: "mixed.cer")
    let facts = window.why("pki verify cms1a.cer mixed.cer")
    #expect(facts.contains("mixed.cer begins with a certificate in binary form (DER)"))
    #expect(!facts.contains("in front of BEGIN"))
  }
}
