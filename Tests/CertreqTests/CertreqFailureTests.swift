import Authority
import Ledger
import PKI
import TestSupport
import Testing
import Workstation
import WorkstationSupport

@testable import Certreq

@Suite("certreq failures")
struct CertreqFailureTests {
  private let lab: WebLab

  init() throws {
    lab = try WebLab()
    try lab.write(try Fixtures.pki.bytes("server.csr"), to: "a.csr")
    try lab.write(try Fixtures.pki.bytes("forged.csr"), to: "forged.csr")
    try lab.write(try Fixtures.pki.bytes("server.cer"), to: "server.cer")
    try lab.write([], to: "empty.csr")
  }

  private static let processor = "Certificate Request Processor: "
  private static let local: [([String], String, Int)] = [
    ([], CertreqTests.cancelled, -2_147_023_673),
    (["-submit", "a.csr"], CertreqTests.cancelled, -2_147_023_673),
    (["-config", "-", "a.csr"], CertreqTests.cancelled, -2_147_023_673),
    (
      ["-config", WebLab.config, "none.csr"],
      processor + "The system cannot find the file specified. "
        + "0x80070002 (WIN32: 2 ERROR_FILE_NOT_FOUND)\n", -2_147_024_894
    ),
    (
      ["-config", WebLab.config, #"none\a.csr"#],
      processor + "The system cannot find the path specified. "
        + "0x80070003 (WIN32: 3 ERROR_PATH_NOT_FOUND)\n", -2_147_024_893
    ),
    (
      ["-config", WebLab.config, "d:a.csr"],
      processor + "The system cannot find the path specified. "
        + "0x80070003 (WIN32: 3 ERROR_PATH_NOT_FOUND)\n", -2_147_024_893
    ),
    (
      ["-config", WebLab.config, "server.cer", "new.cer"],
      processor + "ASN1 bad tag value met. 0x8009310b (ASN: 267 CRYPT_E_ASN1_BADTAG)\n",
      -2_146_881_269
    ),
    (
      ["-config", WebLab.config, "empty.csr", "new.cer"],
      processor + "ASN1 bad tag value met. 0x8009310b (ASN: 267 CRYPT_E_ASN1_BADTAG)\n",
      -2_146_881_269
    ),
    (
      ["-config", #"cmslab-ad.cms.lab\cms-CA"#, "a.csr"],
      processor + "The RPC server is unavailable. "
        + "0x800706ba (WIN32: 1722 RPC_S_SERVER_UNAVAILABLE)\n", -2_147_023_174
    ),
    (
      ["-config", WebLab.config, "-username", #"CMS\cert"#, "-p", "wrong", "a.csr"],
      processor + "Access is denied. 0x80070005 (WIN32: 5 ERROR_ACCESS_DENIED)\n", -2_147_024_891
    ),
    (
      ["-config", WebLab.config, "-username", "cert", "-p", "c1sco123", "a.csr"],
      processor + "Access is denied. 0x80070005 (WIN32: 5 ERROR_ACCESS_DENIED)\n", -2_147_024_891
    ),
    (["-new", "a.inf"], "CertReq -new is not part of this simulation.\n", -2_147_024_809),
  ]

  @Test("before the authority", arguments: local)
  func unnumbered(words: [String], text: String, level: Int) throws {
    #expect(lab.run(.certreq, words) == text)
    #expect(lab.seat.errorLevel == level)
    #expect(lab.file("new.cer") == nil && lab.file("a.cer") == nil)
  }

  private static let denials: [([String], String, Int)] = [
    (
      ["-attrib", "CertificateTemplate:WebServer", "a.csr"],
      "Denied by Policy Module  0x80094800, The request was for a certificate template that is not "
        + "supported by the Active Directory Certificate Services policy: WebServer. The requested "
        + "certificate template is not supported by this CA. "
        + "0x80094800 (-2146875392 CERTSRV_E_UNSUPPORTED_CERT_TYPE)", -2_146_875_392
    ),
    (
      ["a.csr"],
      "Denied by Policy Module  0x80094801, The request does not contain a certificate template "
        + "extension or the CertificateTemplate request attribute. The request contains no "
        + "certificate template information. 0x80094801 (-2146875391 CERTSRV_E_NO_CERT_TYPE)",
      -2_146_875_391
    ),
    (
      [
        "-username", #"cms\CERT"#, "-p", "c1sco123", "-attrib", "CertificateTemplate:Kept", "a.csr",
      ],
      "Denied by Policy Module  The permissions on the certificate template do not allow the "
        + "current user to enroll for this type of certificate. "
        + "0x80094012 (-2146877422 CERTSRV_E_TEMPLATE_DENIED)", -2_146_877_422
    ),
    (
      ["-attrib", "CertificateTemplate:Kept", "forged.csr", "a.cer"],
      "Error Verifying Request Signature or Signing Certificate  Invalid Signature. "
        + "0x80090006 (-2146893818 NTE_BAD_SIGNATURE)", -2_146_893_818
    ),
    (
      ["-attrib", "CertificateTemplate:Ancient", "a.csr", "a.cer"],
      "Error Constructing or Publishing Certificate  Unspecified error "
        + "0x80004005 (-2147467259 E_FAIL)", -2_147_467_259
    ),
  ]

  @Test("by the authority, which numbers them", arguments: denials)
  func denied(words: [String], text: String, level: Int) throws {
    let answer = lab.run(.certreq, ["-submit", "-config", WebLab.config] + words)
    #expect(
      answer == "RequestId: 7\nRequestId: \"7\"\nCertificate not issued (Denied) \(text)\n")
    #expect(lab.seat.errorLevel == level)
    #expect(lab.file("a.cer") == nil)
  }

  @Test("usage, alone and with what is wrong")
  func usage() {
    let usage = lab.run(.certreq, ["-?"])
    #expect(usage.hasPrefix("Usage:\n  CertReq -?\n"))
    #expect(usage.hasSuffix("    -rpc\n    -AdminForceMachine\n\n"))
    let synopsis =
      "  CertReq [-Submit] [Options] [RequestFileIn [CertFileOut [CertChainFileOut "
      + "[FullResponseFileOut]]]]\n"
    #expect(usage.contains(synopsis))
    #expect(lab.seat.errorLevel == 0)
    #expect(lab.run(.certreq, ["--help"]) == usage + "Unknown argument: --help\n")
    #expect(lab.run(.certreq, ["1", "2", "3", "4", "5"]) == usage + "Unknown argument: 5\n")
    #expect(lab.run(.certreq, ["-submit", "-config"]) == usage + "Missing argument: -config\n")
    #expect(lab.run(.certreq, ["-retrieve"]) == usage + "Missing argument: RequestId\n")
    #expect(lab.seat.errorLevel == -2_147_024_809)
  }

  @Test("each check of the authority has its message", arguments: RequestCheck.all)
  func checks(check: RequestCheck) {
    let saying = CertreqMessages.saying(of: check, template: "A")
    let text = check.words.text.replacing("{template}", with: "A")
    #expect(saying.text == "Certificate not issued (Denied) \(text)")
  }

  @Test("a name Windows does not allow costs the certificate")
  func badName() {
    let words = ["-config", WebLab.config, "-attrib", "CertificateTemplate:\(template)", "a.csr"]
    #expect(
      lab.run(.certreq, words + ["a*.cer"]) == """
        RequestId: 7
        RequestId: "7"
        Certificate Request Processor: The filename, directory name, or volume label syntax is \
        incorrect. 0x8007007b (WIN32: 123 ERROR_INVALID_NAME)

        """)
  }

  @Test("no line makes it fail in another way")
  func anyWords() {
    let words = [
      "", "-", "/", "--", "-p", "-attrib", ":", #"\n"#, "a.csr", "..", "\\", "c:", "é", "7",
      "-retrieve",
    ]
    for first in words {
      for second in words {
        for third in words { _ = lab.run(.certreq, [first, second, third]) }
      }
    }
  }

  private let template = "ClientandServerAuthentication"
}
