import PKI
import TestSupport
import Testing

@Suite("The appliance's PEM reader")
struct PEMReaderTests {
  @Test(
    "a header line makes a block damaged", arguments: ["server.cer", "server.key", "server.csr"])
  func header(name: String) throws {
    let file = try Fixtures.files("readers").bytes(name)
    #expect(PKIFile(file).isDamaged)
    #expect(PKIFile(file).elements.count == 1)
    // The next block is another matter.
    let next = try PKIFile(file + Fixtures.pki.bytes("root.cer"))
    #expect(next.certificates.count == 1 && next.isDamaged)
  }

  @Test(
    "a header that says nothing of encryption, or not all of it, is damage",
    arguments: [
      "Proc-Type: 4,MIC-CLEAR\n", "Proc-Type: 4,ENCRYPTED\n",
      "DEK-Info: AES-256-CBC,00112233445566778899AABBCCDDEEFF\nProc-Type: 4,ENCRYPTED\n",
      "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,0011\n",
    ])
  func incomplete(header: String) throws {
    let key = try Fixtures.pki.text("server.key")
    let first = "-----BEGIN PRIVATE KEY-----\n"
    let body = key.split(separator: "\n").dropFirst().joined(separator: "\n")
    let file = PKIFile(Array("\(first)\(header)\n\(body)\n".utf8))
    #expect(file.isDamaged && !file.hasEncryptedPrivateKey)
  }

  @Test("a key or request behind a damaged block is not found, one in front of it is")
  func damagedBefore() throws {
    // The padding is missing.
    let damaged = Array(
      "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw\n-----END EC PARAMETERS-----\n".utf8)
    let key = try Fixtures.pki.bytes("ec.key")
    let request = try Fixtures.pki.bytes("server.csr")
    #expect(PKIFile(damaged + key).privateKey == nil && PKIFile(damaged + key).isDamaged)
    #expect(PKIFile(damaged + request).request == nil)
    #expect(PKIFile(key + damaged).privateKey != nil)
    #expect(PKIFile(request + damaged).request != nil)
  }

  @Test("a key that is encrypted has its header by right")
  func encrypted() throws {
    for file in [
      try Fixtures.pki.bytes("locked.key"), try Fixtures.files("locked").bytes("strange.key"),
    ] {
      #expect(PKIFile(file).hasEncryptedPrivateKey)
    }
  }

  @Test("a block that is skipped may have any header")
  func unknownLabel() {
    let block = "-----BEGIN X509 CRL-----\nSubject: x\n\nMAA=\n-----END X509 CRL-----\n"
    guard case .other("X509 CRL")? = PKIFile(Array(block.utf8)).elements.first else {
      Issue.record("not skipped")
      return
    }
  }

  @Test(
    "trust settings are printed below the signature",
    arguments: [
      (
        "trusted.cer",
        "Trusted Uses:\n  TLS Web Server Authentication, E-mail Protection\n"
          + "Rejected Uses:\n  TLS Web Client Authentication\nAlias: cms\n"
      ),
      ("alias.cer", "No Trusted Uses.\nNo Rejected Uses.\nAlias: cms\n"),
    ])
  func trustSettings(name: String, lines: String) throws {
    let trusted = try PKIFile(Fixtures.files("readers").bytes(name))
    let certificate = try #require(trusted.certificates.first)
    let plain = try #require(PKIFile(Fixtures.pki.bytes("server.cer")).certificates.first)
    #expect(certificate.text == plain.text + Array(lines.utf8))
    #expect(certificate.der == plain.der && certificate.pem == plain.pem)
  }

  @Test("a TRUSTED CERTIFICATE without settings is a certificate; with garbage it is damaged")
  func withoutSettings() throws {
    let plain = try #require(PKIFile(Fixtures.pki.bytes("server.cer")).certificates.first)
    let bare = PKIFile(PEM.block("TRUSTED CERTIFICATE", plain.der))
    #expect(bare.certificates.first?.text == plain.text)
    #expect(PKIFile(PEM.block("TRUSTED CERTIFICATE", plain.der + [1, 2])).isDamaged)
    #expect(!PKIFile(PEM.block("CERTIFICATE", plain.der + [1, 2])).isDamaged)
  }
}
