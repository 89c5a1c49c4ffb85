private import COpenSSL
public import Time

/// From when to when a certificate is valid.
public struct Validity: Sendable, Equatable {
  /// The first second.
  public let notBefore: UnixTime
  /// The last second.
  public let notAfter: UnixTime

  /// A span from `notBefore` over whole days of 86,400 seconds.
  public init(from notBefore: UnixTime, days: Int) {
    self.notBefore = notBefore
    self.notAfter = notBefore + .days(days)
  }

  /// A span between two seconds.
  public init(from notBefore: UnixTime, until notAfter: UnixTime) {
    self.notBefore = notBefore
    self.notAfter = notAfter
  }

  /// The same span, cut off at `end` if it is longer.
  public func ending(by end: UnixTime?) -> Validity {
    Validity(from: notBefore, until: min(notAfter, end ?? notAfter))
  }
}

/// A certificate before it is signed.
struct CertificateDraft: ~Copyable {
  /// `X509 *`, owned until signed.
  private let pointer: OpaquePointer

  /// A version 3 certificate with a random serial number of 63 bits.
  init(for publicKey: OpaquePointer?, validity: Validity) throws(OpenSSLError) {
    let draft = try made(X509_new())
    do throws(OpenSSLError) {
      try succeeded(X509_set_version(draft, Int(X509_VERSION_3)))
      try Self.setRandomSerialNumber(of: draft)
      _ = try made(ASN1_TIME_set(X509_getm_notBefore(draft), time_t(validity.notBefore)))
      _ = try made(ASN1_TIME_set(X509_getm_notAfter(draft), time_t(validity.notAfter)))
      try succeeded(X509_set_pubkey(draft, publicKey))
    } catch {
      X509_free(draft)
      throw error
    }
    pointer = draft
  }

  deinit { X509_free(pointer) }

  /// The subject's `X509_NAME`, to write to.
  var subject: OpaquePointer? { X509_get_subject_name(pointer) }

  /// Names the subject and, unless the certificate is self-signed, its issuer.
  func setNames(subject: OpaquePointer?, issuer: OpaquePointer?) throws(OpenSSLError) {
    try succeeded(X509_set_subject_name(pointer, subject))
    try succeeded(X509_set_issuer_name(pointer, issuer))
  }

  /// Adds an extension in the words of OpenSSL's configuration files.
  ///
  /// Only for fixed words: typed text could carry its syntax. `issuer` is nil for a certificate
  /// that signs itself.
  func add(_ nid: Int32, _ words: String, issuer: Certificate? = nil) throws(OpenSSLError) {
    var context = X509V3_CTX()
    X509V3_set_ctx(&context, issuer?.pointer ?? pointer, pointer, nil, nil, 0)
    let entry = try made(X509V3_EXT_conf_nid(nil, &context, nid, words))
    defer { X509_EXTENSION_free(entry) }
    try succeeded(X509_add_ext(pointer, entry, -1))
  }

  /// Adds all of `extensions`, in order.
  func add(_ extensions: borrowing ExtensionList) throws(OpenSSLError) {
    for index in 0..<OPENSSL_sk_num(extensions.pointer) {
      try add(OpaquePointer(OPENSSL_sk_value(extensions.pointer, index)))
    }
  }

  /// Adds a copy of an `X509_EXTENSION *`.
  func add(_ entry: OpaquePointer?) throws(OpenSSLError) {
    try succeeded(X509_add_ext(pointer, entry, -1))
  }

  /// Signs with SHA-256; returns the finished `X509 *`, owned by the caller.
  consuming func signed(by key: PrivateKey) throws(OpenSSLError) -> OpaquePointer {
    try succeeded(X509_sign(pointer, key.pointer, EVP_sha256()))
    try succeeded(X509_up_ref(pointer))
    return pointer
  }

  /// Replaces the random serial number by a number of those bytes, the highest first.
  func setSerialNumber(_ bytes: [UInt8]) throws(OpenSSLError) {
    let number = try made(BN_bin2bn(bytes, Int32(clamping: bytes.count), nil))
    defer { BN_free(number) }
    _ = try made(BN_to_ASN1_INTEGER(number, X509_get_serialNumber(pointer)))
  }

  /// Adds an extension by its object identifier and the DER of its value.
  func add(der: [UInt8], as identifier: String, isCritical: Bool) throws(OpenSSLError) {
    // The second argument keeps names out: only numbers are meant.
    let object = try made(OBJ_txt2obj(identifier, 1))
    defer { ASN1_OBJECT_free(object) }
    let value = try made(ASN1_OCTET_STRING_new())
    defer { ASN1_OCTET_STRING_free(value) }
    try succeeded(ASN1_OCTET_STRING_set(value, der, Int32(clamping: der.count)))
    let entry = try made(X509_EXTENSION_create_by_OBJ(nil, object, isCritical ? 1 : 0, value))
    defer { X509_EXTENSION_free(entry) }
    try succeeded(X509_add_ext(pointer, entry, -1))
  }

  private static func setRandomSerialNumber(of draft: OpaquePointer) throws(OpenSSLError) {
    let number = try made(BN_new())
    defer { BN_free(number) }
    try succeeded(BN_rand(number, 63, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY))
    _ = try made(BN_to_ASN1_INTEGER(number, X509_get_serialNumber(draft)))
  }
}
