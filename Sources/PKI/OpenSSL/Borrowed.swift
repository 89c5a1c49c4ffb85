private import COpenSSL

/// A look at one of OpenSSL's strings, integers, times or bit strings, which keeps owning it.
struct StringView {
  /// The ASN.1 tag, with `V_ASN1_NEG` set for a number below 0.
  let type: Int32
  /// The content: text, or the magnitude of a number.
  let bytes: Bytes
  /// OpenSSL's own notes, among them how many bits the last octet of a bit string lacks.
  let flags: Int

  /// - Parameter pointer: `ASN1_STRING *` or one of its other names.
  init(_ pointer: UnsafeRawPointer) {
    let string = pointer.assumingMemoryBound(to: ASN1_STRING.self).pointee
    type = string.type
    flags = string.flags
    let count = string.data == nil ? 0 : max(0, Int(string.length))
    bytes = Bytes(start: string.data, count: count)
  }

  init?(_ pointer: UnsafeRawPointer?) {
    guard let pointer else { return nil }
    self.init(pointer)
  }

  /// A time in its four-digit form.
  init(generalizedTime bytes: Bytes) {
    type = V_ASN1_GENERALIZEDTIME
    flags = 0
    self.bytes = bytes
  }

  /// Whether this is a number below 0.
  var isNegative: Bool { type & V_ASN1_NEG != 0 }

  /// Whether bit `index` of a bit string is set; bits beyond its end are not.
  func hasBit(_ index: Int) -> Bool {
    index / 8 < bytes.count && bytes[index / 8] & (0x80 >> UInt8(index % 8)) != 0
  }
}

/// A look at one of OpenSSL's `STACK_OF(...)`; no stack at all counts as an empty one.
struct Stack: Sequence, IteratorProtocol {
  private let pointer: UnsafeRawPointer?
  private var position: Int32 = 0

  init(_ pointer: UnsafeRawPointer?) { self.pointer = pointer }

  init(_ pointer: OpaquePointer?) { self.pointer = pointer.map { UnsafeRawPointer($0) } }

  var count: Int { pointer.map { Swift.max(0, Int(copenssl_sk_num($0))) } ?? 0 }

  mutating func next() -> UnsafeRawPointer? {
    guard let pointer, position < copenssl_sk_num(pointer) else { return nil }
    defer { position += 1 }
    return UnsafeRawPointer(copenssl_sk_value(pointer, position))
  }
}

/// Lends `body` the structure that `bytes` hold. Bytes after it are ignored, as 1.0.2 ignored them.
///
/// - Parameter item: `ASN1_ITEM *`, the shape of the structure.
/// - Returns: what `body` returned, or false when the bytes have another shape.
func decoding(
  _ bytes: Bytes, as item: OpaquePointer?, _ body: (UnsafeRawPointer) -> Bool
) -> Bool {
  guard let item, bytes.count > 0 else { return false }
  var next = bytes.baseAddress
  guard let value = ASN1_item_d2i(nil, &next, bytes.count, item) else { return false }
  defer { ASN1_item_free(value, item) }
  return body(UnsafeRawPointer(value))
}
