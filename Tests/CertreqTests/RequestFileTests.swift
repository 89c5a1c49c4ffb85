import PKI
import Testing
import WorkstationSupport

@testable import Certreq

@Suite("Request files")
struct RequestFileTests {
  private let request: CertificateRequest
  private let pem: String

  init() throws {
    request = try CertificateRequest(
      subject: DistinguishedName([(.commonName, "cms1.pod7.cms.lab")]), alternativeNames: [],
      key: try #require(try WebLab.fixture("server.key").privateKey))
    pem = String(decoding: request.pem, as: UTF8.self)
  }

  private func isRead(_ bytes: [UInt8]) -> Bool {
    CertreqRequest.read(bytes)?.pem == request.pem
  }

  private func utf16(_ text: String) -> [UInt8] {
    [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  private var bare: String {
    pem.split(separator: "\n").dropFirst().dropLast().joined(separator: "\r\n")
  }

  @Test("the label's words, what stands around and the line ends do not matter")
  func framing() {
    let label = "CERTIFICATE REQUEST"
    #expect(isRead(request.pem))
    #expect(isRead(Array(pem.replacing("\n", with: "\r\n").utf8)))
    for other in ["NEW CERTIFICATE REQUEST", "CERTIFICATE", "MADE UP"] {
      #expect(isRead(Array(pem.replacing(label, with: other).utf8)))
    }
    #expect(isRead(Array("\r\n\r\n  \(pem)\u{1A}".utf8)))
    #expect(isRead(Array("from: me - \(pem)behind".utf8)))
  }

  @Test("UTF-16 and a byte order mark are read, with and without lines around the base64")
  func encodings() {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    #expect(isRead(utf16(pem)) && isRead(utf16(bare)) && isRead(utf16("ü\r\n\(pem)")))
    #expect(isRead(mark + request.pem) && isRead(mark + Array(bare.utf8)))
  }

  @Test("bare base64 and DER are read")
  func withoutLines() {
    #expect(isRead(Array(bare.utf8)) && isRead(Array(" \(bare)\r\n\r\n".utf8)))
    #expect(isRead(request.der))
  }

  @Test("anything else is no request")
  func nothing() {
    let cut = Array(request.pem.dropLast(40))
    for bytes in [[], [0xFF, 0xFE], [0xFF, 0xFE, 0x2D], [0xEF, 0xBB, 0xBF], [0x30], cut] {
      #expect(CertreqRequest.read(bytes) == nil)
    }
    #expect(CertreqRequest.read(utf16("no request")) == nil)
    #expect(CertreqRequest.read(Array("-----BEGIN".utf8)) == nil)
    #expect(CertreqRequest.read(Array("-----BEGIN -----END".utf8)) == nil)
    #expect(CertreqRequest.read(Array("-----BEGIN X-----\n-----END X-----\n".utf8)) == nil)
  }
}
