import Console
import Control

/// Commands of another process's command line. Of its input no more is taken than what they ask for.
struct ServedCommands {
  private let session: Session
  private let screen: ConnectionScreen
  private let connection: Connection

  init(_ session: Session, over connection: Connection) {
    self.session = session
    self.connection = connection
    screen = ConnectionScreen(connection)
  }

  func run(_ commands: [String]) -> ServedWindow.Outcome {
    session.start(on: screen)
    for command in commands where !session.hasEnded && screen.outcome == nil {
      session.receive(.line(command), on: screen)
      while session.depth > 1, screen.outcome == nil {
        guard let input = ask(session.prompt) else { break }
        session.receive(input, on: screen)
        if input == .interrupt {
          screen.flush()
          return .interrupted
        }
      }
    }
    screen.flush()
    return screen.outcome ?? .ended
  }

  private func ask(_ prompt: Prompt) -> Input? {
    screen.flush()
    connection.send(QuestionFrame.frame(prompt))
    while let frame = screen.next() {
      guard frame.kind == .answer else { continue }
      if let input = try? AnswerFrame.input(frame) { return input }
      screen.giveUp()
    }
    return nil
  }
}
