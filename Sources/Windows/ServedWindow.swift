public import Console
public import Control

/// A session in this process, driven from another one.
public enum ServedWindow {
  /// Runs a session to its end, or until the other process has gone or this one wants to end; on the
  /// conversation's own thread.
  ///
  /// - Returns: how the conversation ends.
  public static func run(
    _ session: Session, as request: WindowRequest, over connection: Connection
  ) -> Ending {
    connection.send(Frame(.opened))
    let lastAnswer = LastAnswer()
    session.add(lastAnswer)
    let outcome =
      switch request.manner {
      case .terminal(let size, let abilities):
        ServedTerminal(
          session, columns: size.columns, abilities: abilities, over: connection
        ).run()
      case .pipe: ServedPipe(session, over: connection, showing: .all).run()
      case .quietPipe: ServedPipe(session, over: connection, showing: .none).run()
      case .commands(let commands): ServedCommands(session, over: connection).run(commands)
      }
    session.end()
    switch outcome {
    case .ended: return Ending(status: request.isStrict && lastAnswer.isError ? 1 : 0)
    case .interrupted: return Ending(status: 130, "interrupted")
    case .gone: return Ending()
    case .stopped:
      return Ending(status: 69, "the window that had the world open was closed; all is kept")
    }
  }

  /// How it came to its end.
  enum Outcome {
    /// The session is over, or its input is.
    case ended
    /// A question was answered with Ctrl-C.
    case interrupted
    /// The other process has gone, or is none of ours.
    case gone
    /// This process wants to end.
    case stopped
  }
}
