private import COpenSSL
import Time

extension CertificateChain {
  /// What the OpenSSL of this program says, in the words of 1.0.
  static func verifyByOpenSSL3(
    _ certificate: Certificate, anchors: [Certificate], intermediates: [Certificate],
    at time: UnixTime
  ) throws(VerificationFailure) {
    guard let store = X509_STORE_new(), let context = X509_STORE_CTX_new(),
      let links = OPENSSL_sk_new_null()
    else { throw VerificationFailure(code: 17, depth: 0) }
    defer {
      X509_STORE_CTX_free(context)
      X509_STORE_free(store)
      OPENSSL_sk_free(links)
      ERR_clear_error()
    }
    for anchor in anchors { X509_STORE_add_cert(store, anchor.pointer) }
    for link in intermediates { OPENSSL_sk_push(links, UnsafeRawPointer(link.pointer)) }

    let isTrusted = withExtendedLifetime((certificate, anchors, intermediates)) {
      guard X509_STORE_CTX_init(context, store, certificate.pointer, links) == 1 else {
        return false
      }
      X509_STORE_CTX_set_time(context, 0, time_t(time))
      return X509_verify_cert(context) == 1
    }
    if !isTrusted {
      throw VerificationFailure(
        code: Int(X509_STORE_CTX_get_error(context)),
        depth: Int(X509_STORE_CTX_get_error_depth(context)))
    }
  }
}

extension VerificationFailure {
  /// What OpenSSL 1.0 says where 3.0 has other words, or another number, for the same failure.
  private static let wordsOf1_0: [Int32: String] = [
    X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT: "self signed certificate",
    X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN: "self signed certificate in certificate chain",
    X509_V_ERR_INVALID_PURPOSE: "unsupported certificate purpose",
  ]

  fileprivate init(code: Int, depth: Int) {
    // 1.0 numbers "invalid CA certificate" 24; 3.0 moved it.
    let isInvalidCA = code == Int(X509_V_ERR_INVALID_CA)
    self.code = isInvalidCA ? 24 : code
    self.depth = depth
    self.reason =
      Self.wordsOf1_0[Int32(clamping: code)]
      ?? String(cString: X509_verify_cert_error_string(code))
  }
}
