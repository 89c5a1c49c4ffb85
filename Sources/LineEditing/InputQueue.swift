/// Bytes that were typed and not yet looked at, oldest first.
struct InputQueue {
  private var bytes: [UInt8] = []
  /// Where the oldest byte is.
  private var head = 0
  /// Up to where no Ctrl-C is, as far as is known.
  private var searched = 0

  var count: Int { bytes.count - head }
  var isEmpty: Bool { bytes.count == head }
  var first: UInt8? { head < bytes.count ? bytes[head] : nil }

  mutating func append(_ more: some Collection<UInt8>) {
    // A queue that is never quite empty must not keep all that ever passed.
    if head > 4096, head > bytes.count / 2 {
      bytes.removeSubrange(..<head)
      searched = max(searched - head, 0)
      head = 0
    }
    bytes += more
  }

  mutating func removeFirst() {
    head += 1
    if head == bytes.count { removeAll() }
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: bytes.count <= 4096)
    head = 0
    searched = 0
  }

  /// Drops all up to the last Ctrl-C, as a terminal does with what was typed ahead of it.
  ///
  /// - Returns: whether there was one.
  mutating func removeThroughInterrupt() -> Bool {
    let start = max(head, searched)
    searched = bytes.count
    guard let key = bytes[start...].lastIndex(of: 0x03) else { return false }
    head = key + 1
    if head == bytes.count { removeAll() }
    return true
  }
}
