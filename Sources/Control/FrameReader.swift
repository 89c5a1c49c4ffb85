/// Messages out of bytes that arrive in pieces of any size.
struct FrameReader {
  private var bytes: [UInt8] = []
  /// Where the next message begins.
  private var head = 0

  /// Takes bytes that have arrived.
  mutating func append(_ more: some Sequence<UInt8>) {
    if head > 0 {
      bytes.removeSubrange(..<head)
      head = 0
    }
    bytes += more
  }

  /// Whether a message has begun and its end is yet to come.
  var isWithinFrame: Bool { head < bytes.count }

  /// The next message; nil if it has not arrived yet.
  ///
  /// - Throws: ``ControlError/malformed`` if it claims to be longer than any, before it is waited for.
  mutating func next() throws(ControlError) -> Frame? {
    let rest = bytes[head...]
    guard rest.count >= Frame.headSize, let length = Bytes.number(rest) else { return nil }
    guard length <= Frame.limit else { throw .malformed }
    let end = head + Frame.headSize + Int(length)
    guard end <= bytes.count else { return nil }
    let kind = Frame.Kind(rawValue: bytes[head + 4])
    let frame = Frame(kind, Array(bytes[(head + Frame.headSize)..<end]))
    head = end
    if head == bytes.count {
      bytes.removeAll(keepingCapacity: bytes.count <= 1 << 16)
      head = 0
    }
    return frame
  }
}
