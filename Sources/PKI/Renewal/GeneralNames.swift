private import COpenSSL

/// The entries of a subject alternative name, to be changed.
struct GeneralNames: ~Copyable {
  /// `GENERAL_NAMES *`, owned.
  private let pointer: OpaquePointer

  /// The entries in an `X509_EXTENSION *`.
  init(_ entry: OpaquePointer) throws(OpenSSLError) {
    pointer = OpaquePointer(try made(X509V3_EXT_d2i(entry)))
  }

  deinit {
    for index in 0..<OPENSSL_sk_num(pointer) { GENERAL_NAME_free(name(at: index)) }
    OPENSSL_sk_free(pointer)
  }

  /// Whether there is no entry.
  var isEmpty: Bool { OPENSSL_sk_num(pointer) <= 0 }

  /// The place of the first entry that is `name`; nil if none is.
  func firstIndex(of name: AlternativeName) -> Int32? {
    guard let wanted = try? name.generalName() else { return nil }
    defer { GENERAL_NAME_free(wanted) }
    return (0..<OPENSSL_sk_num(pointer)).first {
      GENERAL_NAME_cmp(self.name(at: $0), wanted) == 0
    }
  }

  /// Takes an entry out.
  func remove(at index: Int32) {
    let name = OPENSSL_sk_delete(pointer, index)
    GENERAL_NAME_free(name?.assumingMemoryBound(to: GENERAL_NAME.self))
  }

  /// Puts an entry in.
  func insert(_ name: AlternativeName, at index: Int32) throws(OpenSSLError) {
    OPENSSL_sk_insert(pointer, try name.generalName(), index)
  }

  /// The entries as an `X509_EXTENSION *` of the caller's own.
  func entry(isCritical: Int32) throws(OpenSSLError) -> OpaquePointer {
    try made(X509V3_EXT_i2d(NID_subject_alt_name, isCritical, UnsafeMutableRawPointer(pointer)))
  }

  private func name(at index: Int32) -> UnsafeMutablePointer<GENERAL_NAME>? {
    OPENSSL_sk_value(pointer, index)?.assumingMemoryBound(to: GENERAL_NAME.self)
  }
}
