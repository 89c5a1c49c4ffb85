private import COpenSSL

extension Certificate {
  /// Takes the certificate that belongs to the private key out of a PKCS #12 container.
  ///
  /// - Parameter rules: whose ciphers are known.
  /// - Throws: an error with an ``OpenSSLError/excess`` if that would take long;
  ///   ``OpenSSLError/wrongPassword``, ``OpenSSLError/unknownCipher``, ``OpenSSLError/missingKey``
  ///   or ``OpenSSLError/missingCertificate``; another error if the bytes are no container.
  public convenience init(
    pkcs12: [UInt8], password: String, by rules: VerificationRules = .openSSL3
  ) throws(OpenSSLError) {
    guard pkcs12.count <= Excess.mostBytes else { throw .fileTooLarge }
    Algorithms.load()
    defer { ERR_clear_error() }
    let container = try pkcs12.withUnsafeBufferPointer { (buffer) throws(OpenSSLError) in
      var next = buffer.baseAddress
      return try made(d2i_PKCS12(nil, &next, buffer.count))
    }
    defer { PKCS12_free(container) }
    var contents = PKCS12Contents(by: rules)
    try contents.open(container, password: password)
    guard let key = contents.key else { throw .missingKey }
    guard let certificate = contents.certificates.first(where: { $0.matches(key) }) else {
      throw .missingCertificate
    }
    X509_up_ref(certificate.pointer)
    self.init(adopting: certificate.pointer)
  }
}

/// What is in a PKCS #12 container.
///
/// OpenSSL has one call for this, but it does whatever work the container asks for.
private struct PKCS12Contents {
  /// The first private key.
  private(set) var key: PrivateKey?
  private(set) var certificates: [Certificate] = []
  /// A C string, or nil: tools differ in what no password is.
  private var password: [CChar]?
  private var work: KeyDerivation

  init(by rules: VerificationRules) { work = KeyDerivation(by: rules) }

  /// - Parameter container: `PKCS12 *`
  mutating func open(_ container: OpaquePointer, password: String) throws(OpenSSLError) {
    try check(container, password: password)
    let safes = try made(PKCS12_unpack_authsafes(container))
    defer {
      OPENSSL_sk_pop_free(safes) { PKCS7_free($0?.assumingMemoryBound(to: PKCS7.self)) }
    }
    for safe in Stack(safes) {
      try open(UnsafeMutablePointer(mutating: safe.assumingMemoryBound(to: PKCS7.self)))
    }
  }

  /// Checks the password by the container's seal, if it has one.
  private mutating func check(
    _ container: OpaquePointer, password typed: String
  ) throws(OpenSSLError) {
    password = typed.isEmpty ? nil : Array(typed.utf8CString)
    guard PKCS12_mac_present(container) == 1 else { return }
    var algorithm: UnsafePointer<X509_ALGOR>?
    var iterations: UnsafePointer<ASN1_INTEGER>?
    PKCS12_get0_mac(nil, &algorithm, nil, &iterations, container)
    let count = StringView(iterations).map {
      $0.bytes.bitCount < 32 ? ASN1_INTEGER_get(iterations) : .max
    }
    for candidate in password == nil ? [nil, [0]] : [password] {
      try work.spend(algorithm)
      try work.spend(iterations: max(1, count ?? 1))
      password = candidate
      ERR_clear_error()
      if PKCS12_verify_mac(container, candidate, -1) == 1 { return }
    }
    // A seal that was computed and differs is no error to OpenSSL.
    throw ERR_peek_error() == 0 ? .wrongPassword : .unknownCipher
  }

  private mutating func open(_ safe: UnsafeMutablePointer<PKCS7>) throws(OpenSSLError) {
    let bags: OpaquePointer
    switch OBJ_obj2nid(safe.pointee.type) {
    case NID_pkcs7_data:
      bags = try made(PKCS12_unpack_p7data(safe))
    case NID_pkcs7_encrypted:
      try work.spend(safe.pointee.d.encrypted?.pointee.enc_data?.pointee.algorithm)
      ERR_clear_error()
      bags = try decrypted(PKCS12_unpack_p7encdata(safe, password, -1))
    default: return
    }
    defer { OPENSSL_sk_pop_free(bags) { PKCS12_SAFEBAG_free($0.map { OpaquePointer($0) }) } }
    for bag in Stack(bags) { try take(OpaquePointer(bag)) }
  }

  /// - Parameter bag: `PKCS12_SAFEBAG *`
  private mutating func take(_ bag: OpaquePointer) throws(OpenSSLError) {
    switch PKCS12_SAFEBAG_get_nid(bag) {
    case NID_keyBag where key == nil:
      key = try PrivateKey(info: made(PKCS12_SAFEBAG_get0_p8inf(bag)))
    case NID_pkcs8ShroudedKeyBag where key == nil:
      var algorithm: UnsafePointer<X509_ALGOR>?
      X509_SIG_get0(PKCS12_SAFEBAG_get0_pkcs8(bag), &algorithm, nil)
      try work.spend(algorithm)
      ERR_clear_error()
      let info = try decrypted(PKCS12_decrypt_skey(bag, password, -1))
      defer { PKCS8_PRIV_KEY_INFO_free(info) }
      key = try PrivateKey(info: info)
    case NID_certBag:
      guard certificates.count < Excess.mostElements else { throw .tooManyElements }
      if let certificate = PKCS12_SAFEBAG_get1_cert(bag) {
        certificates.append(Certificate(adopting: certificate))
      }
    case NID_safeContentsBag:
      for inner in Stack(PKCS12_SAFEBAG_get0_safes(bag)) { try take(OpaquePointer(inner)) }
    default: break
    }
  }
}
