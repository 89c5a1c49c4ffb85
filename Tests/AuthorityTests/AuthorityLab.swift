import Authority
import PKI
import TestSupport
import Testing
import Time

/// The lab's authority with keys from the fixtures, at a clock that stands in November 2026.
struct AuthorityLab {
  static let now: UnixTime = 1_795_424_400
  static let config = #"cmslab-ad.cms.lab\cms-CMSLAB-AD-CA"#
  static let account = DomainAccount(name: #"CMS\cert"#, password: "c1sco123")
  static let template = "ClientandServerAuthentication"

  let authority: CertificateAuthority

  init(
    years: Int = 10, template: CertificateTemplate = CertificateTemplate(name: Self.template),
    firstRequestID: UInt32 = 5
  ) throws {
    let key = try Self.key("ca.key")
    let root = try CertificateAuthority.root(
      named: CertificateAuthority.name(in: DirectoryNames(config: Self.config)), key: key,
      years: years, now: Self.now, random: { 0x1122_3344_5566_7788 })
    authority = Self.authority(
      certificate: root, key: key, template: template, firstRequestID: firstRequestID)
  }

  static func authority(
    certificate: Certificate, key: PrivateKey, issuers: [Certificate] = [],
    template: CertificateTemplate = CertificateTemplate(name: Self.template),
    firstRequestID: UInt32 = 5
  ) -> CertificateAuthority {
    CertificateAuthority(
      config: config, certificate: certificate, key: key, issuers: issuers, templates: [template],
      accounts: [account, DomainAccount(name: #"CMS\guest"#, password: "guest")],
      nextRequestID: firstRequestID, random: { 0xB492_2C2E_24E1_00EB }, now: { now })
  }

  func submit(
    _ request: CertificateRequest, template: String? = Self.template,
    account: DomainAccount? = Self.account
  ) throws -> Issued {
    try authority.submit(request, template: template, account: account)
  }

  static func file(_ name: String) throws -> PKIFile {
    PKIFile(try Fixtures.pki.bytes(name))
  }

  static func key(_ name: String) throws -> PrivateKey { try #require(try file(name).privateKey) }

  /// The request of the lab page.
  static func request() throws -> CertificateRequest {
    try CertificateRequest(
      subject: DistinguishedName([(.commonName, "cms1.pod7.cms.lab")]),
      alternativeNames: [.dns("cms1.pod7.cms.lab"), .dns("cms1a.pod7.cms.lab")],
      key: try key("server.key"))
  }
}

extension Certificate {
  /// The text of OpenSSL 1.0.2.
  var words: String { String(decoding: text, as: UTF8.self) }
}

/// Runs `openssl` in a folder with those files; what it printed, errors included.
func openSSL(_ arguments: [String], files: [String: [UInt8]]) throws -> String {
  let folder = try TemporaryFolder()
  for (name, bytes) in files { try folder.write(name, bytes: bytes) }
  return try HostProgram.openssl(arguments, folder: folder.path).text
}
