import Authority
import PKI
import Testing

@Suite("Authority")
struct AuthorityTests {
  @Test("every request that reaches the authority takes a number")
  func numbers() throws {
    let lab = try AuthorityLab()
    let request = try AuthorityLab.request()
    #expect(try lab.submit(request).requestID == 5)
    #expect(throws: Denial(reason: .refused(by: .template, template: "WebServer"), requestID: 6)) {
      try lab.submit(request, template: "WebServer")
    }
    #expect(throws: Denial(reason: .refused(by: .templateNamed, template: nil), requestID: 7)) {
      try lab.submit(request, template: nil)
    }
    let forged = Denial.Reason.refused(by: .signature, template: AuthorityLab.template)
    #expect(throws: Denial(reason: forged, requestID: 8)) {
      try lab.submit(try #require(try AuthorityLab.file("forged.csr").request))
    }
    #expect(throws: Denial(reason: .accessDenied, requestID: nil)) {
      try lab.submit(request, account: DomainAccount(name: #"CMS\cert"#, password: "cisco123"))
    }
    #expect(throws: Denial(reason: .accessDenied, requestID: nil)) {
      try lab.submit(request, account: DomainAccount(name: "cert", password: "c1sco123"))
    }
    #expect(try lab.submit(request, template: "CLIENTandserverauthentication").requestID == 9)
    #expect(try lab.submit(request, account: nil).requestID == 10)
  }

  @Test("a template may be kept to some accounts")
  func enrollers() throws {
    let lab = try AuthorityLab(
      template: CertificateTemplate(name: AuthorityLab.template, enrollers: [#"cms\CERT"#]))
    let request = try AuthorityLab.request()
    #expect(try lab.submit(request).requestID == 5)
    let denied = Denial.Reason.refused(by: .enrollment, template: AuthorityLab.template)
    #expect(throws: Denial(reason: denied, requestID: 6)) {
      try lab.submit(request, account: DomainAccount(name: #"CMS\guest"#, password: "guest"))
    }
  }

  @Test("sessions that share it never get the same number")
  func sharing() async throws {
    let lab = try AuthorityLab()
    let request = try AuthorityLab.request()
    let authority = lab.authority
    let numbers = await withTaskGroup(of: UInt32?.self) { group in
      for _ in 0..<20 {
        group.addTask {
          try? authority.submit(request, template: AuthorityLab.template, account: nil).requestID
        }
      }
      return await group.reduce(into: Set<UInt32?>()) { $0.insert($1) }
    }
    #expect(numbers.count == 20)
  }

  @Test("a root looks as AD CS makes it")
  func root() throws {
    let words = try AuthorityLab().authority.certificate.words
    #expect(
      words.contains(
        """
                Version: 3 (0x2)
                Serial Number:
                    11:22:33:44:55:66:77:88:11:22:33:44:55:66:77:88
            Signature Algorithm: sha256WithRSAEncryption
                Issuer: DC=lab, DC=cms, CN=cms-CMSLAB-AD-CA
                Validity
                    Not Before: Nov 23 08:50:00 2026 GMT
                    Not After : Nov 23 09:00:00 2036 GMT
                Subject: DC=lab, DC=cms, CN=cms-CMSLAB-AD-CA

        """), "\(words)")
    #expect(
      words.contains(
        """
                X509v3 extensions:
                    1.3.6.1.4.1.311.20.2: 
                        ...C.A
                    X509v3 Key Usage: critical
                        Digital Signature, Certificate Sign, CRL Sign
                    X509v3 Basic Constraints: critical
                        CA:TRUE
                    X509v3 Subject Key Identifier: 

        """), "\(words)")
    #expect(words.contains("            1.3.6.1.4.1.311.21.1: \n                ...\n"))
  }

  @Test("names are stored as Microsoft stores them")
  func nameForm() throws {
    let der = try AuthorityLab().authority.certificate.der
    #expect(der.firstRange(of: [0x16, 0x03] + Array("lab".utf8)) != nil)
    #expect(der.firstRange(of: [0x13, 0x10] + Array("cms-CMSLAB-AD-CA".utf8)) != nil)
  }

  @Test("an authority below a root: openssl follows the chain under strict rules")
  func twoTiers() throws {
    let rootKey = try AuthorityLab.key("ca.key")
    let key = try AuthorityLab.key("edge.key")
    let names = DirectoryNames(config: AuthorityLab.config)
    let root = try CertificateAuthority.root(
      named: DistinguishedName([(.commonName, "cms-ROOT-CA")], form: .printable), key: rootKey,
      years: 20, now: AuthorityLab.now)
    let subordinate = try CertificateAuthority.subordinate(
      named: CertificateAuthority.name(in: names), key: key, issuer: (root, rootKey),
      directory: DirectoryNames(config: #"root.cms.lab\cms-ROOT-CA"#), years: 5,
      now: AuthorityLab.now)
    let authority = AuthorityLab.authority(certificate: subordinate, key: key, issuers: [root])
    let issued = try authority.submit(
      try AuthorityLab.request(), template: AuthorityLab.template, account: nil)
    #expect(issued.chain.map(\.der) == [subordinate.der, root.der])
    let answer = try openSSL(
      [
        "verify", "-x509_strict", "-attime", "\(AuthorityLab.now)", "-CAfile", "root.cer",
        "-untrusted", "sub.cer", "leaf.cer",
      ],
      files: ["leaf.cer": issued.certificate.pem, "sub.cer": subordinate.pem, "root.cer": root.pem])
    #expect(answer == "leaf.cer: OK\n")
    #expect(subordinate.words.contains("CN=cms-ROOT-CA,CN=ROOT,CN=CDP,CN=Public%20Key%20Services"))
  }
}
