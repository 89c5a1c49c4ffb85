private import COpenSSL

extension Certificate: NamesHolder {
  var subjectName: OpaquePointer? { X509_get_subject_name(pointer) }
  var publicKey: OpaquePointer? { X509_get0_pubkey(pointer) }

  func alternativeNames() -> OpaquePointer? {
    let index = X509_get_ext_by_NID(pointer, NID_subject_alt_name, -1)
    return index < 0 ? nil : X509_EXTENSION_dup(X509_get_ext(pointer, index))
  }

  /// Issues a certificate once more, as planned: for the same key and, but for `change`, the same
  /// names.
  public convenience init(
    renewing certificate: Certificate, changedBy change: NameChange? = nil, plan: CertificatePlan,
    issuer: Certificate, key: PrivateKey
  ) throws(OpenSSLError) {
    let draft = try CertificateDraft(for: certificate.publicKey, validity: plan.validity)
    let subject = try certificate.subject(changedBy: change)
    defer { X509_NAME_free(subject) }
    try draft.setNames(subject: subject, issuer: X509_get_subject_name(issuer.pointer))
    let names = try certificate.alternativeNames(changedBy: change)
    defer { X509_EXTENSION_free(names) }
    try draft.apply(plan, alternativeNames: names, issuer: issuer)
    self.init(adopting: try draft.signed(by: key))
  }

  /// The subject's common name; nil if it has none.
  public var commonName: String? { holderName }

  /// Whether `name` is among the alternative names.
  public func names(_ name: AlternativeName) -> Bool { hasAlternativeName(name) }

  /// Whether it may issue certificates.
  public var isAuthority: Bool { X509_check_ca(pointer) > 0 }

  /// Whether it names `issuer` as its issuer, and the issuer's key signed it.
  public func isIssued(by issuer: Certificate) -> Bool {
    Algorithms.load()
    defer { ERR_clear_error() }
    let name = X509_get_issuer_name(pointer)
    return X509_NAME_cmp(name, X509_get_subject_name(issuer.pointer)) == 0
      && X509_verify(pointer, X509_get0_pubkey(issuer.pointer)) == 1
  }
}

extension CertificateRequest: NamesHolder {
  var subjectName: OpaquePointer? { X509_REQ_get_subject_name(pointer) }
  var publicKey: OpaquePointer? { X509_REQ_get0_pubkey(pointer) }

  func alternativeNames() -> OpaquePointer? {
    let requested = X509_REQ_get_extensions(pointer)
    defer { OPENSSL_sk_pop_free(requested) { X509_EXTENSION_free(OpaquePointer($0)) } }
    let index = X509v3_get_ext_by_NID(requested, NID_subject_alt_name, -1)
    return index < 0 ? nil : X509_EXTENSION_dup(X509v3_get_ext(requested, index))
  }

  /// Makes a request once more, signed by `key`, which need not be the one it was made with: for,
  /// but for `change`, the same names.
  public convenience init(
    renewing request: CertificateRequest, changedBy change: NameChange? = nil, key: PrivateKey
  ) throws(OpenSSLError) {
    self.init(adopting: try made(X509_REQ_new()))
    try succeeded(X509_REQ_set_version(pointer, Int(X509_REQ_VERSION_1)))
    let subject = try request.subject(changedBy: change)
    defer { X509_NAME_free(subject) }
    try succeeded(X509_REQ_set_subject_name(pointer, subject))
    try succeeded(X509_REQ_set_pubkey(pointer, key.pointer))
    if let names = try request.alternativeNames(changedBy: change) {
      let extensions = try ExtensionList(owning: names)
      try succeeded(X509_REQ_add_extensions(pointer, extensions.pointer))
    }
    try succeeded(X509_REQ_sign(pointer, key.pointer, EVP_sha256()))
  }

  /// The common name asked for; nil if there is none.
  public var commonName: String? { holderName }

  /// Whether `name` is among the alternative names asked for.
  public func names(_ name: AlternativeName) -> Bool { hasAlternativeName(name) }

  /// Whether `key` is the private half of the key in the request.
  public func matches(_ key: PrivateKey) -> Bool {
    defer { ERR_clear_error() }
    return X509_REQ_check_private_key(pointer, key.pointer) == 1
  }
}
