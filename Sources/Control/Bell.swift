import Glibc

/// A descriptor that can be read once somebody has rung: what a thread waits for beside a socket.
final class Bell: Sendable {
  /// Readable from the first ring on, until it is hushed.
  let descriptor: Int32
  private let writer: Int32

  /// A silent bell.
  init() throws(ControlError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .system("make a pipe", errno) }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      // Neither a full pipe nor an empty one is worth waiting for.
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (descriptor, writer) = (ends[0], ends[1])
  }

  deinit {
    close(descriptor)
    close(writer)
  }

  /// Rings; any thread may.
  func ring() {
    var byte: UInt8 = 1
    write(writer, &byte, 1)
  }

  /// Forgets all rings so far.
  func hush() {
    withUnsafeTemporaryAllocation(byteCount: 64, alignment: 1) { buffer in
      while read(descriptor, buffer.baseAddress, buffer.count) > 0 {}
    }
  }
}
