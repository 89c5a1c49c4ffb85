private import COpenSSL

/// What one of OpenSSL's `i2d` functions writes down; empty for what cannot be written.
///
/// - Parameter encode: calls it, with where it is to put its bytes.
func derForm(
  _ encode: (UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>) -> Int32
) -> [UInt8] {
  var start: UnsafeMutablePointer<UInt8>?
  let count = encode(&start)
  defer { copenssl_free(start) }
  guard let start, count > 0 else {
    ERR_clear_error()
    return []
  }
  return Array(UnsafeBufferPointer(start: start, count: Int(count)))
}
