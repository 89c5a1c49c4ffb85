private import COpenSSL

extension OpenSSLError {
  /// Empties this thread's error queue after a decryption that failed, and says whose fault it is.
  ///
  /// Only padding or plain text that makes no sense speaks against the password. Whatever failed
  /// before a byte was decrypted is the algorithm's fault.
  static func drainAfterDecryption() -> OpenSSLError {
    var entries: [UInt] = []
    while case let entry = ERR_get_error(), entry != 0 { entries.append(entry) }
    let has = { (library: Int32, reason: Int32) in
      entries.contains { ERR_GET_LIB($0) == library && ERR_GET_REASON($0) == reason }
    }
    // Bytes are missing: no password mends that.
    if has(ERR_LIB_EVP, EVP_R_WRONG_FINAL_BLOCK_LENGTH) {
      return OpenSSLError(code: entries.last ?? 0, reason: "cut off")
    }
    let isPassword =
      has(ERR_LIB_PKCS12, PKCS12_R_PKCS12_CIPHERFINAL_ERROR)
      || has(ERR_LIB_PKCS12, PKCS12_R_DECODE_ERROR) || has(ERR_LIB_EVP, EVP_R_BAD_DECRYPT)
      || has(ERR_LIB_PEM, PEM_R_BAD_DECRYPT) || has(ERR_LIB_PEM, PEM_R_BAD_PASSWORD_READ)
    return isPassword ? .wrongPassword : .unknownCipher
  }
}

/// The pointer a C call that decrypts returned, or whose fault it is that there is none.
func decrypted<Pointer>(_ pointer: Pointer?) throws(OpenSSLError) -> Pointer {
  guard let pointer else { throw OpenSSLError.drainAfterDecryption() }
  return pointer
}
