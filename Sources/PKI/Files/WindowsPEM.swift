private import COpenSSL

/// The files Windows programs write: base64 in lines of 64 characters, each ended by CR and LF.
public enum WindowsPEM {
  /// `der` between `-----BEGIN label-----` and its counterpart.
  public static func encode(_ der: [UInt8], label: String) -> [UInt8] {
    let end: [UInt8] = [0x0D, 0x0A]
    let text = Base64.encode(der)
    var file = Array("-----BEGIN \(label)-----".utf8) + end
    for start in stride(from: 0, to: text.count, by: 64) {
      file += text[start..<min(start + 64, text.count)] + end
    }
    return file + Array("-----END \(label)-----".utf8) + end
  }
}

/// A PKCS #7 structure that carries certificates and nothing else (RFC 5652 5.1: "degenerate").
public enum CertificateBundle {
  /// Its DER form with `certificates` inside.
  public static func pkcs7(_ certificates: [Certificate]) throws(OpenSSLError) -> [UInt8] {
    let bundle = try made(PKCS7_new())
    defer { PKCS7_free(bundle) }
    try succeeded(PKCS7_set_type(bundle, NID_pkcs7_signed))
    // Content without bytes: typed as data, nothing in it.
    let content = try made(PKCS7_new())
    content.pointee.type = OBJ_nid2obj(NID_pkcs7_data)
    guard PKCS7_set_content(bundle, content) == 1 else {
      PKCS7_free(content)
      throw OpenSSLError.drain()
    }
    for certificate in certificates {
      try succeeded(PKCS7_add_certificate(bundle, certificate.pointer))
    }
    var start: UnsafeMutablePointer<UInt8>?
    let count = i2d_PKCS7(bundle, &start)
    defer { copenssl_free(start) }
    try succeeded(count)
    return Array(UnsafeBufferPointer(start: start, count: Int(count)))
  }
}
