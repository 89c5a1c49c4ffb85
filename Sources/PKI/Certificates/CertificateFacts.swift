private import COpenSSL

/// What one certificate has to do with another, and whom it names.
extension Certificate {
  /// Whether the key in `issuer` signed it, whatever name it gives its issuer.
  public func isSigned(by issuer: Certificate) -> Bool {
    Algorithms.load()
    defer { ERR_clear_error() }
    guard let key = issuer.publicKey else { return false }
    return padded?.isSigned(in: pointer, by: key) ?? (X509_verify(pointer, key) == 1)
  }

  /// Whether it names `issuer` as its issuer, whoever signed it.
  public func namesIssuer(_ issuer: Certificate) -> Bool {
    X509_NAME_cmp(X509_get_issuer_name(pointer), issuer.subjectName) == 0
  }

  /// Whether it is for the same key as `other`.
  public func hasKey(of other: Certificate) -> Bool { hasSameKey(as: other) }

  /// Whether it is for the key of a request.
  public func hasKey(of request: CertificateRequest) -> Bool { hasSameKey(as: request) }

  /// The subject as `pki inspect` shows it; any bytes may stand in it.
  public var subjectText: String { text(of: subjectName) }

  /// The issuer as `pki inspect` shows it; any bytes may stand in it.
  public var issuerText: String { text(of: X509_get_issuer_name(pointer)) }

  /// The alternative names as they are listed, up to a hundred; any bytes may stand in them.
  public var listedNames: [String] { listedAlternativeNames }
}

extension CertificateRequest {
  /// The subject asked for as `pki inspect` shows it; any bytes may stand in it.
  public var subjectText: String { text(of: subjectName) }

  /// The alternative names asked for as they are listed, up to a hundred.
  public var listedNames: [String] { listedAlternativeNames }
}

extension NamesHolder {
  /// Whether both have one key.
  fileprivate func hasSameKey(as other: some NamesHolder) -> Bool {
    defer { ERR_clear_error() }
    guard let key = publicKey, let otherKey = other.publicKey else { return false }
    return EVP_PKEY_eq(key, otherKey) == 1
  }

  /// - Parameter name: `X509_NAME *`
  fileprivate func text(of name: OpaquePointer?) -> String {
    var buffer = TextBuffer(capacity: 256)
    buffer.write(name: name)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  fileprivate var listedAlternativeNames: [String] {
    guard let entry = alternativeNames() else { return [] }
    defer {
      X509_EXTENSION_free(entry)
      ERR_clear_error()
    }
    guard let list = X509V3_EXT_d2i(entry) else { return [] }
    defer { GENERAL_NAMES_free(OpaquePointer(list)) }
    return Stack(UnsafeRawPointer(list)).prefix(100).map { name in
      var buffer = TextBuffer(capacity: 64)
      buffer.write(listedValueOf: GeneralName(name))
      return String(decoding: buffer.bytes, as: UTF8.self)
    }
  }
}
