private import COpenSSL
import Time

extension Certificate {
  /// Makes a self-signed certificate that may also sign others, as the built-in CA of CMS does.
  ///
  /// Extensions: subject alternative name if given, key identifiers, basic constraints `CA:TRUE`,
  /// key usage for both trades.
  public convenience init(
    selfSignedBy key: PrivateKey, subject: DistinguishedName, alternativeNames: [AlternativeName],
    validity: Validity
  ) throws(OpenSSLError) {
    let draft = try CertificateDraft(for: key.pointer, validity: validity)
    try subject.write(to: draft.subject)
    try draft.setNames(subject: draft.subject, issuer: draft.subject)
    if !alternativeNames.isEmpty {
      let extensions = try ExtensionList()
      try extensions.add(alternativeNames)
      try draft.add(extensions)
    }
    try draft.add(NID_subject_key_identifier, "hash")
    try draft.add(NID_authority_key_identifier, "keyid")
    try draft.add(NID_basic_constraints, "critical,CA:TRUE")
    try draft.add(
      NID_key_usage, "critical,digitalSignature,keyEncipherment,keyCertSign,cRLSign")
    self.init(adopting: try draft.signed(by: key))
  }

  /// Issues a certificate for `request`: its subject, key and extensions, good for TLS servers and
  /// clients.
  ///
  /// It does not outlive `issuer`. The request's signature is the caller's to check.
  public convenience init(
    for request: CertificateRequest, issuer: Certificate, key: PrivateKey, validity: Validity
  ) throws(OpenSSLError) {
    let draft = try CertificateDraft(
      for: X509_REQ_get0_pubkey(request.pointer),
      validity: validity.ending(by: issuer.validity?.notAfter))
    try draft.setNames(
      subject: X509_REQ_get_subject_name(request.pointer),
      issuer: X509_get_subject_name(issuer.pointer))
    try draft.add(try ExtensionList(requestedBy: request))
    try draft.add(NID_subject_key_identifier, "hash")
    try draft.add(NID_authority_key_identifier, "keyid", issuer: issuer)
    try draft.add(NID_key_usage, "critical,digitalSignature,keyEncipherment")
    try draft.add(NID_ext_key_usage, "serverAuth,clientAuth")
    self.init(adopting: try draft.signed(by: key))
  }

  /// The span in which the certificate is valid; nil if its times cannot be read.
  public var validity: Validity? {
    guard let notBefore = Self.time(X509_get0_notBefore(pointer)),
      let notAfter = Self.time(X509_get0_notAfter(pointer))
    else { return nil }
    return Validity(from: notBefore, until: notAfter)
  }

  private static func time(_ time: UnsafePointer<ASN1_TIME>?) -> UnixTime? {
    guard let epoch = ASN1_TIME_set(nil, 0) else { return nil }
    defer {
      ASN1_STRING_free(epoch)
      ERR_clear_error()
    }
    var days: Int32 = 0
    var seconds: Int32 = 0
    guard ASN1_TIME_diff(&days, &seconds, epoch, time) == 1 else { return nil }
    return .days(Int(days)) + UnixTime(seconds)
  }
}
