private import COpenSSL

extension NamesHolder {
  /// The public key as a `SubjectPublicKeyInfo` in DER; empty for one that cannot be read.
  fileprivate var publicKeyDER: [UInt8] { keyDER(publicKey) }
}

/// - Parameter key: `EVP_PKEY *`
private func keyDER(_ key: OpaquePointer?) -> [UInt8] {
  guard let key else {
    ERR_clear_error()
    return []
  }
  return derForm { i2d_PUBKEY(key, $0) }
}

/// The common name in an `X509_NAME`, the first if there are several; nil if there is none.
func firstCommonName(in name: OpaquePointer?) -> String? {
  let position = X509_NAME_get_index_by_NID(name, NID_commonName, -1)
  guard let entry = X509_NAME_get_entry(name, position) else { return nil }
  var start: UnsafeMutablePointer<UInt8>?
  let count = ASN1_STRING_to_UTF8(&start, X509_NAME_ENTRY_get_data(entry))
  defer { copenssl_free(start) }
  guard let start, count >= 0 else {
    ERR_clear_error()
    return nil
  }
  return String(decoding: UnsafeBufferPointer(start: start, count: Int(count)), as: UTF8.self)
}

extension Certificate {
  /// The issuer's common name; nil if it has none.
  public var issuerCommonName: String? { firstCommonName(in: X509_get_issuer_name(pointer)) }

  /// The key it certifies, as a `SubjectPublicKeyInfo` in DER; empty for one that cannot be read.
  public var publicKeyInfo: [UInt8] { keyInfo.value { publicKeyDER } }

  /// The size of that key in bits; 0 for one that cannot be read.
  public var keyBits: Int {
    defer { ERR_clear_error() }
    return publicKey.map { max(0, Int(EVP_PKEY_get_bits($0))) } ?? 0
  }
}

extension CertificateRequest {
  /// The key in it, as a `SubjectPublicKeyInfo` in DER; empty for one that cannot be read.
  public var publicKeyInfo: [UInt8] { keyInfo.value { publicKeyDER } }
}

extension PrivateKey {
  /// Its public half, as a `SubjectPublicKeyInfo` in DER.
  public var publicKeyInfo: [UInt8] { keyInfo.value { keyDER(pointer) } }
}
