import Authority
import PKI
import Testing

@Suite("Issued certificate")
struct IssuedCertificateTests {
  private let lab: AuthorityLab

  init() throws { lab = try AuthorityLab() }

  @Test("serial number, issuer, validity and extensions are those of a Microsoft authority")
  func text() throws {
    let issued = try lab.submit(try AuthorityLab.request())
    let words = issued.certificate.words
    #expect(issued.requestID == 5)
    #expect(words.contains(Self.head))
    let short = words.replacing(#/([0-9A-F]{2}:){19}[0-9A-F]{2}/#, with: "[20 bytes]")
    #expect(short.contains(Self.body), "\(words)")
    #expect(!words.contains("Basic Constraints"))
  }

  @Test("a certificate ends with its authority")
  func cut() throws {
    let lab = try AuthorityLab(years: 1)
    let words = try lab.submit(try AuthorityLab.request()).certificate.words
    #expect(words.contains("Not After : Nov 23 09:00:00 2027 GMT"))
  }

  @Test("openssl trusts it for both trades under strict rules, and cannot do without the root")
  func strict() throws {
    let issued = try lab.submit(try AuthorityLab.request())
    let files = ["leaf.cer": issued.certificate.pem, "root.cer": lab.authority.certificate.pem]
    for purpose in ["sslserver", "sslclient"] {
      let answer = try openSSL(
        [
          "verify", "-x509_strict", "-attime", "\(AuthorityLab.now)", "-purpose", purpose,
          "-CAfile", "root.cer", "leaf.cer",
        ], files: files)
      #expect(answer == "leaf.cer: OK\n")
    }
    #expect(throws: VerificationFailure.self) {
      try CertificateChain.verify(issued.certificate, anchors: [], at: AuthorityLab.now)
    }
  }

  @Test("without a subject alternative name in the request there is none in the certificate")
  func bare() throws {
    let key = try AuthorityLab.key("server.key")
    let request = try CertificateRequest(
      subject: DistinguishedName([(.commonName, "postgres")]), alternativeNames: [], key: key)
    let words = try lab.submit(request).certificate.words
    #expect(words.contains("Subject: CN=postgres\n"))
    #expect(!words.contains("Alternative Name"))
    #expect(words.contains("X509v3 extensions:\n            X509v3 Subject Key Identifier: \n"))
  }

  private static let head = """
            Version: 3 (0x2)
            Serial Number:
                44:00:00:00:05:b4:92:2c:2e:24:e1:00:eb:00:00:00:00:00:05
        Signature Algorithm: sha256WithRSAEncryption
            Issuer: DC=lab, DC=cms, CN=cms-CMSLAB-AD-CA
            Validity
                Not Before: Nov 23 08:50:00 2026 GMT
                Not After : Nov 22 09:00:00 2028 GMT
            Subject: 
    """
  /// What stands between key and signature, key identifiers shortened.
  private static let body = """
            X509v3 extensions:
                X509v3 Subject Alternative Name:\u{20}
                    DNS:cms1.pod7.cms.lab, DNS:cms1a.pod7.cms.lab
                X509v3 Subject Key Identifier:\u{20}
                    [20 bytes]
                X509v3 Authority Key Identifier:\u{20}
                    keyid:[20 bytes]

                X509v3 CRL Distribution Points:\u{20}

                    Full Name:
                      URI:ldap:///CN=cms-CMSLAB-AD-CA,CN=CMSLAB-AD,CN=CDP,\(services)\
    ?certificateRevocationList?base?objectClass=cRLDistributionPoint

                Authority Information Access:\u{20}
                    CA Issuers - URI:ldap:///CN=cms-CMSLAB-AD-CA,CN=AIA,\(services)\
    ?cACertificate?base?objectClass=certificationAuthority

                X509v3 Key Usage: critical
                    Digital Signature, Key Encipherment
                1.3.6.1.4.1.311.21.7:\u{20}
                    0-.%+.....7.....N...S.......q.....K........d...
                X509v3 Extended Key Usage:\u{20}
                    TLS Web Client Authentication, TLS Web Server Authentication
                1.3.6.1.4.1.311.21.10:\u{20}
                    0.0
    ..+.......0
    ..+.......
        Signature Algorithm: sha256WithRSAEncryption

    """
  private static let services =
    "CN=Public%20Key%20Services,CN=Services,CN=Configuration,DC=cms,DC=lab"
}
