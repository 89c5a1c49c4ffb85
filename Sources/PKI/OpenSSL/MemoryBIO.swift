private import COpenSSL

/// One of OpenSSL's byte streams, held in memory.
struct MemoryBIO: ~Copyable {
  /// `BIO *`
  let pointer: OpaquePointer

  /// An empty stream to write to.
  init() throws(OpenSSLError) {
    pointer = try made(BIO_new(BIO_s_mem()))
  }

  deinit { BIO_free(pointer) }

  /// All bytes written so far.
  var bytes: [UInt8] {
    var data: UnsafeMutablePointer<CChar>?
    let count = copenssl_bio_data(pointer, &data)
    guard let data, count > 0 else { return [] }
    return Array(UnsafeRawBufferPointer(start: data, count: count))
  }

  /// Lends a stream that reads `bytes` in place, to its end.
  static func reading<Result, Failure: Error>(
    _ bytes: [UInt8], _ body: (OpaquePointer) throws(Failure) -> Result?
  ) throws(Failure) -> Result? {
    let count = Int32(clamping: bytes.count)
    return try bytes.withUnsafeBufferPointer { (buffer) throws(Failure) -> Result? in
      // An empty Swift array may have no address, and OpenSSL then refuses to make the stream.
      guard count > 0, let bio = BIO_new_mem_buf(buffer.baseAddress, count) else { return nil }
      defer { BIO_free(bio) }
      return try body(bio)
    }
  }
}
