import Appliance
import Console
import Lab
import Ledger
import Testing
import Tutor

/// Hears which errors were said.
private final class SaidErrors: SessionTap {
  private(set) var ids: [String] = []

  func session(_ session: Session, takes input: Input, at prompt: Prompt?) {}
  func session(_ session: Session, shows part: Part) {
    if case .saying(let saying) = part, saying.message.advice != nil { ids.append(saying.id) }
  }
  func session(_ session: Session, answered input: Input, wasInterrupted: Bool) {}

  func take() -> [String] {
    defer { ids = [] }
    return ids
  }
}

/// The command that `:why` says to try is typed as it stands, where the error was met.
@Suite struct WhyTrialTests {
  /// A window in which the lines of a demonstration were typed.
  private static func window(
    showing demonstration: Demonstration, errors: SaidErrors
  ) throws -> WhyCase {
    let first = demonstration.lines[0]
    let host = first.contains("\\") ? "pc1" : String(first.prefix { $0 != ">" })
    let window = try WhyCase(demonstration.scenario, yaml: "", at: host)
    window.session.add(errors)
    for line in demonstration.lines {
      let prompt = window.session.prompt.last
      window.type(line.hasPrefix(prompt) ? String(line.dropFirst(prompt.count)) : line)
    }
    return window
  }

  /// Demonstrations that cannot be typed here, and why.
  private static let excused: [String: String] = [
    "cmd.disk-full": "fills a drive", "cmd.not-enough-storage": "fills a drive",
  ]

  @Test("for each error that can be shown, the trial has another answer than that error")
  func demonstrations() throws {
    var count = 0
    for demonstration in Demonstration.builtIn
    where demonstration.release == nil && !demonstration.shows.contains(where: Self.isExcused) {
      let errors = SaidErrors()
      let window = try Self.window(showing: demonstration, errors: errors)
      let said = errors.take()
      guard let error = window.errors.last else {
        Issue.record("\(demonstration.shows): no error")
        continue
      }
      #expect(said.contains(error.message.id))
      // Who is asked for a password cannot ask why before that is over.
      if window.session.prompt.purpose != .command {
        window.session.receive(.interrupt, on: TextScreen())
      }
      guard let trial = window.trial else { continue }
      window.type(trial)
      let answer = errors.take()
      #expect(!answer.contains(error.message.id), "\(error.message.id): \(trial)")
      let wrong = [
        "shell.unknown-command", "cmd.unknown-command", "psftp.unknown-command", "cmd.syntax",
        "shell.invalid-argument", "shell.incomplete-command", "shell.too-many-arguments",
      ]
      #expect(!answer.contains(where: wrong.contains), "\(error.message.id): \(trial): \(answer)")
      count += 1
    }
    #expect(count > 120)
  }

  private static func isExcused(_ id: String) -> Bool { excused[id] != nil }

  @Test(
    "a line of pki csr is mended whole, whatever is wrong with it",
    arguments: [
      "pki csr CN:cms1a.pod7.cms.lab", "pki csr CN:cms1a.pod7.cms.lab O:Lab",
      "pki csr web - a CN:web.pod7.cms.lab", "pki csr web- a CN:web.pod7.cms.lab",
      "pki csr web-a web.pod7.cms.lab", "pki csr web web.pod7.cms.lab",
      "pki csr web CN web.pod7.cms.lab", "pki csr web CN: web.pod7.cms.lab",
      "pki csr web CN=web.pod7.cms.lab", "pki csr web cn:web.pod7.cms.lab O:Lab",
      "pki csr web.csr CN:web.pod7.cms.lab subjectAltName:a.b, c.d",
      "pki csr web CN:web.pod7.cms.lab a.pod7.cms.lab b.pod7.cms.lab",
      "pki csr web CN:web.pod7.cms.lab subjectAltName:DNS:a.b,DNS:c.d",
      "pki csr web CN:web.pod7.cms.lab O:My Company C:USA",
      "pki csr web CN:web.pod7.cms.lab CN:other.pod7.cms.lab",
      "pki csr web CN:web.pod7.cms.lab subjectaltname:a..b,c.d", "pki csr web", "pki csr",
      "pki csr wéb CN:web.pod7.cms.lab", "pki selfsigned my-ca", "pki selfsigned CN:ca.cms.lab",
    ])
  func requests(line: String) throws {
    let window = try WhyCase()
    window.type(line)
    let trial = try #require(window.trial)
    #expect(trial.hasPrefix("pki csr ") || trial.hasPrefix("pki selfsigned "), "\(trial)")
    #expect(window.type(trial).contains("Created key file"), "\(trial)")
    // The key that the lab has is not made anew.
    #expect(!trial.hasPrefix("pki csr cms1a "), "\(trial)")
  }

  @Test(
    "a file that is missing is replaced by one with which the command comes out well",
    arguments: [
      ("pki verify cms1a.cer bundle.cer", "pki verify cms1a.cer cmslab-root-ca.cer"),
      ("pki verify cms1a.cer cms1a.crt", "pki verify cms1a.cer cmslab-root-ca.cer"),
      ("pki match cms1a.kee cms1a.cer", "pki match cms1a.key cms1a.cer"),
      ("pki match server.key cms1a.cer", "pki match cms1a.key cms1a.cer"),
      ("pki match cms1a.key cms1a.crt", "pki match cms1a.key cms1a.cer"),
      ("pki match cms1a.key cms1b.cer", "pki match cms1a.key cms1a.cer"),
      ("pki match cms1a.key", "pki match cms1a.key cms1a.cer"),
      ("pki match dbclusterserver.cer", "pki match dbclusterserver.key dbclusterserver.cer"),
      ("pki match", "pki match cms1a.key cms1a.cer"),
      ("pki verify cms1a.cer", "pki verify cms1a.cer cmslab-root-ca.cer"),
      ("show version", "version"), ("hostname a b", "help hostname"),
      ("pki inspect cms1b.key", "pki list"), ("pki inspect CMS1A.CER", "pki inspect cms1a.cer"),
    ])
  func missing(line: String, trial: String) throws {
    let window = try WhyCase()
    window.type(line)
    #expect(window.trial == trial)
  }

  @Test(
    "certreq's line is mended whole",
    arguments: [
      #"-username CMS\cert -p wrong -config "C" -attrib "CertificateTemplate:T" cms1a.csr a.cer"#,
      #"-username CMS/cert -p c1sco123 -config "C" -attrib "CertificateTemplate:T" cms1a.csr a.cer"#,
      #"-username cert -p c1sco123 -config "C" -attrib "CertificateTemplate:T" cms1a.csr a.cer"#,
      #"-username CMS\cert -p c1sco123 -config "C" -attrib "CertificateTemplate:WebServer" cms1a.csr a.cer"#,
      #"-username CMS\cert -p c1sco123 -config "x\C" -attrib "CertificateTemplate:T" cms1a.csr a.cer"#,
      #"-username CMS\cert -p c1sco123 -config "C" cms1a.csr a.cer"#,
      #"-username CMS\cert -p c1sco123 -attrib "CertificateTemplate:T" cms1a.csr a.cer"#,
      // The page's own form.
      #"-username CMS\cert -p wrong -policyserver "C" -config "C" -attrib "CertificateTemplate:T" cms1a.csr a.cer"#,
      #"-config "C" -attrib "CertificateTemplate:T" a.cer cms1a.csr"#,
      #"-config "C" -attrib "CertificateTemplate:T" requests\cms1a.csr a.cer"#,
      #"-config "C" -attrib "CertificateTemplate:T" cms1a.cer a.cer"#,
    ])
  func certreq(words: String) throws {
    let window = try WhyCase(at: "pc1")
    let line =
      "certreq -submit "
      + words
      .replacing("\"C\"", with: #""cmslab-ad.cms.lab\cms-CMSLAB-AD-CA""#)
      .replacing("Template:T\"", with: "Template:ClientandServerAuthentication\"")
    window.type(line)
    let trial = try #require(window.trial)
    #expect(trial.hasPrefix("certreq -submit "), "\(trial)")
    #expect(!trial.contains("***") && trial.hasSuffix(" cms1a.csr a.cer"), "\(trial)")
    #expect(window.type(trial).contains("Issued"), "\(trial)")
  }

  @Test("a password that a teacher has chosen is not told: PC1's user asks without one")
  func secret() throws {
    let window = try WhyCase(
      yaml: #"authority: {accounts: {'CMS\cert': tulip99}}"#, at: "pc1")
    window.type("psftp admin@cms1a.pod7.cms.lab", "c1sco123", "get cms1a.csr", "bye")
    window.type(
      #"certreq -submit -username CMS\cert -p c1sco123 -config "cmslab-ad.cms.lab\cms-CMSLAB-AD-CA" "#
        + #"-attrib "CertificateTemplate:ClientandServerAuthentication" cms1a.csr a.cer"#)
    #expect(!window.lines.joined().contains("tulip99"))
    #expect(window.trial?.contains("-username") != true)
  }

  @Test("nothing is taken away or renamed for another name's sake")
  func harmless() throws {
    let window = try WhyCase(at: "pc1")
    for line in ["del cms1d.cer", "ren cms1d.cer old.cer"] {
      window.type(line)
      #expect(window.trial == "dir", "\(line)")
    }
    window.type("psftp admin@cms1b.pod7.cms.lab", "c1sco123")
    for line in ["rm cms1d.cer", "mv cms1d.cer old.cer", "rm *.CRT"] {
      window.type(line)
      #expect(window.trial == "ls", "\(line)")
    }
    window.type("mget *.CER")
    #expect(window.trial == "mget *.cer")
  }
}
