internal import PKI

/// The extensions Microsoft's policy module puts into a certificate, in its order (workstation.md
/// 2.3, from a certificate whose request named the subject).
enum TemplateExtensions {
  /// Key usage, extended key usage and application policies are those of a template for TLS servers
  /// and clients.
  static func list(
    for template: CertificateTemplate, directory: DirectoryNames
  ) -> [CertificatePlan.Extension] {
    let purposes = [clientAuthentication, serverAuthentication].compactMap(
      DERWriter.objectIdentifier)
    return [
      .requestedAlternativeName,
      .subjectKeyIdentifier,
      .authorityKeyIdentifier,
      revocationList(at: directory),
      issuerCertificate(at: directory),
      // Digital signature and key encipherment.
      .other("2.5.29.15", isCritical: true, der: DERWriter.bitString(0xA0, unused: 5)),
      .other("1.3.6.1.4.1.311.21.7", der: information(of: template)),
      .other("2.5.29.37", der: DERWriter.sequence(of: purposes)),
      .other(
        "1.3.6.1.4.1.311.21.10",
        der: DERWriter.sequence(of: purposes.map { DERWriter.sequence($0) })),
    ]
  }

  /// One distribution point with one full name.
  static func revocationList(at directory: DirectoryNames) -> CertificatePlan.Extension {
    let url = uri(directory.revocationList)
    return .other(
      "2.5.29.31",
      der: DERWriter.sequence(DERWriter.sequence(DERWriter.tagged(0, DERWriter.tagged(0, url)))))
  }

  /// One way of access: the issuer's certificate.
  static func issuerCertificate(at directory: DirectoryNames) -> CertificatePlan.Extension {
    let method = DERWriter.objectIdentifier("1.3.6.1.5.5.7.48.2") ?? []
    return .other(
      "1.3.6.1.5.5.7.1.1",
      der: DERWriter.sequence(DERWriter.sequence(method, uri(directory.issuerCertificate))))
  }

  private static let serverAuthentication = "1.3.6.1.5.5.7.3.1"
  private static let clientAuthentication = "1.3.6.1.5.5.7.3.2"

  private static func information(of template: CertificateTemplate) -> [UInt8] {
    DERWriter.sequence(
      DERWriter.objectIdentifier(template.objectIdentifier) ?? [],
      DERWriter.integer(template.majorVersion),
      DERWriter.integer(template.minorVersion))
  }

  /// A GeneralName that is a URI.
  private static func uri(_ text: String) -> [UInt8] {
    DERWriter.tagged(6, isConstructed: false, Array(text.utf8))
  }
}
