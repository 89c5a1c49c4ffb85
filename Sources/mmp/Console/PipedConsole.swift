import Console

/// A session fed from a pipe or file; standard output becomes the transcript, byte for byte what a
/// terminal would show.
struct PipedConsole {
  private let session: Session
  private let screen = BufferedScreen()
  private let keyboard: Keyboard

  /// A console that shows everything on standard output.
  init(_ session: Session, recording: Recording?) {
    self.session = session
    keyboard = Keyboard(of: session, screen: screen, recording: recording)
  }

  /// Runs the session to its end or the end of input.
  func run() throws(Failure) {
    HangUp.install()
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
    try keyboard.finish()
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
private final class BufferedScreen: Screen {
  private var bytes: [UInt8] = []
  private(set) var isClosed = false

  func show(_ bytes: [UInt8]) {
    self.bytes += bytes
    if self.bytes.count > 1 << 16 { flush() }
  }

  func flush() {
    guard !bytes.isEmpty else { return }
    isClosed = !StandardStream.output.write(bytes) || isClosed
    bytes.removeAll(keepingCapacity: true)
  }

  /// A pipe has no Ctrl-C; a reader that went away is as good.
  var isInterrupted: Bool { isClosed || HangUp.isRequested }
}
