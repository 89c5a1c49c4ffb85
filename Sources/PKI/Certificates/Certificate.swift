private import COpenSSL

/// An X.509 certificate. It never changes once made, so threads may share it.
public final class Certificate: @unchecked Sendable {
  /// `X509 *`, owned.
  let pointer: OpaquePointer

  /// Takes over a reference OpenSSL handed out.
  init(adopting pointer: OpaquePointer) { self.pointer = pointer }

  deinit { X509_free(pointer) }

  /// Reads the certificate that `der` starts with. Bytes after it are ignored, as OpenSSL does:
  /// a DER file may carry the Ctrl-Z that Windows' `copy` appends.
  public convenience init(der: [UInt8]) throws(OpenSSLError) {
    self.init(
      adopting: try der.withUnsafeBufferPointer { (buffer) throws(OpenSSLError) in
        var next = buffer.baseAddress
        return try made(d2i_X509(nil, &next, buffer.count))
      })
  }

  /// The PEM form, lines of 64 characters ended by a line feed.
  public var pem: [UInt8] {
    guard let bio = try? MemoryBIO(), PEM_write_bio_X509(bio.pointer, pointer) == 1 else {
      ERR_clear_error()
      return []
    }
    return bio.bytes
  }

  /// The DER form.
  public var der: [UInt8] {
    var start: UnsafeMutablePointer<UInt8>?
    let count = i2d_X509(pointer, &start)
    defer { copenssl_free(start) }
    guard let start, count > 0 else {
      ERR_clear_error()
      return []
    }
    return Array(UnsafeBufferPointer(start: start, count: Int(count)))
  }

  /// Whether `key` is the private half of the key this certificate certifies.
  public func matches(_ key: PrivateKey) -> Bool {
    defer { ERR_clear_error() }
    return X509_check_private_key(pointer, key.pointer) == 1
  }
}
