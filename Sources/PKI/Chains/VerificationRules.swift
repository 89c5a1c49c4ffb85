private import COpenSSL

/// Whose rules decide whether a certificate is trusted, and whether a key belongs to it.
public enum VerificationRules: Sendable {
  /// Those of OpenSSL 1.0.2, to the number, the depth and the words.
  case openSSL1_0_2
  /// Those of the OpenSSL this program is built with, in the words of 1.0.
  case openSSL3
}

extension VerificationRules {
  /// Whether the library has this kind of key; what it cannot load belongs to nothing.
  ///
  /// - Parameter key: `EVP_PKEY *`
  func know(key: OpaquePointer?) -> Bool {
    guard let key else { return false }
    return switch self {
    case .openSSL3: true
    case .openSSL1_0_2:
      [EVP_PKEY_RSA, EVP_PKEY_EC, EVP_PKEY_DSA, EVP_PKEY_DH].contains(EVP_PKEY_get_base_id(key))
    }
  }

  /// Whether the library has the algorithm a certificate is signed with.
  ///
  /// - Parameter certificate: `X509 *`
  func knowSignature(of certificate: OpaquePointer) -> Bool {
    guard self == .openSSL1_0_2 else { return true }
    let algorithm = X509_get_signature_nid(certificate)
    if algorithm == NID_rsassaPss { return true }
    var (digest, key): (Int32, Int32) = (NID_undef, NID_undef)
    guard OBJ_find_sigid_algs(algorithm, &digest, &key) == 1 else { return false }
    return switch key {
    case NID_rsaEncryption, NID_rsa, NID_X9_62_id_ecPublicKey:
      [NID_md5, NID_sha1, NID_sha224, NID_sha256, NID_sha384, NID_sha512, NID_ripemd160]
        .contains(digest)
    case NID_dsa, NID_dsa_2:
      [NID_sha1, NID_sha224, NID_sha256].contains(digest)
    default: false
    }
  }
}
