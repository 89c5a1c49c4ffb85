import PKI
import Testing

@Suite("Certificate")
struct CertificateTests {
  @Test("garbage is not a certificate")
  func garbage() {
    #expect(throws: OpenSSLError.self) { try Certificate(der: [0x30, 0x00]) }
    #expect(throws: OpenSSLError.self) { try Certificate(der: []) }
  }
}
