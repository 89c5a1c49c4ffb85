private import COpenSSL

extension PKIFile {
  /// The file with the password taken off its first encrypted private key. Other blocks and the
  /// text around them stay as they are; a DER file becomes the key's PEM form.
  ///
  /// - Parameter rules: whose ciphers are known.
  /// - Throws: ``OpenSSLError/wrongPassword`` or ``OpenSSLError/unknownCipher``; another error if
  ///   the file holds no encrypted key, or none that can be read once opened.
  public static func unlock(
    _ file: [UInt8], password: String, by rules: VerificationRules = .openSSL3
  ) throws(OpenSSLError) -> [UInt8] {
    Algorithms.load()
    defer { ERR_clear_error() }
    // It may be another file than that of which somebody was asked for the password.
    guard file.count <= Excess.mostBytes else { throw .fileTooLarge }
    let blocks = PEMBlock.blocks(in: file, upTo: Excess.mostElements + 1)
    guard blocks.count <= Excess.mostElements else { throw .tooManyElements }
    if blocks.isEmpty { return try PrivateKey(unlocking: file, password: password, by: rules).pem }
    guard let block = blocks.lazy.compactMap({ $0 }).first(where: \.isLockedKey) else {
      throw OpenSSLError.drain()
    }
    let key =
      block.isEncrypted
      ? try PrivateKey(unlocking: block, password: password, by: rules)
      : try PrivateKey(unlocking: block.der, password: password, by: rules)
    return file[..<block.range.lowerBound] + key.pem + file[block.range.upperBound...]
  }
}

extension PrivateKey {
  /// Opens a key encrypted as PKCS #8 does it.
  fileprivate convenience init(
    unlocking der: [UInt8], password: String, by rules: VerificationRules
  ) throws(OpenSSLError) {
    try der.withUnsafeBufferPointer { (buffer) throws(OpenSSLError) in
      var work = KeyDerivation(by: rules)
      try work.spend(onOpening: buffer)
    }
    let sealed = try der.withUnsafeBufferPointer { (buffer) throws(OpenSSLError) in
      var next = buffer.baseAddress
      return try made(d2i_X509_SIG(nil, &next, buffer.count))
    }
    defer { X509_SIG_free(sealed) }
    let password = Array(password.utf8CString)
    ERR_clear_error()
    let info = try decrypted(PKCS8_decrypt(sealed, password, Int32(clamping: password.count - 1)))
    defer { PKCS8_PRIV_KEY_INFO_free(info) }
    try self.init(info: info)
  }

  /// Opens a key encrypted in the traditional way.
  fileprivate convenience init(
    unlocking block: PEMBlock, password: String, by rules: VerificationRules
  ) throws(OpenSSLError) {
    var (header, der, count) = (block.header, block.der, block.der.count)
    var cipher = EVP_CIPHER_INFO()
    guard PEM_get_EVP_CIPHER_INFO(&header, &cipher) == 1 else {
      let error = OpenSSLError.drain()
      throw ERR_GET_REASON(error.code) == PEM_R_UNSUPPORTED_ENCRYPTION ? .unknownCipher : error
    }
    guard rules.know(cipher: cipher.cipher) else { throw .unknownCipher }
    let result = lending(password) { password in
      PEM_do_header(&cipher, &der, &count, providePassword, password)
    }
    guard result == 1 else { throw OpenSSLError.drainAfterDecryption() }
    let opened = Array(der.prefix(count))
    // Padding is right by chance once in 256 times.
    guard opened.withUnsafeBufferPointer(Self.isOneSequence) else { throw .wrongPassword }
    try self.init(der: opened)
  }

  private static func isOneSequence(_ bytes: Bytes) -> Bool {
    var reader = DERReader(bytes)
    return reader.readWhole(DERReader.Tag.sequence)?.count == bytes.count
  }

  /// - Parameter info: `PKCS8_PRIV_KEY_INFO *`
  convenience init(info: OpaquePointer) throws(OpenSSLError) {
    var der: UnsafeMutablePointer<UInt8>?
    let count = i2d_PKCS8_PRIV_KEY_INFO(info, &der)
    defer { copenssl_free(der) }
    try succeeded(count)
    try self.init(der: Array(UnsafeBufferPointer(start: der, count: Int(count))))
  }
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
