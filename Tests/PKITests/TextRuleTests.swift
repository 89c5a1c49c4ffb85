import PKI
import Testing

/// The rules of 1.0.2's text one at a time, each in a certificate that is otherwise bare.
@Suite("Rules of the text")
struct TextRuleTests {
  @Test("serial numbers", arguments: Rule.serials)
  func serial(rule: Rule) throws {
    let certificate = BareCertificate(serial: rule.bytes)
    #expect(
      try certificate.text(after: "Serial Number:", before: "    Signature Algorithm") == rule.text)
  }

  @Test("times", arguments: Rule.times)
  func time(rule: Rule) throws {
    let certificate = BareCertificate(notBefore: rule.bytes)
    #expect(try certificate.text(after: "Not Before: ", before: "\n") == rule.text)
  }

  @Test("names", arguments: Rule.names)
  func name(rule: Rule) throws {
    let certificate = BareCertificate(issuer: rule.bytes)
    #expect(
      try certificate.text(after: "        Issuer: ", before: "\n        Validity") == rule.text)
  }

  @Test("extensions", arguments: Rule.alternativeNames + Rule.extensions)
  func extensions(rule: Rule) throws {
    let certificate = BareCertificate(extension: rule.bytes)
    #expect(
      try certificate.text(after: "X509v3 extensions:\n", before: "    Signature Algorithm: 1.2.3")
        == rule.text)
  }

  @Test(
    "a number beyond reading is written in hexadecimal",
    arguments: [(4096, "50"), (4097, "0x5b5b"), (200_000, "0x5b5b")])
  func largeNumber(count: Int, start: String) throws {
    let content = DER.element(0x04, DER.largeNumber(count))
    let certificate = BareCertificate(
      extension: DER.sequence([0x06, 3, 0x55, 0x1D, 0x36], content))
    let text = try certificate.text(after: "Inhibit Any Policy: \n", before: "\n")
    let number = text.drop { $0 == " " }
    #expect(number.hasPrefix(start))
    #expect(start == "50" || number.utf8.count == 2 + 2 * count)
  }

  @Test("public keys", arguments: Rule.publicKeys)
  func publicKey(rule: Rule) throws {
    let certificate = BareCertificate(publicKey: rule.bytes)
    #expect(
      try certificate.text(after: "Public Key Algorithm: ", before: "    Signature Algorithm")
        == rule.text)
  }

  @Test("signatures", arguments: Rule.signatures)
  func signature(rule: Rule) throws {
    // Two numbers, as DSA signs; the other algorithms show their octets.
    let signature = DER.element(
      0x03, [0x00], DER.sequence([2, 1, 5], [2, 9, 0x40] + DER.zeros(8)))
    let certificate = BareCertificate(algorithm: rule.bytes, signature: signature)
    #expect(try certificate.text(after: "Unable to load Public Key\n", before: nil) == rule.text)
  }

  @Test("versions of requests", arguments: Rule.versions)
  func version(rule: Rule) throws {
    let request = BareRequest(version: rule.bytes)
    #expect(try request.text(after: "Version: ", before: "\n") == rule.text)
  }

  @Test("attributes of requests", arguments: Rule.attributes)
  func attributes(rule: Rule) throws {
    let request = BareRequest(attributes: rule.bytes)
    #expect(
      try request.text(after: "        Attributes:\n", before: "    Signature Algorithm")
        == rule.text)
  }
}
