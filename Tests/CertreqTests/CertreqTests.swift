import Authority
import Foundation
import PKI
import TestSupport
import Testing
import Workstation
import WorkstationSupport

@testable import Certreq

@Suite("certreq")
struct CertreqTests {
  private let lab: WebLab
  private let request: CertificateRequest

  init() throws {
    lab = try WebLab()
    request = try CertificateRequest(
      subject: DistinguishedName([(.commonName, "cms1.pod7.cms.lab")]),
      alternativeNames: [.dns("cms1.pod7.cms.lab")],
      key: try #require(try WebLab.fixture("server.key").privateKey))
    try lab.write(request.pem, to: "cms1a.csr")
  }

  /// The page's options.
  private static let options = [
    "-submit", "-username", #"CMS\cert"#, "-p", "c1sco123", "-policyserver", WebLab.config,
    "-config", WebLab.config, "-attrib", "CertificateTemplate:ClientandServerAuthentication",
  ]

  private func submit(_ files: String..., options: [String] = []) -> String {
    lab.run(.certreq, Self.options + options + files)
  }

  private static func issued(_ id: Int) -> String {
    "RequestId: \(id)\nRequestId: \"\(id)\"\nCertificate retrieved(Issued) Issued\n"
  }

  @Test("the page's command writes certificate and response")
  func success() throws {
    #expect(submit("cms1a.csr", "cms1a.cer") == Self.issued(7))
    #expect(lab.seat.errorLevel == 0)
    let bytes = try #require(lab.file("cms1a.cer"))
    let certificate = try #require(PKIFile(bytes).certificates.first)
    let pem = String(decoding: certificate.pem, as: UTF8.self)
    #expect(bytes == Array(pem.replacing("\n", with: "\r\n").utf8))
    try CertificateChain.verify(
      certificate, anchors: [lab.authority.certificate], at: WebLab.now)
    let response = try #require(lab.file("cms1a.rsp"))
    #expect(response.starts(with: Array("-----BEGIN CERTIFICATE-----\r\nMI".utf8)))
    #expect(response.suffix(27) == Array("-----END CERTIFICATE-----\r\n".utf8)[...])
  }

  @Test("-binary writes DER; the response holds certificate and authority")
  func binary() throws {
    #expect(submit("cms1a.csr", "a.cer", "a.p7b", "a.full", options: ["-BINARY"]) == Self.issued(7))
    let bytes = try #require(lab.file("a.cer"))
    let certificate = try #require(PKIFile(bytes).certificates.first)
    #expect(lab.file("a.cer") == certificate.der)
    let bundle = try CertificateBundle.pkcs7([certificate, lab.authority.certificate])
    #expect(lab.file("a.p7b") == bundle)
    #expect(lab.file("a.full") == bundle)
    #expect(lab.file("a.rsp") == nil)
    let listed = try HostProgram.openssl(
      ["pkcs7", "-inform", "DER", "-print_certs", "-noout"], input: bundle
    ).output
    #expect(listed.contains("subject=CN = cms1.pod7.cms.lab"))
    #expect(listed.contains("subject=DC = lab, DC = cms, CN = cms-CMSLAB-AD-CA"))
  }

  @Test("requests are read in every form, options in any case and with slashes")
  func forms() throws {
    let pem = String(decoding: request.pem, as: UTF8.self)
    let body = pem.split(separator: "\n").dropFirst().dropLast().joined(separator: "\r\n")
    let forms: [[UInt8]] = [
      Array(pem.replacing("\n", with: "\r\n").utf8),
      Array(pem.replacing("CERTIFICATE REQUEST", with: "NEW CERTIFICATE REQUEST").utf8),
      [UInt8](try #require(Data(base64Encoded: body.replacing("\r\n", with: "")))),
      Array(body.utf8),
    ]
    for (index, bytes) in forms.enumerated() {
      try lab.write(bytes, to: "x\(index).csr")
      let answer = lab.run(
        .certreq,
        [
          "/Submit", "/CONFIG", WebLab.config, "-f", "-rpc", "/attrib",
          #"a:b\nCertificateTemplate: clientANDserverauthentication\nX:y"#, "x\(index).csr",
        ])
      #expect(answer == Self.issued(7 + index))
      #expect(lab.file("x\(index).cer") != nil && lab.file("x\(index).rsp") != nil)
    }
  }

  @Test("a file in the way is asked about once; a pasted line means no")
  func overwrite() throws {
    try lab.write([1], to: "cms1a.cer")
    #expect(submit("cms1a.csr", "cms1a.cer") == "")
    #expect(lab.question == "cms1a.cer already exists. Overwrite it? (y/n) ")
    #expect(lab.answer("certreq -submit") == Self.cancelled)
    #expect(lab.question == nil && lab.file("cms1a.cer") == [1])
    #expect(lab.seat.errorLevel == -2_147_023_673)
    _ = submit("cms1a.csr", "cms1a.cer")
    #expect(lab.answer(" Yes") == Self.issued(7))
    for option in ["-f", "/Q"] {
      #expect(submit("cms1a.csr", "cms1a.cer", options: [option]).hasPrefix("RequestId: "))
    }
  }

  static let cancelled = """
    Certificate Request Processor: The operation was canceled by the user. \
    0x800704c7 (WIN32: 1223 ERROR_CANCELLED)

    """
}
