import Authority
import PKI
import TestSupport
import Testing

@Suite("The authority's checks of a key, and what it remembers")
struct KeyCheckTests {
  private static let name = AuthorityLab.template

  private static func request(_ key: PrivateKey) throws -> CertificateRequest {
    try CertificateRequest(
      subject: DistinguishedName([(.commonName, "a.test")]), alternativeNames: [], key: key)
  }

  private static func key(_ arguments: String...) throws -> PrivateKey {
    let pem = try HostProgram.openssl(arguments).output
    return try #require(PKIFile(Array(pem.utf8)).privateKey)
  }

  private static func curve(_ name: String) throws -> PrivateKey {
    try key("ecparam", "-name", name, "-genkey", "-noout")
  }

  /// The check that a request with the key does not pass; nil if it is issued.
  private func failure(
    of key: PrivateKey, _ algorithm: KeyAlgorithm?, _ minimumKey: Int? = nil
  ) throws -> RequestCheck? {
    let template = CertificateTemplate(
      name: Self.name, algorithm: algorithm, minimumKey: minimumKey)
    do {
      _ = try AuthorityLab(template: template).submit(try Self.request(key))
      return nil
    } catch let denial as Denial {
      guard case .refused(let check, _) = denial.reason else { throw denial }
      return check
    }
  }

  @Test("a template of RSA keys: their size counts first, then their kind")
  func rsa() throws {
    let small = try Self.key("genrsa", "-traditional", "1024")
    let server = try AuthorityLab.key("server.key")
    let dsa = try AuthorityLab.key("dsa.key")
    #expect(try failure(of: small, .rsa) == .keySize)
    #expect(try failure(of: small, .rsa, 1024) == nil)
    #expect(try failure(of: server, .rsa) == nil)
    #expect(try failure(of: server, .rsa, server.bits + 1) == .keySize)
    #expect(try failure(of: dsa, .rsa, 512) == .keyAlgorithm)
    #expect(try failure(of: dsa, nil) == nil)
    #expect(try failure(of: Self.curve("prime256v1"), .rsa) == .keySize)
    #expect(try failure(of: Self.curve("prime256v1"), .rsa, 256) == .keyAlgorithm)
  }

  @Test("a template of a curve takes keys of this curve")
  func curves() throws {
    let keys = try ["prime256v1", "secp384r1", "secp521r1"].map(Self.curve)
    let server = try AuthorityLab.key("server.key")
    for (place, algorithm) in [KeyAlgorithm.p256, .p384, .p521].enumerated() {
      for (index, key) in keys.enumerated() {
        let check: RequestCheck? =
          index < place ? .keySize : index == place ? nil : .keyAlgorithm
        #expect(try failure(of: key, algorithm) == check)
      }
      #expect(try failure(of: server, algorithm) == .keyAlgorithm)
    }
  }

  @Test("a curve of the same size is another one")
  func otherCurves() throws {
    for (name, algorithm) in [
      ("secp256k1", KeyAlgorithm.p256), ("brainpoolP256r1", .p256), ("brainpoolP384r1", .p384),
    ] { #expect(try failure(of: Self.curve(name), algorithm) == .keyAlgorithm) }
  }

  @Test("each refusal has its own code; the key's is checked after the template's")
  func list() throws {
    #expect(
      RequestCheck.all.map(\.words.code) == [
        0x8009_4001, 0x8009_4001, 0x8009_4001, 0x8009_0006, 0x8009_4801, 0x8009_4800, 0x8009_4012,
        0x8009_4811, 0x8009_4811,
      ])
    #expect(Set(RequestCheck.all.map(\.name)).count == RequestCheck.all.count)
    #expect(
      RequestCheck.keySize.words.text
        == "Denied by Policy Module  The public key does not meet the minimum size required by the "
        + "specified certificate template. 0x80094811 (-2146875375 CERTSRV_E_KEY_LENGTH)")
  }

  @Test("what was issued is fetched again, what was denied stays denied")
  func retrieval() throws {
    let lab = try AuthorityLab()
    let request = try AuthorityLab.request()
    let issued = try lab.submit(request)
    let denial = Denial(
      reason: .refused(by: .template, template: "WebServer"), requestID: 6)
    #expect(throws: denial) { try lab.submit(request, template: "WebServer") }
    let guest = DomainAccount(name: #"CMS\guest"#, password: "guest")
    for account in [AuthorityLab.account, guest, nil] {
      let again = try lab.authority.retrieve(5, account: account)
      #expect(again.certificate.der == issued.certificate.der && again.requestID == 5)
      #expect(again.chain.map(\.der) == issued.chain.map(\.der))
      #expect(throws: denial) { try lab.authority.retrieve(6, account: account) }
      for id: UInt32 in [0, 4, 7, .max] {
        #expect(throws: Denial(reason: .unknownRequest, requestID: nil)) {
          try lab.authority.retrieve(id, account: account)
        }
      }
    }
    let stranger = DomainAccount(name: #"CMS\cert"#, password: "wrong")
    #expect(throws: Denial(reason: .accessDenied, requestID: nil)) {
      try lab.authority.retrieve(5, account: stranger)
    }
    #expect(try lab.submit(request).requestID == 7)
  }

  @Test("the last 256 requests are remembered, as far as a mebibyte takes them")
  func memory() throws {
    let lab = try AuthorityLab()
    let request = try AuthorityLab.request()
    for _ in 0..<257 { _ = try? lab.submit(request, template: "WebServer") }
    let forgotten = Denial(reason: .unknownRequest, requestID: nil)
    #expect(throws: forgotten) { try lab.authority.retrieve(5, account: nil) }
    let remembered = Denial(reason: .refused(by: .template, template: "WebServer"), requestID: 6)
    #expect(throws: remembered) { try lab.authority.retrieve(6, account: nil) }
    let long = String(repeating: "x", count: 1 << 20)
    _ = try? lab.submit(request, template: long)
    _ = try? lab.submit(request)
    #expect(throws: forgotten) { try lab.authority.retrieve(262, account: nil) }
    #expect(try lab.authority.retrieve(263, account: nil).requestID == 263)
  }
}
