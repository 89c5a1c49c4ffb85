import Authority
import PKI
import Testing

/// Subjects that OpenSSL would not put into a request are put there byte by byte, which breaks the
/// request's signature: what is not refused for its subject is refused for that.
@Suite("The authority's checks of a subject")
struct SubjectCheckTests {
  private let lab: AuthorityLab
  private static let utf8: UInt8 = 0x0C

  init() throws { lab = try AuthorityLab() }

  /// The check that a request does not pass; nil if it is issued.
  private func failure(of request: CertificateRequest) throws -> RequestCheck? {
    do {
      _ = try lab.submit(request)
      return nil
    } catch let denial as Denial {
      guard case .refused(let check, _) = denial.reason else { throw denial }
      #expect(denial.requestID != nil)
      return check
    }
  }

  private static let limits: [(type: String, most: Int)] = [
    ("2.5.4.3", 64), ("2.5.4.4", 40), ("2.5.4.6", 2), ("2.5.4.7", 128), ("2.5.4.8", 128),
    ("2.5.4.9", 30), ("2.5.4.10", 64), ("2.5.4.11", 64), ("2.5.4.12", 64), ("2.5.4.42", 16),
    ("2.5.4.43", 5), ("0.9.2342.19200300.100.1.25", 128), ("1.2.840.113549.1.9.1", 128),
    ("1.2.840.113549.1.9.2", 1024),
  ]

  @Test("an attribute has its number of characters and not one more", arguments: limits)
  func lengths(type: String, most: Int) throws {
    for (count, check) in [(most, RequestCheck.signature), (most + 1, .subject)] {
      let value = Array(String(repeating: "x", count: count).utf8)
      #expect(try failure(of: .of([(type, Self.utf8, value)])) == check)
    }
  }

  @Test("characters count, not bytes; an attribute of no known limit may be long")
  func characters() throws {
    let umlauts = Array(String(repeating: "ü", count: 64).utf8)
    let wide = [UInt8](repeating: 0x41, count: 128)
    for subject: (String, UInt8, [UInt8]) in [
      ("2.5.4.3", Self.utf8, umlauts), ("2.5.4.3", 0x1E, wide),
      ("2.5.4.13", Self.utf8, [UInt8](repeating: 0x41, count: 2000)),
    ] { #expect(try failure(of: .of([subject])) == .signature) }
    #expect(try failure(of: .of([("2.5.4.3", 0x1E, wide + wide)])) == .subject)
  }

  @Test("each attribute is looked at, not their sum")
  func several() throws {
    let unit = ("2.5.4.11", Self.utf8, [UInt8](repeating: 0x41, count: 64))
    let country = ("2.5.4.6", Self.utf8, Array("USA".utf8))
    #expect(try failure(of: .of([unit, unit, unit])) == .signature)
    #expect(try failure(of: .of([unit, unit, country])) == .subject)
  }

  // OpenSSL takes neither an INTEGER nor wrong UTF-8, so that it sees no such subject.
  private static let malformed: [(tag: UInt8, value: [UInt8])] = [
    (utf8, Array("a.test\0.b.test".utf8)), (0x03, [0, 1]), (0x02, [5]), (utf8, [0xFF, 0xFE]),
    (0x1E, [0, 0x41, 0]),
  ]

  @Test("a value that is no text is refused", arguments: malformed)
  func text(tag: UInt8, value: [UInt8]) throws {
    #expect(try failure(of: .of([("2.5.4.3", tag, value)])) == .subject)
  }

  @Test("what is no request at all stays none, whatever its subject")
  func nothing() throws {
    let der = try AuthorityLab.request().der
    let others: [[UInt8]] = [[], [0x30], Array(der.dropLast())]
    for bytes in others + [try AuthorityLab.key("server.key").pem] {
      #expect(throws: OpenSSLError.self) { try CertificateRequest.withAnySubject(bytes) }
    }
    #expect(try CertificateRequest.withAnySubject(der).der == der)
  }

  @Test("a name has to be somewhere: in the subject or among the alternative names")
  func names() throws {
    let empty: [(String, UInt8, [UInt8])] = [("2.5.4.3", Self.utf8, [])]
    #expect(try failure(of: .of([], alternativeNames: [])) == .anyName)
    #expect(try failure(of: .of(empty, alternativeNames: [])) == .anyName)
    #expect(try failure(of: .of([])) == .signature)
    let key = try AuthorityLab.key("server.key")
    let bare = try CertificateRequest(
      subject: DistinguishedName([]), alternativeNames: [.dns("a.test")], key: key)
    #expect(try failure(of: bare) == nil)
  }

  @Test("the authority's own name is its own, in any letters", arguments: [true, false])
  func ownName(isLower: Bool) throws {
    let key = try AuthorityLab.key("server.key")
    func request(_ name: String) throws -> CertificateRequest {
      try CertificateRequest(
        subject: DistinguishedName([
          (.domainComponent, "lab"), (.domainComponent, "cms"),
          (.commonName, isLower ? name.lowercased() : name),
        ]), alternativeNames: [.dns("a.test")], key: key)
    }
    #expect(try failure(of: request("cms-CMSLAB-AD-CA")) == .ownName)
    #expect(try failure(of: request("cms-CMSLAB-AD-CA2")) == nil)
  }
}

extension CertificateRequest {
  /// The page's request with another subject under its signature.
  fileprivate static func of(
    _ subject: [(type: String, tag: UInt8, value: [UInt8])],
    alternativeNames: [AlternativeName] = [.dns("a.test")]
  ) throws -> CertificateRequest {
    let commonName = "cms1.pod7.cms.lab"
    let original = try CertificateRequest(
      subject: DistinguishedName([(.commonName, commonName)]),
      alternativeNames: alternativeNames, key: try AuthorityLab.key("server.key")
    ).der
    let old = name([("2.5.4.3", 0x0C, Array(commonName.utf8))])
    let place = try #require(original.firstRange(of: old))
    // Both SEQUENCE around it have lengths of two bytes.
    let end = 8 + Int(original[6]) << 8 + Int(original[7])
    let information =
      Array(original[8..<place.lowerBound]) + name(subject)
      + Array(original[place.upperBound..<end])
    return try .withAnySubject(
      element(0x30, element(0x30, information) + Array(original[end...])))
  }

  private static func name(_ subject: [(type: String, tag: UInt8, value: [UInt8])]) -> [UInt8] {
    let names = subject.map { part in
      let type = DERWriter.objectIdentifier(part.type) ?? []
      return element(0x31, element(0x30, type + element(part.tag, part.value)))
    }
    return element(0x30, Array(names.joined()))
  }

  private static func element(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
    let count = content.count
    let length: [UInt8] =
      count < 0x80
      ? [UInt8(count)]
      : count < 0x100 ? [0x81, UInt8(count)] : [0x82, UInt8(count >> 8), UInt8(count & 0xFF)]
    return [tag] + length + content
  }
}
