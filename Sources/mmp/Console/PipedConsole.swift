import Console

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A session fed from a pipe or file; standard output becomes the transcript, byte for byte what a
/// terminal would show.
struct PipedConsole {
  let session: Session
  let screen: BufferedScreen
  let keyboard: Keyboard

  /// Runs the session to its end or the end of input.
  func run() throws(Failure) {
    var input: [UInt8] = []
    var isFirst = true
    screen.show(Array(session.prompt.utf8))
    screen.flush()
    while !session.hasEnded, !screen.isClosed, StandardStream.input.read(into: &input) {
      if isFirst {
        // Some editors start a file with a byte order mark, which no keyboard types.
        if input.starts(with: [0xEF, 0xBB, 0xBF]) { input.removeFirst(3) }
        isFirst = false
      }
      var start = input.startIndex
      while !session.hasEnded, let end = input[start...].firstIndex(of: 0x0A) {
        receive(input[start..<end])
        start = end + 1
      }
      input.removeSubrange(..<start)
      // Whoever drives us through a pipe waits for the answer before sending more.
      screen.flush()
    }
    if !session.hasEnded {
      if !input.isEmpty { receive(input[...]) }
      endInput()
    }
    screen.flush()
    try screen.checkWritten()
  }

  /// Leaves what input alone can leave, such as a question, then the last prompt with a line end.
  private func endInput() {
    while session.depth > 1 {
      if session.mode?.echoesInput == false { screen.show([0x0A]) }
      keyboard.endInput()
      screen.show(Array(session.prompt.utf8))
    }
    if !session.hasEnded { screen.show([0x0A]) }
  }

  private func receive(_ bytes: ArraySlice<UInt8>) {
    let line = bytes.last == 0x0D ? bytes.dropLast() : bytes
    if session.mode?.echoesInput == true { screen.show(Array(line)) }
    screen.show([0x0A])
    keyboard.type(String(decoding: line, as: UTF8.self))
    screen.show(Array(session.prompt.utf8))
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
    throw Failure(
      .internalError, "cannot write standard output: \(String(cString: strerror(failure)))")
  }

  /// A pipe has no Ctrl-C; a reader that went away is as good.
  var isInterrupted: Bool { isClosed || HangUp.isRequested }
}
