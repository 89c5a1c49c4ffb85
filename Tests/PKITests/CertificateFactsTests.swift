import PKI
import TestSupport
import Testing

@Suite struct CertificateFactsTests {
  private func certificates(_ name: String) throws -> [Certificate] {
    PKIFile(try Fixtures.pki.bytes(name)).certificates
  }

  @Test("who signed a certificate is told by the signature, whom it names by the name")
  func issuers() throws {
    let chain = try certificates("fullchain.cer")
    for (lower, upper) in zip(chain, chain.dropFirst()) {
      #expect(lower.namesIssuer(upper))
      #expect(lower.isSigned(by: upper))
      #expect(!upper.isSigned(by: lower))
      #expect(!lower.hasKey(of: upper))
      #expect(lower.issuerText == upper.subjectText)
      #expect(lower.issuerCommonName == upper.commonName)
    }
    let root = try #require(chain.last)
    #expect(root.isSigned(by: root))
  }

  @Test("names are listed as a certificate and its request have them")
  func names() throws {
    let server = try #require(try certificates("server.cer").first)
    let request = try #require(PKIFile(try Fixtures.pki.bytes("server.csr")).request)
    #expect(server.hasKey(of: request))
    #expect(!server.listedNames.isEmpty)
    #expect(server.listedNames.allSatisfy { AlternativeName($0).map(server.names) ?? false })
  }
}
