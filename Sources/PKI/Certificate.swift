private import COpenSSL

/// An X.509 certificate. It never changes once made, so threads may share it.
public final class Certificate: @unchecked Sendable {
  /// `X509 *`, owned.
  let pointer: OpaquePointer

  /// Takes over a reference OpenSSL handed out.
  init(adopting pointer: OpaquePointer) { self.pointer = pointer }

  deinit { X509_free(pointer) }

  /// Reads the DER form. Bytes after the certificate are an error.
  public convenience init(der: [UInt8]) throws(OpenSSLError) {
    let pointer = try der.withUnsafeBufferPointer { (buffer) throws(OpenSSLError) in
      var next = buffer.baseAddress
      let certificate = try made(d2i_X509(nil, &next, buffer.count))
      guard next == buffer.baseAddress.map({ $0 + buffer.count }) else {
        X509_free(certificate)
        throw OpenSSLError(code: 0, reason: "bytes after the certificate")
      }
      return certificate
    }
    self.init(adopting: pointer)
  }
}
