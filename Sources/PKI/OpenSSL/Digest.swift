import COpenSSL

/// What tells bytes apart without keeping them.
public enum Digest {
  /// SHA-256, 32 bytes. Throws what OpenSSL says, as if it has no memory left.
  public static func sha256(_ bytes: [UInt8]) throws(OpenSSLError) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    try succeeded(EVP_Digest(bytes, bytes.count, &digest, nil, EVP_sha256(), nil))
    return digest
  }
}
