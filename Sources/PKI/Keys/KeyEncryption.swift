private import COpenSSL

extension PrivateKey {
  /// The PEM form encrypted in the traditional way, with AES-256, as `openssl rsa -aes256` wrote it
  /// before 3.0.
  public func pem(password: String) -> [UInt8] {
    let bytes = Array(password.utf8)
    guard let bio = try? MemoryBIO(),
      PEM_write_bio_PrivateKey_traditional(
        bio.pointer, pointer, EVP_aes_256_cbc(), bytes, Int32(clamping: bytes.count), nil, nil) == 1
    else {
      ERR_clear_error()
      return []
    }
    return bio.bytes
  }
}
