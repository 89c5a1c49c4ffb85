private import COpenSSL

/// The content of a certificate's extension, decoded.
///
/// One that cannot be read, or is there twice, is absent: so 1.0.2 takes it, while 3.0 holds it
/// against the whole certificate.
final class DecodedExtension {
  /// The structure, owned.
  let pointer: UnsafeRawPointer
  private let item: OpaquePointer?

  /// - Parameter item: `ASN1_ITEM *`, the shape of the extension of that number.
  init?(_ nid: Int32, of certificate: Certificate, as item: OpaquePointer?) {
    defer { ERR_clear_error() }
    guard let value = X509_get_ext_d2i(certificate.pointer, nid, nil, nil) else { return nil }
    pointer = UnsafeRawPointer(value)
    self.item = item
  }

  deinit { ASN1_item_free(OpaquePointer(pointer), item) }

  /// A look at a string.
  var string: StringView { StringView(pointer) }
}
