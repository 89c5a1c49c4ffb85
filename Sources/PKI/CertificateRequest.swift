private import COpenSSL

/// A PKCS #10 certificate request (CSR). It never changes once made, so threads may share it.
public final class CertificateRequest: @unchecked Sendable {
  /// `X509_REQ *`, owned.
  let pointer: OpaquePointer

  /// Takes over a reference OpenSSL handed out.
  init(adopting pointer: OpaquePointer) { self.pointer = pointer }

  deinit { X509_REQ_free(pointer) }

  /// Reads the DER form. Bytes after the request are an error.
  public convenience init(der: [UInt8]) throws(OpenSSLError) {
    let pointer = try der.withUnsafeBufferPointer { (buffer) throws(OpenSSLError) in
      var next = buffer.baseAddress
      let request = try made(d2i_X509_REQ(nil, &next, buffer.count))
      guard next == buffer.baseAddress.map({ $0 + buffer.count }) else {
        X509_REQ_free(request)
        throw OpenSSLError(code: 0, reason: "bytes after the request")
      }
      return request
    }
    self.init(adopting: pointer)
  }
}
