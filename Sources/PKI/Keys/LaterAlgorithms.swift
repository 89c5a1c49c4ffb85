private import COpenSSL

/// What encrypts keys, and what 1.0.2 has not of it: it came with later releases.
extension VerificationRules {
  /// Whether the library has an algorithm, or will say itself that it has not.
  ///
  /// - Parameter object: the content of an object identifier.
  func know(algorithm object: Bytes) -> Bool {
    self == .openSSL3 || !Self.laterArcs.contains { object.starts(with: $0) }
  }

  /// Whether the library has a cipher.
  ///
  /// - Parameter cipher: `EVP_CIPHER *`
  func know(cipher: OpaquePointer?) -> Bool {
    guard self == .openSSL1_0_2, let name = EVP_CIPHER_get0_name(cipher) else { return true }
    let family = String(cString: name).split(separator: "-").first?.lowercased() ?? ""
    return !["aria", "sm4", "chacha20"].contains(family)
  }

  /// The beginnings of their object identifiers.
  private static let laterArcs: [[UInt8]] =
    [
      scrypt,
      // ARIA and SM4
      [0x2A, 0x83, 0x1A, 0x8C, 0x9A, 0x6E, 0x01], [0x2A, 0x81, 0x1C, 0xCF, 0x55],
      // HMAC with the short forms of SHA-512
      [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x02, 0x0C],
      [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x02, 0x0D],
    ]
    // Those short forms, SHA-3, SHAKE, and HMAC with SHA-3
    + (0x05...0x10).map { [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, $0] }
}
