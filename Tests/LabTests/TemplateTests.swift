import Authority
import PKI
import Testing
import Workstation

@testable import Lab

@Suite("Templates of a world")
struct TemplateTests {
  private func templates(_ authority: String) throws -> [CertificateTemplate] {
    let yaml = "purpose: x\nworld: {authority: \(authority)}"
    let scenario = try Scenario(name: "x", source: Array(yaml.utf8))
    let world = try World(scenario: scenario, now: { WorldTests.now })
    let config = #"cmslab-ad.cms.lab\cms-CMSLAB-AD-CA"#
    guard case .reached(let authority) = world.workstation.network.authority(at: config) else {
      return []
    }
    return authority.templates
  }

  private static let page = "ClientandServerAuthentication"

  @Test("the page's world has one: RSA keys of 2048 bits, two years")
  func page() throws {
    #expect(
      try templates("{}") == [
        CertificateTemplate(
          name: Self.page, validityDays: 730, algorithm: .rsa, minimumKey: 2048)
      ])
  }

  @Test("what the authority says holds for all that say nothing else")
  func defaults() throws {
    let yaml =
      "{template: T, days: 9, minimumKey: 4096, templates: "
      + "{A: {}, B: {days: 8, minimumKey: 1024}, C: {algorithm: ECDSA_P384}}}"
    #expect(
      try templates(yaml) == [
        CertificateTemplate(name: "T", validityDays: 9, minimumKey: 4096),
        CertificateTemplate(name: "A", validityDays: 9, minimumKey: 4096),
        CertificateTemplate(name: "B", validityDays: 8, minimumKey: 1024),
        CertificateTemplate(name: "C", validityDays: 9, algorithm: .p384, minimumKey: 384),
      ])
  }

  @Test("`template` may be among `templates`, in any letters")
  func own() throws {
    let yaml = "{templates: {clientandSERVERauthentication: {algorithm: ECDSA_P256}}}"
    #expect(try templates(yaml) == [CertificateTemplate(name: Self.page, algorithm: .p256)])
  }

  @Test("certificates that a world begins with were issued before its templates became strict")
  func before() throws {
    let yaml = "purpose: x\npage: done\nworld: {authority: {minimumKey: 16384}}"
    let scenario = try Scenario(name: "x", source: Array(yaml.utf8))
    _ = try World(scenario: scenario, now: { WorldTests.now })
    #expect(try templates("{minimumKey: 16384}").map(\.minimumKey) == [16_384])
  }

  @Test(
    "what cannot be is refused",
    arguments: [
      ("{minimumKey: 0}", "world.authority.minimumKey: 1 to 16384 is possible here, not 0"),
      ("{algorithm: RAS}", "`RAS` is not possible here; did you mean `RSA`?"),
      ("{templates: {A: {minimumKey: 16385}}}", "templates.A.minimumKey: 1 to 16384 is possible"),
      ("{templates: {A: {name: b}}}", "templates.A.name: unknown key"),
      ("{templates: {'a b': {}}}", "`a b` is no name of a template"),
      ("{templates: {A: {}, a: {}}}", "`a` is there twice"),
      (
        "{algorithm: ECDSA_P256, minimumKey: 2048}",
        "world.authority.minimumKey: no key of ECDSA_P256 has 2048 bits"
      ),
      (
        "{algorithm: ECDSA_P256, templates: {A: {minimumKey: 257}}}",
        "templates.A.minimumKey: no key of ECDSA_P256 has 257 bits"
      ),
      ("{templates: [A]}", "world.authority.templates: a mapping belongs here, not a list"),
    ])
  func refusals(yaml: String, sentence: String) {
    #expect { try templates(yaml) } throws: { "\($0)".contains(sentence) }
  }
}
