import Control
import Windows

/// This process's pipes as a wire to the one that runs the session.
struct PipeRelay {
  private let connection: Connection
  private let screen = BufferedScreen()

  init(_ connection: Connection) { self.connection = connection }

  /// Relays lines and the transcript until the end; nil if the other process has gone without one.
  func run(on file: HostFile) throws(Failure) -> Ending? {
    let ending: Ending?
    do throws(ControlError) {
      ending = try relay()
    } catch {
      throw Failure(error, of: file)
    }
    try screen.checkWritten()
    return ending
  }

  private func relay() throws(ControlError) -> Ending? {
    let input = StandardStream.input.descriptor
    var isInputEnded = false
    // A reader that has seen enough ends it.
    while !screen.isClosed {
      let isReading = !isInputEnded && connection.pending <= TerminalRelay.ease
      let arrival = try connection.receive(
        within: HangUp.isRequested && isInputEnded ? TerminalRelay.patience : -1,
        besides: isReading ? [input] : [])
      switch arrival {
      case .frame(let frame) where frame.kind == .output:
        screen.show(frame.bytes)
        screen.flush()
      case .frame(let frame) where frame.kind == .ending: return try Ending(frame)
      case .input:
        var bytes: [UInt8] = []
        isInputEnded = !StandardStream.input.read(into: &bytes)
        connection.send(isInputEnded ? Frame(.endOfInput) : Frame(.input, bytes))
      case .frame, .wake: break
      case .quiet: return Ending()
      case .end, .stop: return nil
      }
    }
    return Ending()
  }
}
