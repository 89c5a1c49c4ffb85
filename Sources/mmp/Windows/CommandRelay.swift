import Console
import Control
import Windows

/// Commands that another process carries out: what they ask is answered here.
final class CommandRelay {
  private let connection: Connection
  private let isQuiet: Bool
  private let screen = BufferedScreen()
  private var lines = InputLines()
  /// The terminal's keys. It is left alone until something is asked: who touches it in the
  /// background is stopped.
  private var keyboard: Keyboard?

  init(_ connection: Connection, isQuiet: Bool) {
    self.connection = connection
    self.isQuiet = isQuiet
  }

  /// Answers until the end; nil if the other process has gone without one.
  func run(on file: HostFile) throws(Failure) -> Ending? {
    defer { keyboard?.release() }
    let ending: Ending?
    do throws(ControlError) {
      ending = try relay()
    } catch {
      throw Failure(error, of: file)
    }
    screen.flush()
    try screen.checkWritten()
    try HangUp.checkNotRequested()
    return ending
  }

  private func relay() throws(ControlError) -> Ending? {
    while !screen.isClosed, !HangUp.isRequested {
      switch try connection.receive() {
      case .frame(let frame):
        switch frame.kind {
        case .output:
          screen.show(frame.bytes)
          screen.flush()
        case .question: connection.send(AnswerFrame.frame(answer(try QuestionFrame.prompt(frame))))
        case .ending: return try Ending(frame)
        default: break
        }
      case .wake where Interruption.isRequested:
        return Ending(status: UInt8(Failure.Status.interrupted.rawValue), "interrupted")
      case .wake, .input, .quiet: break
      case .end, .stop: return nil
      }
    }
    return Ending()
  }

  private func answer(_ prompt: Prompt) -> Input {
    if StandardStream.input.isTerminal {
      let used = keyboard ?? Keyboard()
      keyboard = used
      let input = used.read(for: RelayedQuestion(prompt), at: prompt)
      Interruption.reset()
      return input
    }
    defer { screen.flush() }
    if !isQuiet { screen.show(Array(prompt.text.utf8)) }
    guard var line = lines.next() else {
      if !isQuiet, !prompt.echoes { screen.show([0x0A]) }
      return .end
    }
    if line.last == 0x0A { line.removeLast() }
    if line.last == 0x0D { line.removeLast() }
    if !isQuiet { screen.show(prompt.echo(of: line[...])) }
    return .line(String(decoding: line, as: UTF8.self))
  }
}

/// A question whose answer goes elsewhere.
private final class RelayedQuestion: Mode {
  let prompt: Prompt

  init(_ prompt: Prompt) { self.prompt = prompt }

  func receive(_ input: Input, on screen: any Screen) -> Reply { Reply(next: .pop) }
}
