import Appliance
import Lab
import Testing

@testable import Tutor

/// What counts as the repair of a scenario, and what is said of one that is none yet.
@Suite("What repairs a scenario")
struct RepairTests {
  private static func psftp(_ server: String) -> String {
    "psftp \(server).pod7.cms.lab -l admin -pw c1sco123"
  }

  private static func put(_ files: String, on server: String = "cms1a") -> FindLook {
    FindLook("pc1", "echo put \(files) | \(psftp(server))")
  }

  private static func remove(_ file: String, on server: String) -> FindLook {
    FindLook("pc1", "echo rm \(file) | \(psftp(server))")
  }

  private static let names =
    "cms1a.pod7.cms.lab,pod7.cms.lab,conf.pod7.cms.lab,join.pod7.cms.lab"
  private static let csr = "pki csr cms1a CN:cms1.pod7.cms.lab subjectAltName:\(names)"
  private static let selfSigned = "pki selfsigned cms1a CN:x.y"
  private static let sign =
    #"certreq -f -submit -username CMS\cert -p c1sco123 -config "#
    + #""cmslab-ad.cms.lab\cms-CMSLAB-AD-CA" -attrib "#
    + #""CertificateTemplate:ClientandServerAuthentication" cms1a.csr cms1a.cer"#

  /// The faults after whose repair every server is looked at.
  private static let faults = [
    "expired", "not-yet-valid", "another-key", "wrong-ca", "missing-intermediate",
    "san-without-server", "client-not-postgres", "der", "bundle-order", "glued-bundle",
    "renewed-root", "ctrl-z", "encrypted-key",
  ]

  /// What makes a server worse than it was, and the file and machine that are named then.
  private static let harms: [(deed: FindLook, words: String)] = [
    (put("cms1c.cer cms1b.cer", on: "cms1b"), "`cms1b.cer` on cms1b"),
    (remove("cms1c.cer", on: "cms1c"), "`cms1c.cer` on cms1c"),
    (remove("cms1b-fullchain.cer", on: "cms1b"), "`cms1b-fullchain.cer` on cms1b"),
    (remove("dbclusterserver.key", on: "cms1a"), "`dbclusterserver.cer` or"),
    (remove("dbclusterclient.cer", on: "cms1c"), "`dbclusterclient.cer` on cms1c"),
    (put("cms1a.cer cmslab-root-ca.cer", on: "cms1b"), "`cms1b.cer` on cms1b"),
  ]

  @Test("it leaves no server worse than before", arguments: faults)
  func harm(name: String) throws {
    let attempt = try FindCase(name)
    try attempt.repair()
    let files = ["cms1a", "cms1b", "cms1c"].map { ($0, attempt.world.appliance(named: $0)?.files) }
    for (deed, words) in Self.harms {
      #expect(try attempt.finding("repair").holds, "before \(deed)")
      attempt.take([deed])
      let finding = try attempt.finding("repair")
      #expect(!finding.holds && finding.words?.contains(words) == true, "\(deed): \(finding)")
      for case (let host, let files?) in files {
        _ = try attempt.world.appliance(named: host)?.store(files)
      }
    }
  }

  @Test("a server that no longer trusts the CA that issued its certificate is worse than before")
  func root() throws {
    let attempt = try FindCase("missing-intermediate")
    // What PC1 has at the beginning is the root alone.
    attempt.take([Self.put("cmslab-root-ca.cer", on: "cms1b")])
    try attempt.repair()
    let finding = try attempt.finding("repair")
    #expect(!finding.holds && finding.words?.contains("`cms1b.cer` on cms1b") == true)
  }

  @Test(
    "what is wanted of a certificate is said where it has another name, and no more than is so",
    arguments: ["expired", "san-without-server"])
  func commonName(name: String) throws {
    let attempt = try FindCase(name)
    let names = Self.names.replacing("cms1a.", with: "cms1.")
    attempt.take([
      FindLook("cms1a", "pki csr cms1a CN:cms1a.pod7.cms.lab subjectAltName:\(names)"),
      FindLook("pc1", "echo get cms1a.csr | \(Self.psftp("cms1a"))"), FindLook("pc1", Self.sign),
      Self.put("cms1a.cer"),
    ])
    let finding = try attempt.finding("repair")
    #expect(!finding.holds && finding.fact.contains("common name"))
    #expect(finding.words?.contains("for `CN:cms1.pod7.cms.lab` and all other names") == true)
  }

  @Test("names in capitals are the same names")
  func capitals() throws {
    let attempt = try FindCase("san-without-server")
    try attempt.repair()
    let csr = "pki csr cms1a CN:CMS1.POD7.CMS.LAB subjectAltName:\(Self.names.uppercased())"
    attempt.take([
      FindLook("cms1a", csr), FindLook("pc1", "echo get cms1a.csr | \(Self.psftp("cms1a"))"),
      FindLook("pc1", Self.sign),
      FindLook("pc1", "copy cms1a.cer + cmslab-root-ca.cer cms1a-fullchain.cer /y"),
      FindLook("pc1", "copy cms1a.cer + cms1b.cer + cms1c.cer cms1abc.cer /y"),
      Self.put("cms1a.cer"), Self.put("cms1a-fullchain.cer"), Self.put("cms1abc.cer"),
      Self.put("cms1abc.cer", on: "cms1b"), Self.put("cms1abc.cer", on: "cms1c"),
    ])
    let finding = try attempt.finding("repair")
    #expect(finding.holds, "\(finding.fact)")
  }

  @Test("a server that has a certificate of its own making is worse, though it trusts that")
  func forged() throws {
    let attempt = try FindCase("missing-intermediate")
    attempt.take([
      FindLook("cms1b", "pki selfsigned cms1b CN:cms1b.pod7.cms.lab"),
      FindLook("pc1", "echo get cms1b.crt | \(Self.psftp("cms1b"))"),
      FindLook("pc1", "echo get cmslab-root-ca.cer | \(Self.psftp("cms1b"))"),
      FindLook("pc1", "copy cms1b.crt + cmslab-root-ca.cer both.cer /y"),
      Self.put("cms1b.crt cms1b.cer", on: "cms1b"),
      Self.put("both.cer cmslab-root-ca.cer", on: "cms1b"),
    ])
    try attempt.repair()
    let finding = try attempt.finding("repair")
    #expect(!finding.holds && finding.words?.contains("none of the lab's CA for cms1b") == true)
  }

  @Test("a key that was made anew on a server that had nothing to do with it")
  func otherKey() throws {
    let attempt = try FindCase("expired")
    attempt.take([FindLook("cms1b", "pki csr cms1b CN:x")])
    try attempt.repair()
    let finding = try attempt.finding("repair")
    #expect(!finding.holds && finding.words?.contains("`cms1b.cer` on cms1b") == true)
  }

  @Test(
    "the last hint repairs it whatever has become of key and request",
    arguments: [
      ("expired", csr), ("expired", selfSigned), ("another-key", selfSigned),
      ("wrong-ca", selfSigned), ("der", selfSigned),
    ])
  func newKey(name: String, line: String) throws {
    let attempt = try FindCase(name)
    attempt.take([FindLook("cms1a", line)])
    let hints = try attempt.repairHints
    #expect(hints.dropLast().contains { $0.contains("`:chain cms1a.key`") })
    // It has to be typed only where the request is for another key.
    let first = try #require(hints.last?.split(separator: "\n").first { $0.hasPrefix("    ") })
    if line == Self.selfSigned {
      attempt.take([FindLook("cms1a", String(first.drop { $0 == " " }))])
    }
    try attempt.repair()
    let finding = try attempt.finding("repair")
    #expect(finding.holds, "\(finding.fact)")
  }
}
