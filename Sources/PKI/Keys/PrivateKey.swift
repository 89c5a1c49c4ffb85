private import COpenSSL

/// A private key of any kind OpenSSL reads. It never changes once made, so threads may share it.
public final class PrivateKey: @unchecked Sendable {
  /// `EVP_PKEY *`, owned.
  let pointer: OpaquePointer

  /// Takes over a reference OpenSSL handed out.
  init(adopting pointer: OpaquePointer) { self.pointer = pointer }

  deinit { EVP_PKEY_free(pointer) }

  /// Reads the unencrypted key that `der` starts with, in its traditional form or PKCS #8.
  ///
  /// A key with a number above 16,384 bits, OpenSSL's own limit for RSA, is refused unread: to
  /// read a DSA or DH key is to compute its public half, without a limit.
  public convenience init(der: [UInt8]) throws(OpenSSLError) {
    guard der.withUnsafeBufferPointer(Self.isOfReadableSize) else { throw .outOfBounds }
    self.init(
      adopting: try der.withUnsafeBufferPointer { (buffer) throws(OpenSSLError) in
        var next = buffer.baseAddress
        return try made(d2i_AutoPrivateKey(nil, &next, buffer.count))
      })
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

  /// A number of 16,384 bits and its sign.
  private static let largestNumber = 2049

  private static func isOfReadableSize(_ der: Bytes) -> Bool {
    var start = DERReader(der)
    // Bytes behind the key are not OpenSSL's business either.
    guard var key = start.readWhole(DERReader.Tag.sequence).map({ DERReader($0) }) else {
      return false
    }
    return key.allPrimitives { tag, content in
      guard content.count > largestNumber else { return true }
      // PKCS #8 wraps the key's own structure into an octet string.
      var inner = DERReader(content)
      return tag == DERReader.Tag.octetString
        && inner.allPrimitives { $0 != DERReader.Tag.integer || $1.count <= largestNumber }
    }
  }
}
