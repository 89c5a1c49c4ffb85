import PKI
import TestSupport
import Testing
import Workstation
import WorkstationSupport

@testable import Certreq

@Suite("certreq -retrieve")
struct RetrievalTests {
  private let lab: WebLab

  init() throws {
    lab = try WebLab()
    try lab.write(try Fixtures.pki.bytes("server.csr"), to: "a.csr")
    let template = ["-attrib", "CertificateTemplate:ClientandServerAuthentication"]
    let submit = ["-submit", "-config", WebLab.config]
    _ = lab.run(.certreq, submit + template + ["a.csr", "a.cer"])
    _ = lab.run(.certreq, submit + ["-attrib", "CertificateTemplate:WebServer", "a.csr", "b.cer"])
  }

  private func retrieve(_ words: String...) -> String {
    lab.run(.certreq, ["-retrieve", "-config", WebLab.config] + words)
  }

  private static func issued(_ id: Int) -> String {
    "RequestId: \(id)\nRequestId: \"\(id)\"\nCertificate retrieved(Issued) Issued\n"
  }

  @Test("what was issued comes again, byte for byte, by any way to write its number")
  func again() throws {
    for (index, id) in ["7", "0x7", "007"].enumerated() {
      #expect(retrieve(id, "x\(index).cer") == Self.issued(7))
      #expect(lab.seat.errorLevel == 0)
      #expect(lab.file("x\(index).cer") == lab.file("a.cer"))
      #expect(lab.file("x\(index).rsp") == lab.file("a.rsp"))
    }
    #expect(retrieve("-binary", "7", "d.cer", "d.p7b", "d.full") == Self.issued(7))
    let certificate = try #require(PKIFile(lab.file("a.cer") ?? []).certificates.first)
    #expect(lab.file("d.cer") == certificate.der)
    #expect(lab.file("d.p7b") != nil && lab.file("d.full") != nil && lab.file("d.rsp") == nil)
  }

  @Test("what was denied is said again, and nothing is written")
  func denied() {
    #expect(
      retrieve("8", "c.cer") == """
        RequestId: 8
        RequestId: "8"
        Certificate not issued (Denied) Denied by Policy Module  0x80094800, The request was for a \
        certificate template that is not supported by the Active Directory Certificate Services \
        policy: WebServer. The requested certificate template is not supported by this CA. \
        0x80094800 (-2146875392 CERTSRV_E_UNSUPPORTED_CERT_TYPE)

        """)
    #expect(lab.seat.errorLevel == -2_146_875_392)
    #expect(lab.file("c.cer") == nil && lab.file("c.rsp") == nil)
  }

  @Test("a file in the way is asked about; a pasted line means no")
  func overwrite() throws {
    try lab.write([1], to: "c.cer")
    #expect(retrieve("7", "c.cer") == "")
    #expect(lab.question == "c.cer already exists. Overwrite it? (y/n) ")
    #expect(lab.answer("certreq -retrieve 7 c.cer") == CertreqTests.cancelled)
    #expect(lab.file("c.cer") == [1])
    _ = retrieve("7", "c.cer")
    #expect(lab.answer("y") == Self.issued(7))
    #expect(lab.file("c.cer") == lab.file("a.cer"))
    for option in ["-f", "/q"] { #expect(retrieve(option, "7", "c.cer") == Self.issued(7)) }
  }

  private static let processor = "Certificate Request Processor: "
  private static let incorrect =
    processor + "The parameter is incorrect. 0x80070057 (WIN32: 87 ERROR_INVALID_PARAMETER)\n"
  private static let empty =
    processor + "The requested property value is empty. "
    + "0x80094004 (-2146877436 CERTSRV_E_PROPERTY_EMPTY)\n"
  private static let failures: [([String], String, Int)] = [
    (["9", "c.cer"], empty, -2_146_877_436), (["6", "c.cer"], empty, -2_146_877_436),
    (["4294967295", "c.cer"], empty, -2_146_877_436),
    (["0", "c.cer"], incorrect, -2_147_024_809), (["a.csr", "c.cer"], incorrect, -2_147_024_809),
    (["+7", "c.cer"], incorrect, -2_147_024_809), (["0x", "c.cer"], incorrect, -2_147_024_809),
    (["4294967296", "c.cer"], incorrect, -2_147_024_809),
    (["7"], CertreqTests.cancelled, -2_147_023_673),
    (["-config", "-", "7", "c.cer"], CertreqTests.cancelled, -2_147_023_673),
    (
      ["-config", #"cmslab-ad.cms.lab\cms-CA"#, "7", "c.cer"],
      processor + "The RPC server is unavailable. "
        + "0x800706ba (WIN32: 1722 RPC_S_SERVER_UNAVAILABLE)\n", -2_147_023_174
    ),
    (
      ["-username", #"CMS\cert"#, "-p", "wrong", "7", "c.cer"],
      processor + "Access is denied. 0x80070005 (WIN32: 5 ERROR_ACCESS_DENIED)\n", -2_147_024_891
    ),
  ]

  @Test("what fails says why", arguments: failures)
  func fails(words: [String], text: String, level: Int) {
    #expect(lab.run(.certreq, ["-retrieve", "-config", WebLab.config] + words) == text)
    #expect(lab.seat.errorLevel == level)
    #expect(lab.file("c.cer") == nil)
  }

  @Test("retrieving takes no number")
  func numbers() {
    _ = retrieve("7", "c.cer")
    _ = retrieve("8", "d.cer")
    let words = ["-submit", "-config", WebLab.config, "a.csr", "e.cer"]
    #expect(lab.run(.certreq, words).hasPrefix("RequestId: 9\n"))
  }
}
