private import COpenSSL

extension PrivateKey {
  /// Opens the encrypted private key in `file`, PEM or DER, traditional or PKCS #8.
  ///
  /// - Throws: if the password is wrong or the file holds no encrypted key.
  public convenience init(unlocking file: [UInt8], password: String) throws(OpenSSLError) {
    Legacy.load()
    let key = lending(password) { password in
      MemoryBIO.reading(file) { PEM_read_bio_PrivateKey($0, nil, providePassword, password) }
        ?? MemoryBIO.reading(file) { d2i_PKCS8PrivateKey_bio($0, nil, providePassword, password) }
    }
    defer { ERR_clear_error() }
    self.init(adopting: try made(key))
  }
}

extension Certificate {
  /// Takes the certificate that belongs to the private key out of a PKCS #12 container.
  ///
  /// - Throws: if the password is wrong, the bytes are no container, or it holds no such
  ///   certificate.
  public convenience init(pkcs12: [UInt8], password: String) throws(OpenSSLError) {
    Legacy.load()
    let container = try pkcs12.withUnsafeBufferPointer { (buffer) throws(OpenSSLError) in
      var next = buffer.baseAddress
      return try made(d2i_PKCS12(nil, &next, buffer.count))
    }
    defer { PKCS12_free(container) }
    var key: OpaquePointer?
    var certificate: OpaquePointer?
    let result = PKCS12_parse(container, password, &key, &certificate, nil)
    EVP_PKEY_free(key)
    try succeeded(result)
    self.init(adopting: try made(certificate))
  }
}

/// Ciphers of the past that trainees' files still use (DES, RC2), kept by OpenSSL 3.0 in a module
/// of their own.
private enum Legacy {
  static func load() { _ = providers }

  /// Loaded once and never given back: keys made with them may outlive any owner.
  nonisolated(unsafe) private static let providers: [OpaquePointer?] = {
    defer { ERR_clear_error() }
    // Naming any provider ends the automatic loading of the default one.
    return ["default", "legacy"].map { (name: String) in OSSL_PROVIDER_load(nil, name) }
  }()
}

/// Lends the password to a callback of OpenSSL's.
private func lending<Result>(
  _ password: String, _ body: (UnsafeMutableRawPointer) -> Result
) -> Result {
  var bytes = Array(password.utf8)
  return bytes.withUnsafeMutableBufferPointer { buffer in
    withUnsafeMutablePointer(to: &buffer) { body(UnsafeMutableRawPointer($0)) }
  }
}

/// OpenSSL's callback: copies the lent password into `target`, or fails if it does not fit.
private func providePassword(
  _ target: UnsafeMutablePointer<CChar>?, _ size: Int32, _ isForWriting: Int32,
  _ lent: UnsafeMutableRawPointer?
) -> Int32 {
  guard let target,
    let password = lent?.load(as: UnsafeMutableBufferPointer<UInt8>.self), password.count <= size
  else { return -1 }
  for (index, byte) in password.enumerated() { target[index] = CChar(bitPattern: byte) }
  return Int32(clamping: password.count)
}
