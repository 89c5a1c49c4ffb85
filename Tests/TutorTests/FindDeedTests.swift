import Testing

@testable import Tutor

/// What a trainee has done to the files, and what finds nothing or repairs nothing then.
@Suite("What a trainee has done to a scenario")
struct FindDeedTests {
  private static func psftp(_ server: String) -> String {
    "psftp \(server).pod7.cms.lab -l admin -pw c1sco123"
  }

  private static func put(_ files: String, on server: String = "cms1a") -> String {
    "echo put \(files) | \(psftp(server))"
  }

  private static let sign =
    #"certreq -f -submit -username CMS\cert -p c1sco123 -config "#
    + #""cmslab-ad.cms.lab\cms-CMSLAB-AD-CA" -attrib "#
    + #""CertificateTemplate:ClientandServerAuthentication" cms1a.csr cms1a.cer"#
  private static let join = "copy cms1a.cer + cmslab-root-ca.cer cms1a-fullchain.cer /y"

  @Test(
    "a file of one's own under the same name is not the one at fault",
    arguments: [
      ("expired", [sign], [FindLook("pc1", ":chain cms1a.cer")]),
      ("not-yet-valid", [sign, put("cms1a.cer")], [FindLook("cms1a", "pki inspect cms1a.cer")]),
      ("der", [sign], [FindLook("pc1", "type cms1a.cer")]),
      ("der", [sign, put("cms1a.cer")], [FindLook("pc1", ":chain cms1a.cer")]),
      ("der", ["copy cms1c.cer cms1a.cer /y"], [FindLook("pc1", "type cms1a.cer")]),
      ("bundle-order", [join], [FindLook("pc1", ":chain cms1a-fullchain.cer")]),
      ("glued-bundle", ["echo.>> cms1a.cer", join], [FindLook("pc1", "type cms1a.cer")]),
      (
        "glued-bundle", ["copy cms1b.cer + cms1c.cer + cms1a.cer cms1abc.cer /y"],
        [FindLook("pc1", ":chain cms1abc.cer")]
      ),
      ("ctrl-z", [join], [FindLook("pc1", ":chain cms1a-fullchain.cer")]),
      // Joined wrongly: no part is there that is not read.
      (
        "ctrl-z",
        ["copy cms1a.cer + cms1a.cer cms1a-fullchain.cer /y", put("cms1a-fullchain.cer")],
        ["type", ":chain"].map { FindLook("pc1", "\($0) cms1a-fullchain.cer") }
          + [FindLook("cms1a", "pki inspect cms1a-fullchain.cer")]
      ),
      (
        "ctrl-z", ["copy cms1b.cer + cms1a.cer cms1abc.cer /y", put("cms1abc.cer", on: "cms1b")],
        [FindLook("pc1", ":chain cms1abc.cer"), FindLook("cms1b", "pki inspect cms1abc.cer")]
      ),
      (
        "ctrl-z", ["copy cms1a.cer cms1abc.cer /y"], [FindLook("pc1", "type cms1abc.cer")]
      ),
      // In another form.
      (
        "ctrl-z",
        [
          sign.replacing("-submit", with: "-submit -binary"),
          "copy /b cms1a.cer + cms1b.cer + cms1c.cer cms1abc.cer /y",
          "copy /b cms1a.cer + cmslab-root-ca.cer cms1a-fullchain.cer /y",
        ],
        [FindLook("pc1", ":chain cms1abc.cer"), FindLook("pc1", ":chain cms1a-fullchain.cer")]
      ),
      (
        "der", ["copy cms1c.cer + cms1b.cer cms1abc.cer /y", put("cms1abc.cer", on: "cms1c")],
        [FindLook("pc1", ":chain cms1abc.cer"), FindLook("cms1c", ":chain cms1abc.cer")]
      ),
      ("glued-bundle", ["echo x> cms1abc.cer"], [FindLook("pc1", "type cms1abc.cer")]),
      // Signed again, and not on cms1a yet.
      (
        "ctrl-z",
        [sign, "copy cms1a.cer + cms1b.cer + cms1c.cer cms1abc.cer /y", put("cms1abc.cer")],
        [FindLook("cms1a", ":chain cms1abc.cer"), FindLook("pc1", ":chain cms1abc.cer")]
      ),
      // No such file.
      ("encrypted-key", [], [FindLook("pc1", ":chain cms1a.key")]),
      ("expired", [], [FindLook("cms1b", ":chain cms1a.cer")]),
    ] as [(String, [String], [FindLook])])
  func own(name: String, lines: [String], look: [FindLook]) throws {
    let attempt = try FindCase(name)
    attempt.type(lines, on: "pc1")
    attempt.take(look)
    #expect(try !attempt.isFound)
    #expect(try !attempt.finding("repair").holds)
  }

  @Test("a key that somebody made with its own certificate is not what the colleague did")
  func selfSigned() throws {
    let attempt = try FindCase("another-key")
    let looks = [FindLook("cms1a", "pki match cms1a.key cms1a.cer")]
    attempt.type(["pki selfsigned cms1a CN:cms1a.pod7.cms.lab"], on: "cms1a")
    attempt.take(looks)
    #expect(try !attempt.isFound)
  }

  @Test(
    "a certificate that signed itself is neither of another CA nor without a name",
    arguments: ["wrong-ca", "san-without-server"])
  func selfSignedCertificate(name: String) throws {
    let attempt = try FindCase(name)
    attempt.type(["pki selfsigned own CN:cms1a.pod7.cms.lab"], on: "cms1a")
    attempt.type(
      ["echo get own.crt | \(Self.psftp("cms1a"))", Self.put("own.crt cms1a.cer")], on: "pc1")
    attempt.take([FindLook("cms1a", ":chain cms1a.cer")])
    #expect(try !attempt.isFound)
  }

  @Test("an issuer that is missing is not yet one that is known, in whichever file")
  func missingIssuer() throws {
    let attempt = try FindCase("missing-intermediate")
    attempt.take([FindLook("cms1b", "pki inspect cmslab-root-ca.cer")])
    attempt.take([FindLook("cms1a", "pki verify dbclusterserver.cer cmslab-root-ca.cer")])
    attempt.take([FindLook("cms1a", ":why")])
    #expect(try !attempt.isFound)
  }

  @Test("phones have the root, so a full chain may end before it, but not before its issuer")
  func withoutRoot() throws {
    let attempt = try FindCase("missing-intermediate")
    try attempt.repair()
    for server in ["cms1a", "cms1b", "cms1c"] {
      let chain = "\(server)-fullchain.cer"
      attempt.type(
        ["copy \(server).cer \(chain) /y", Self.put(chain, on: server)], on: "pc1")
      #expect(try !attempt.finding("repair").holds)
      attempt.type(
        [
          "copy \(server).cer + cmslab-issuing-ca.cer \(chain) /y", Self.put(chain, on: server),
        ], on: "pc1")
      #expect(try attempt.finding("repair").holds)
    }
  }

  @Test("a bundle in another order is refused in words that tell which is wanted")
  func order() throws {
    let attempt = try FindCase("expired")
    try attempt.repair()
    attempt.type(
      [
        "copy cms1a.cer + cms1c.cer + cms1b.cer cms1abc.cer /y",
        Self.put("cms1abc.cer", on: "cms1b"),
      ], on: "pc1")
    let words = try #require(try attempt.finding("repair").words)
    #expect(words.contains("`cms1abc.cer` on cms1b is not the three present certificates"))
    #expect(words.contains("order of cms1a, cms1b, cms1c"))
  }

  @Test(
    "who has it signed anew and forgets the certificate itself is told so",
    arguments: ["der", "bundle-order", "glued-bundle", "ctrl-z"])
  func forgotten(name: String) throws {
    let attempt = try FindCase(name)
    attempt.type([Self.sign, Self.join, Self.put("cms1a-fullchain.cer")], on: "pc1")
    let words = try #require(try attempt.finding("repair").words)
    #expect(words.contains("put that one on cms1a as well"), "\(words)")
  }

  @Test("the old root may stand behind the renewed one, and that not a second time behind it")
  func twice() throws {
    let attempt = try FindCase("renewed-root")
    let join = "copy cmslab-root-ca.cer + cmslab-old-root-ca.cer"
    attempt.type(
      [
        "WGET http://10.0.224.140/certificates/cmslab-old-root-ca.cer",
        "\(join) + cmslab-root-ca.cer three.cer /y", "\(join) two.cer /y",
        Self.put("three.cer cmslab-root-ca.cer"),
      ], on: "pc1")
    let finding = try attempt.finding("repair")
    #expect(
      finding.fact
        == "Number 3 in cmslab-root-ca.cer on cms1a is the same certificate as number 1.")
    #expect(!finding.holds)
    attempt.type([Self.put("two.cer cmslab-root-ca.cer")], on: "pc1")
    #expect(try attempt.finding("repair").holds)
  }

  @Test(
    "what is not the CA's root is nothing to trust, though all is verified",
    arguments: ["cms1a-fullchain.cer cmslab-root-ca.cer"])
  func trust(files: String) throws {
    let attempt = try FindCase("renewed-root")
    attempt.type([Self.put(files)], on: "pc1")
    let finding = try attempt.finding("repair")
    #expect(!finding.holds && finding.words?.contains("nothing but its roots") == true)
  }
}
