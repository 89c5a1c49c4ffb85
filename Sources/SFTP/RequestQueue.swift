/// Bytes from a client, taken out packet by packet.
struct RequestQueue {
  /// The longest packet, in bytes without its length; what OpenSSH takes too.
  static let longestPacket = 256 << 10
  /// A type and an identifier, or in the first packet a version.
  private static let shortestPacket = 5
  /// More than this is not kept for later once it is empty.
  private static let keptCapacity = 1 << 20

  private var bytes: [UInt8] = []
  private var start = 0

  /// How many bytes wait.
  var count: Int { bytes.count - start }

  /// The length of the next packet; nil while that has not come in full.
  private var length: Int? {
    guard count >= 4 else { return nil }
    return bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
  }

  /// Whether the next packet is of a length that none has.
  var isBroken: Bool {
    length.map { $0 < Self.shortestPacket || $0 > Self.longestPacket } ?? false
  }

  /// Whether a packet is there in full.
  var hasPacket: Bool { !isBroken && length.map { count >= 4 + $0 } ?? false }

  /// Puts bytes at the end.
  mutating func append(_ new: UnsafeRawBufferPointer) {
    // Moving no more than was taken out since the last time keeps the cost per byte constant.
    if start > 0, start >= count {
      bytes.removeSubrange(..<start)
      start = 0
    }
    bytes.append(contentsOf: new)
  }

  /// Takes the next packet out, without its length; nil if there is none in full.
  mutating func next() -> ArraySlice<UInt8>? {
    guard hasPacket, let length else {
      if count == 0 { empty() }
      return nil
    }
    defer { start += 4 + length }
    return bytes[start + 4..<start + 4 + length]
  }

  private mutating func empty() {
    bytes.removeAll(keepingCapacity: bytes.capacity <= Self.keptCapacity)
    start = 0
  }
}
