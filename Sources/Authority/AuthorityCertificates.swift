public import PKI
public import Time

extension CertificateAuthority {
  /// The self-signed certificate AD CS makes when a root authority is set up (workstation.md 2.3).
  ///
  /// - Parameters:
  ///   - years: how long it is valid, by the calendar, besides the ten minutes it starts early.
  ///   - days: how long it is valid instead, for one that was made otherwise.
  ///   - random: half of the 16 bytes of the serial number, called twice.
  public static func root(
    named name: DistinguishedName, key: PrivateKey, years: Int, days: Int? = nil, now: UnixTime,
    random: () -> UInt64 = { .random(in: 0 ... .max) }
  ) throws(OpenSSLError) -> Certificate {
    let plan = CertificatePlan(
      serialNumber: SerialNumber.ofAuthority(random),
      validity: validity(years: years, days: days, now: now),
      extensions: [templateName("CA"), keyUsage, basicConstraints, .subjectKeyIdentifier, version])
    return try Certificate(authority: name, key: key, plan: plan)
  }

  /// The certificate of an authority below another one.
  ///
  /// The order is RECALLED from certificates of AD CS subordinate authorities.
  ///
  /// - Parameters:
  ///   - issuer: the certificate above, with its private key.
  ///   - directory: where the issuer publishes.
  public static func subordinate(
    named name: DistinguishedName, key: PrivateKey,
    issuer: (certificate: Certificate, key: PrivateKey), directory: DirectoryNames, years: Int,
    days: Int? = nil, now: UnixTime, random: () -> UInt64 = { .random(in: 0 ... .max) }
  ) throws(OpenSSLError) -> Certificate {
    let plan = CertificatePlan(
      serialNumber: SerialNumber.ofAuthority(random),
      validity: validity(years: years, days: days, now: now)
        .ending(by: issuer.certificate.validity?.notAfter),
      extensions: [
        version, .subjectKeyIdentifier, templateName("SubCA"), keyUsage, basicConstraints,
        .authorityKeyIdentifier, TemplateExtensions.revocationList(at: directory),
        TemplateExtensions.issuerCertificate(at: directory),
      ])
    return try Certificate(authority: name, key: key, plan: plan, issuer: issuer)
  }

  /// `DC=lab, DC=cms, CN=cms-CMSLAB-AD-CA`: the name AD CS gives an authority in that place.
  public static func name(in directory: DirectoryNames) -> DistinguishedName {
    DistinguishedName(
      directory.domain.reversed().map { (.domainComponent, $0) }
        + [(.commonName, directory.authority)],
      form: .printable)
  }

  private static func validity(years: Int, days: Int?, now: UnixTime) -> Validity {
    if let days { return Validity(from: now - backdating, until: now + .days(days)) }
    var end = CalendarTime(now)
    end.year += min(max(years, 0), 1_000)
    return Validity(from: now - backdating, until: end.unixTime)
  }

  /// The template's name in the form of Windows 2000, which knew no other.
  private static func templateName(_ name: String) -> CertificatePlan.Extension {
    .other("1.3.6.1.4.1.311.20.2", der: DERWriter.bmpString(name))
  }

  /// Digital signature, certificate signing and revocation list signing.
  private static let keyUsage =
    CertificatePlan.Extension.other(
      "2.5.29.15", isCritical: true, der: DERWriter.bitString(0x86, unused: 1))

  /// `CA:TRUE`, without a path length.
  private static let basicConstraints =
    CertificatePlan.Extension.other(
      "2.5.29.19", isCritical: true, der: DERWriter.sequence(DERWriter.boolean(true)))

  /// Which renewal of the authority's certificate and key this is: the first of both.
  private static let version =
    CertificatePlan.Extension.other("1.3.6.1.4.1.311.21.1", der: DERWriter.integer(0))
}
