public import PKI

extension CertificateAuthority {
  /// Issues a certificate once more, without a request and at any time: for the same key and, but
  /// for `change`, the same names. Nobody asked, so it takes no number and is no event.
  ///
  /// - Parameters:
  ///   - template: one of those it publishes.
  ///   - span: how long it is valid; it starts ten minutes earlier and ends with the authority.
  ///   - requestID: the number that its serial number repeats.
  public func renew(
    _ certificate: Certificate, changedBy change: NameChange? = nil,
    template: CertificateTemplate, span: Validity, requestID: UInt32
  ) throws(OpenSSLError) -> Certificate {
    let validity = Validity(from: span.notBefore - Self.backdating, until: span.notAfter)
    let plan = CertificatePlan(
      serialNumber: serialNumber.bytes(requestID: requestID, random: random()),
      validity: validity.ending(by: self.certificate.validity?.notAfter),
      extensions: TemplateExtensions.list(for: template, directory: directory))
    return try Certificate(
      renewing: certificate, changedBy: change, plan: plan, issuer: self.certificate, key: key)
  }

  /// When a certificate of such an authority was issued, and until when it is valid; nil if its
  /// times cannot be read.
  public static func span(of certificate: Certificate) -> Validity? {
    certificate.validity.map {
      Validity(from: $0.notBefore + backdating, until: $0.notAfter)
    }
  }
}
