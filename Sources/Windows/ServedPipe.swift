import Console
import Control

/// A session fed from another process's pipe.
struct ServedPipe {
  private let screen: ConnectionScreen
  private let pipe: PipedSession

  init(_ session: Session, over connection: Connection, showing typing: PipedSession.Typing) {
    screen = ConnectionScreen(connection)
    pipe = PipedSession(session, screen: screen, showing: typing)
  }

  func run() -> ServedWindow.Outcome {
    pipe.start()
    feed()
    pipe.endInput()
    return screen.outcome ?? .ended
  }

  private func feed() {
    while !pipe.hasEnded, let frame = screen.next(), frame.kind != .endOfInput {
      if frame.kind == .input { pipe.feed(frame.bytes) }
    }
  }
}
