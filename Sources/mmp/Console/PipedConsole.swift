import Console
import Glibc

/// A session fed from a pipe or file; standard output becomes the transcript, byte for byte what a
/// terminal would show, or the part of it that a script wants.
struct PipedConsole {
  let session: Session
  let screen: BufferedScreen
  let script: Script

  /// Runs the session to its end, or to that of the commands or of input.
  func run() throws(Failure) {
    let typing: PipedSession.Typing =
      script.isQuiet ? .none : script.commands == nil ? .all : .questions
    let pipe = PipedSession(session, screen: screen, showing: typing)
    pipe.start()
    if let commands = script.commands { run(commands, in: pipe) } else { feed(pipe) }
    pipe.endInput()
    try screen.checkWritten()
    if script.commands != nil { try HangUp.checkNotRequested() }
  }

  private func feed(_ pipe: PipedSession) {
    var input: [UInt8] = []
    while !pipe.hasEnded, !screen.isClosed, StandardStream.input.read(into: &input) {
      pipe.feed(input)
      input.removeAll(keepingCapacity: true)
    }
  }

  /// Of input no more is taken than what is asked for.
  private func run(_ commands: [String], in pipe: PipedSession) {
    var lines = InputLines()
    for command in commands where !pipe.hasEnded && !screen.isClosed && !HangUp.isRequested {
      pipe.carryOut(command)
      while pipe.isAsking, !screen.isClosed {
        if let line = lines.next() { pipe.feed(line) } else { pipe.endInput() }
      }
    }
  }
}

/// Standard input, line by line.
struct InputLines {
  private var bytes: [UInt8] = []

  /// The next line with its end, which only the last may lack; nil at the end of input.
  mutating func next() -> [UInt8]? {
    var end = bytes.firstIndex(of: 0x0A)
    while end == nil, StandardStream.input.read(into: &bytes) {
      end = bytes.firstIndex(of: 0x0A)
    }
    guard !bytes.isEmpty else { return nil }
    let count = end.map { $0 + 1 } ?? bytes.count
    defer { bytes.removeFirst(count) }
    return Array(bytes[..<count])
  }
}

/// Standard output, written in large pieces unless somebody waits for a small one.
final class BufferedScreen: Screen {
  private var bytes: [UInt8] = []
  /// Whether a terminal shows it.
  private let isSeen = StandardStream.output.isTerminal
  /// The error that ended writing.
  private var failure: Int32?

  /// Whether nothing can be written any more.
  var isClosed: Bool { failure != nil }

  func show(_ bytes: [UInt8]) {
    self.bytes += isSeen ? TerminalText.escaping(bytes) : bytes
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
