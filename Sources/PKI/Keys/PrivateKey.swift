private import COpenSSL

/// A private key of any kind OpenSSL reads. It never changes once made, so threads may share it.
public final class PrivateKey: @unchecked Sendable {
  /// `EVP_PKEY *`, owned.
  let pointer: OpaquePointer
  /// Its public half, once somebody has asked for it.
  let keyInfo = KeptBytes()

  /// Takes over a reference OpenSSL handed out.
  init(adopting pointer: OpaquePointer) { self.pointer = pointer }

  deinit { EVP_PKEY_free(pointer) }

  /// Reads the unencrypted key that `der` starts with, in its traditional form or PKCS #8.
  ///
  /// - Throws: ``OpenSSLError/keyTooLarge`` for a key that ``Excess`` does not allow, which is not
  ///   read; ``OpenSSLError/notDER`` where that cannot be told; else what OpenSSL finds wrong.
  public convenience init(der: [UInt8]) throws(OpenSSLError) {
    switch der.withUnsafeBufferPointer({ KeySize(of: $0) }) {
    case .bearable: break
    case .excessive: throw .keyTooLarge
    case .unknown: throw .notDER
    }
    self.init(
      adopting: try der.withUnsafeBufferPointer { (buffer) throws(OpenSSLError) in
        var next = buffer.baseAddress
        return try made(d2i_AutoPrivateKey(nil, &next, buffer.count))
      })
  }

  /// Reads the unencrypted RSA key in its traditional form that is known to be in `der`. OpenSSL's
  /// way for any key tries all kinds first, and writes the public half the long way too: three keys
  /// cost the start of a world more than its signatures.
  ///
  /// - Throws: what OpenSSL finds wrong.
  public convenience init(rsa der: [UInt8]) throws(OpenSSLError) {
    self.init(adopting: try made(copenssl_rsa_key(der, der.count)))
  }

  /// What kind of key this is, by OpenSSL's name: `RSA`, `EC`, `DSA`, `ED25519`.
  public var kind: String { EVP_PKEY_get0_type_name(pointer).map { String(cString: $0) } ?? "" }

  /// The key's size in bits: an RSA or DSA modulus, an EC field.
  public var bits: Int { Int(EVP_PKEY_get_bits(pointer)) }

  /// The unencrypted PEM form: `RSA PRIVATE KEY` and its siblings where the kind of key has one,
  /// as OpenSSL 1.0 wrote it, else PKCS #8.
  public var pem: [UInt8] {
    guard let bio = try? MemoryBIO(),
      PEM_write_bio_PrivateKey_traditional(bio.pointer, pointer, nil, nil, 0, nil, nil) == 1
    else {
      ERR_clear_error()
      return []
    }
    return bio.bytes
  }
}
