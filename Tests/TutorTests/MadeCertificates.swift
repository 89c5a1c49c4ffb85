import Appliance
import Lab
import PKI
import Testing

/// Certificates that are made for a test, without key identifiers: an issuer is found by its name.
final class MadeCertificates {
  private let window: WhyCase
  private var serial: UInt8 = 0

  init(in window: WhyCase) { self.window = window }

  /// A key that is made on the appliance, and the request that belongs to it, as `name.key`.
  func request(_ name: String) throws -> (key: PrivateKey, request: CertificateRequest) {
    window.type("pki csr \(name) CN:\(name).pod7.cms.lab")
    let key = try #require(held("\(name).key")?.privateKey)
    return (key, try #require(held("\(name).csr")?.request))
  }

  /// What is in a file of the appliance.
  func held(_ name: String) -> PKIFile? {
    window.world.appliances[window.host]?.contents(of: name).map { PKIFile($0) }
  }

  /// An authority's certificate; a root without an issuer.
  func authority(
    _ name: String, _ key: PrivateKey, issuer: (Certificate, PrivateKey)? = nil, days: Int = 3_650
  ) throws -> Certificate {
    let kinds: [(DistinguishedName.Attribute, String)] = [(.commonName, name)]
    return try Certificate(
      authority: DistinguishedName(kinds), key: key,
      plan: plan(days: days, [0x30, 0x03, 0x01, 0x01, 0xFF]), issuer: issuer)
  }

  /// A server's certificate.
  func leaf(
    _ request: CertificateRequest, issuer: Certificate, _ key: PrivateKey
  ) throws -> Certificate {
    try Certificate(for: request, plan: plan(days: 3_650, [0x30, 0x00]), issuer: issuer, key: key)
  }

  /// Stores certificates in one file.
  func store(_ certificates: Certificate..., as name: String) throws {
    try store(bytes: certificates.flatMap(\.pem), as: name)
  }

  /// Stores a file.
  func store(bytes: [UInt8], as name: String) throws {
    try window.world.appliances[window.host]?.store(FileStore.File(name: name, contents: bytes))
  }

  private func plan(days: Int, _ constraints: [UInt8]) -> CertificatePlan {
    serial += 1
    return CertificatePlan(
      serialNumber: [serial], validity: Validity(from: WhyCase.now - 100 * 86_400, days: days),
      extensions: [.other("2.5.29.19", isCritical: true, der: constraints)])
  }
}
