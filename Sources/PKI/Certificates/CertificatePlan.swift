private import COpenSSL

/// All a certificate authority decides about a certificate, down to the order of its extensions.
public struct CertificatePlan: Sendable {
  /// An extension.
  public enum Extension: Sendable {
    /// The subject alternative name the request asks for; nothing if it asks for none.
    case requestedAlternativeName
    /// The SHA-1 hash of the key.
    case subjectKeyIdentifier
    /// The issuer's subject key identifier, and nothing else.
    case authorityKeyIdentifier
    /// Any other: the numbers of its object identifier and the DER of its value.
    case other(String, isCritical: Bool = false, der: [UInt8])
  }

  /// The bytes of the serial number, the highest first.
  public var serialNumber: [UInt8]
  /// From when to when the certificate is valid.
  public var validity: Validity
  /// Its extensions, in order.
  public var extensions: [Extension]

  /// A plan of those parts.
  public init(serialNumber: [UInt8], validity: Validity, extensions: [Extension]) {
    self.serialNumber = serialNumber
    self.validity = validity
    self.extensions = extensions
  }
}

extension Certificate {
  /// Issues a certificate for the subject and key of `request`, as planned.
  ///
  /// The request's signature is the caller's to check.
  public convenience init(
    for request: CertificateRequest, plan: CertificatePlan, issuer: Certificate, key: PrivateKey
  ) throws(OpenSSLError) {
    let draft = try CertificateDraft(
      for: X509_REQ_get0_pubkey(request.pointer), validity: plan.validity)
    try draft.setNames(
      subject: X509_REQ_get_subject_name(request.pointer),
      issuer: X509_get_subject_name(issuer.pointer))
    let names = request.alternativeNames()
    defer { X509_EXTENSION_free(names) }
    try draft.apply(plan, alternativeNames: names, issuer: issuer)
    self.init(adopting: try draft.signed(by: key))
  }

  /// Issues a certificate for an authority of that name whose key is `key`, as planned.
  ///
  /// - Parameter issuer: who issues it, with the private key; nil for a root, which does itself.
  public convenience init(
    authority subject: DistinguishedName, key: PrivateKey, plan: CertificatePlan,
    issuer: (certificate: Certificate, key: PrivateKey)? = nil
  ) throws(OpenSSLError) {
    let draft = try CertificateDraft(for: key.pointer, validity: plan.validity)
    try subject.write(to: draft.subject)
    try draft.setNames(
      subject: draft.subject,
      issuer: issuer.map { X509_get_subject_name($0.certificate.pointer) } ?? draft.subject)
    try draft.apply(plan, alternativeNames: nil, issuer: issuer?.certificate)
    self.init(adopting: try draft.signed(by: issuer?.key ?? key))
  }
}

extension CertificateDraft {
  /// Gives the draft the plan's serial number and extensions.
  ///
  /// - Parameter alternativeNames: `X509_EXTENSION *`, borrowed; nil if none are asked for.
  func apply(
    _ plan: CertificatePlan, alternativeNames: OpaquePointer?, issuer: Certificate?
  ) throws(OpenSSLError) {
    try setSerialNumber(plan.serialNumber)
    for entry in plan.extensions {
      switch entry {
      case .requestedAlternativeName:
        if let alternativeNames { try add(alternativeNames) }
      case .subjectKeyIdentifier:
        try add(NID_subject_key_identifier, "hash")
      case .authorityKeyIdentifier:
        try add(NID_authority_key_identifier, "keyid", issuer: issuer)
      case .other(let identifier, let isCritical, let der):
        try add(der: der, as: identifier, isCritical: isCritical)
      }
    }
  }
}
