import Console
import Glibc

/// A session fed from a pipe or file; standard output becomes the transcript, byte for byte what a
/// terminal would show.
struct PipedConsole {
  let session: Session
  let screen: BufferedScreen

  /// Runs the session to its end or the end of input.
  func run() throws(Failure) {
    let pipe = PipedSession(session, screen: screen)
    var input: [UInt8] = []
    pipe.start()
    while !pipe.hasEnded, !screen.isClosed, StandardStream.input.read(into: &input) {
      pipe.feed(input)
      input.removeAll(keepingCapacity: true)
    }
    pipe.endInput()
    try screen.checkWritten()
  }
}

/// Standard output, written in large pieces unless somebody waits for a small one.
final class BufferedScreen: Screen {
  private var bytes: [UInt8] = []
  /// The error that ended writing.
  private var failure: Int32?

  /// Whether nothing can be written any more.
  var isClosed: Bool { failure != nil }

  func show(_ bytes: [UInt8]) {
    self.bytes += bytes
    if self.bytes.count > 1 << 16 { flush() }
  }

  func flush() {
    guard !bytes.isEmpty else { return }
    if failure == nil, !StandardStream.output.write(bytes) { failure = errno }
    bytes.removeAll(keepingCapacity: true)
  }

  /// A reader that has seen enough is no failure; a full disk is.
  func checkWritten() throws(Failure) {
    guard let failure, failure != EPIPE else { return }
    throw Failure(.outputFailed, writing: "standard output", code: failure)
  }

  /// A pipe has no Ctrl-C; a reader that went away is as good.
  var isInterrupted: Bool { isClosed || HangUp.isRequested }
}
