import Appliance
import Lab
import Testing

@testable import Tutor

/// What is no repair where the certificates themselves were good, though all of it fits together.
@Suite("Loopholes of the repairs")
struct RepairLoopholeTests {
  /// The faults that need no certificate to be made anew.
  static let faults = [
    "der", "bundle-order", "renewed-root", "glued-bundle", "ctrl-z", "encrypted-key",
  ]

  private static func fetch(_ file: String, from server: String = "cms1a") -> FindLook {
    FindLook("pc1", "echo get \(file) | psftp \(server).pod7.cms.lab -l admin -pw c1sco123")
  }

  private static func put(_ files: String, on server: String = "cms1a") -> FindLook {
    FindLook("pc1", "echo put \(files) | psftp \(server).pod7.cms.lab -l admin -pw c1sco123")
  }

  private static func copy(_ parts: String..., to file: String) -> FindLook {
    FindLook("pc1", "copy \(parts.joined(separator: " + ")) \(file) /y")
  }

  private static let sign = FindLook(
    "pc1",
    #"certreq -f -submit -username CMS\cert -p c1sco123 -config "#
      + #""cmslab-ad.cms.lab\cms-CMSLAB-AD-CA" -attrib "#
      + #""CertificateTemplate:ClientandServerAuthentication" cms1a.csr cms1a.cer"#)
  private static let joinChain = copy("cms1a.cer", "cmslab-root-ca.cer", to: "cms1a-fullchain.cer")
  private static let joinBundle = copy("cms1a.cer", "cms1b.cer", "cms1c.cer", to: "cms1abc.cer")
  private static let putBundle = ["cms1a", "cms1b", "cms1c"].map { put("cms1abc.cer", on: $0) }

  /// A scenario's lab, repaired.
  private static func repaired(_ name: String) throws -> FindCase {
    let attempt = try FindCase(name)
    try attempt.repair()
    let finding = try attempt.finding("repair")
    #expect(finding.holds, "\(finding.fact)")
    return attempt
  }

  @Test(
    "a certificate for other names is none, whatever is made of it", arguments: faults,
    [
      "CN:foo.example.com", "CN:cms1a.pod7.cms.lab subjectAltName:cms1a.pod7.cms.lab",
      "CN:cms1.pod7.cms.lab subjectAltName:cms1a.pod7.cms.lab,pod7.cms.lab,conf.pod7.cms.lab",
    ])
  func otherNames(name: String, names: String) throws {
    let attempt = try Self.repaired(name)
    attempt.take(
      [FindLook("cms1a", "pki csr cms1a \(names)"), Self.fetch("cms1a.csr"), Self.sign]
        + [Self.joinChain, Self.joinBundle, Self.put("cms1a.cer")]
        + [Self.put("cms1a-fullchain.cer")] + Self.putBundle)
    let finding = try attempt.finding("repair")
    #expect(!finding.holds && finding.words?.contains("all other names of the page") == true)
  }

  @Test("another server's key and certificates are none of cms1a's", arguments: faults)
  func otherServer(name: String) throws {
    let attempt = try Self.repaired(name)
    attempt.take([Self.put("cms1b.cer cms1a.cer")])
    let finding = try attempt.finding("repair")
    #expect(!finding.holds && finding.words?.contains("`cms1a.cer` on cms1a") == true)
    attempt.take(
      [Self.fetch("cms1b.key", from: "cms1b"), Self.put("cms1b.key cms1a.key")]
        + [Self.put("cms1b-fullchain.cer cms1a-fullchain.cer")]
        + [Self.copy("cms1b.cer", "cms1b.cer", "cms1c.cer", to: "cms1abc.cer")] + Self.putBundle)
    #expect(try !attempt.finding("repair").holds)
  }

  @Test("a certificate that is signed anew has to be in full chain and bundle", arguments: faults)
  func signedAnew(name: String) throws {
    let attempt = try Self.repaired(name)
    func words() throws -> String { try attempt.finding("repair").words ?? "solved" }
    attempt.take([Self.sign, Self.put("cms1a.cer")])
    #expect(try words().contains("`cms1a-fullchain.cer` on cms1a"))
    attempt.take([Self.joinChain, Self.joinBundle, Self.put("cms1a-fullchain.cer")])
    for (server, put) in zip(["cms1a", "cms1b", "cms1c"], Self.putBundle) {
      #expect(try words().contains("`cms1abc.cer` on \(server)"))
      attempt.take([put])
    }
    #expect(try attempt.finding("repair").holds)
  }

  @Test("a server's certificate stands alone in its file", arguments: faults)
  func alone(name: String) throws {
    let attempt = try Self.repaired(name)
    attempt.take(
      [Self.put("cms1a-fullchain.cer cms1a.cer")]
        + [Self.copy("cms1a-fullchain.cer", "cms1b.cer", "cms1c.cer", to: "cms1abc.cer")]
        + Self.putBundle)
    let finding = try attempt.finding("repair")
    #expect(!finding.holds && finding.words?.contains("alone in its file") == true)
  }

  @Test("a full chain that has the root twice is not called in order", arguments: faults)
  func rootTwice(name: String) throws {
    let attempt = try Self.repaired(name)
    attempt.take([
      Self.copy("cms1a-fullchain.cer", "cmslab-root-ca.cer", to: "twice.cer"),
      Self.put("twice.cer cms1a-fullchain.cer"),
    ])
    let finding = try attempt.finding("repair")
    let words = finding.words ?? "solved"
    #expect(!finding.holds && words.hasPrefix("`cms1a-fullchain.cer` on cms1a is not "), "\(words)")
    #expect(!words.contains("another certificate"))
  }

  @Test("what is said of a full chain that is missing or damaged may be so", arguments: faults)
  func damaged(name: String) throws {
    let attempt = try Self.repaired(name)
    let appliance = try #require(attempt.world.appliance(named: "cms1a"))
    let bytes = try #require(appliance.contents(of: "cms1a-fullchain.cer"))
    _ = try appliance.removeFile("cms1a-fullchain.cer")
    let isRoot = name == "renewed-root" || name == "encrypted-key"
    func says(_ word: String) throws -> Bool {
      let words = try attempt.finding("repair").words ?? "solved"
      return words.hasPrefix("`cms1a-fullchain.cer` on cms1a is ") && words.contains(word)
    }
    #expect(try says(isRoot ? "not " : "missing"))
    let glued = String(decoding: bytes, as: UTF8.self)
      .replacing(/-----\s+-----BEGIN/, with: "----------BEGIN")
    try appliance.store(.init(name: "cms1a-fullchain.cer", contents: Array(glued.utf8)))
    #expect(try says(isRoot ? "not " : "cannot be read"))
  }
}
