import Glibc

/// Bytes that wait to be sent.
struct Outgoing {
  private var bytes: [UInt8] = []
  private var head = 0
  /// Whether nothing more is sent: the other end has gone, or takes nothing.
  var isClosed = false
  /// Whether this side wants the conversation to end.
  var isStopping = false

  var count: Int { bytes.count - head }

  mutating func append(_ frame: Frame) { frame.append(to: &bytes) }

  /// Sends what the socket takes without waiting.
  mutating func flush(to socket: LocalSocket) {
    while count > 0, !isClosed {
      let sent = bytes[head...].withUnsafeBytes {
        Glibc.send(socket.descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if sent < 0, errno == EINTR { continue }
      guard sent > 0 else {
        if errno != EAGAIN { isClosed = true }
        break
      }
      head += sent
    }
    if isClosed || count == 0 {
      bytes.removeAll(keepingCapacity: bytes.count <= 1 << 16)
      head = 0
    } else if head > 1 << 16 {
      bytes.removeSubrange(..<head)
      head = 0
    }
  }
}
