private import COpenSSL

/// Extensions on their way into a request or certificate.
struct ExtensionList: ~Copyable {
  /// `STACK_OF(X509_EXTENSION) *`
  let pointer: OpaquePointer

  init() throws(OpenSSLError) {
    pointer = try made(OPENSSL_sk_new_null())
  }

  /// The extensions `request` asks for that a CA copies: its subject alternative name.
  init(requestedBy request: CertificateRequest) throws(OpenSSLError) {
    pointer = try made(OPENSSL_sk_new_null())
    if let names = request.alternativeNames() {
      OPENSSL_sk_push(pointer, UnsafeRawPointer(names))
    }
  }

  /// That one `X509_EXTENSION *`, which is the list's from now on.
  init(owning entry: OpaquePointer) throws(OpenSSLError) {
    pointer = try made(OPENSSL_sk_new_null())
    OPENSSL_sk_push(pointer, UnsafeRawPointer(entry))
  }

  deinit {
    for index in 0..<OPENSSL_sk_num(pointer) {
      X509_EXTENSION_free(OpaquePointer(OPENSSL_sk_value(pointer, index)))
    }
    OPENSSL_sk_free(pointer)
  }

  /// Adds a subject alternative name, entries in the given order, duplicates included.
  func add(_ names: [AlternativeName]) throws(OpenSSLError) {
    let list = try made(OPENSSL_sk_new_null())
    defer {
      for index in 0..<OPENSSL_sk_num(list) {
        let name = OPENSSL_sk_value(list, index)
        GENERAL_NAME_free(name?.assumingMemoryBound(to: GENERAL_NAME.self))
      }
      OPENSSL_sk_free(list)
    }
    for name in names {
      let generalName = try name.generalName()
      OPENSSL_sk_push(list, generalName)
    }
    try push(X509V3_EXT_i2d(NID_subject_alt_name, 0, UnsafeMutableRawPointer(list)))
  }

  private func push(_ made: OpaquePointer?) throws(OpenSSLError) {
    let entry = try PKI.made(made)
    OPENSSL_sk_push(pointer, UnsafeRawPointer(entry))
  }
}
