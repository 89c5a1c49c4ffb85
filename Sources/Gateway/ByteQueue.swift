/// Bytes that wait, first in, first out.
struct ByteQueue {
  private var bytes: [UInt8] = []
  private var start = 0

  /// How many bytes wait.
  var count: Int { bytes.count - start }

  /// Whether none wait.
  var isEmpty: Bool { count == 0 }

  /// Puts bytes behind those that wait.
  mutating func append(_ new: some Sequence<UInt8>) { bytes += new }

  /// Looks at all that wait.
  func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[start...])) }
  }

  /// Takes a line with its end away, or all that waits if none ends.
  mutating func takeLine() -> [UInt8] {
    let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.endIndex
    let line = Array(bytes[start..<end])
    removeFirst(line.count)
    return line
  }

  /// Takes the first `count` bytes away.
  mutating func removeFirst(_ count: Int) {
    start += count
    if start == bytes.count {
      // A large answer's memory goes back; a small one's is used again.
      bytes.removeAll(keepingCapacity: bytes.capacity <= 4096)
      start = 0
    } else if start > bytes.count / 2 {
      bytes.removeSubrange(..<start)
      start = 0
    }
  }
}
