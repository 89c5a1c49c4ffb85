import Console

/// A session with a user: at a terminal if standard input is one, else behind a pipe.
struct LiveSession {
  let session: Session
  var recording: Recording?

  /// Runs the session to its end, then keeps what is to be kept, whatever went wrong before.
  ///
  /// - Parameter save: writes the files that outlive the session.
  /// - Throws: the first thing that failed.
  func run(save: () throws(Failure) -> Void) throws(Failure) {
    var failure: Failure?
    func attempt(_ step: () throws(Failure) -> Void) {
      do throws(Failure) { try step() } catch { failure = failure ?? error }
    }
    let screen: any Screen
    let keyboard: Keyboard
    if StandardStream.input.isTerminal {
      screen = TerminalScreen()
      keyboard = Keyboard(of: session, screen: screen, recording: recording)
      TerminalConsole(session: session, keyboard: keyboard).run()
    } else {
      let buffer = BufferedScreen()
      screen = buffer
      keyboard = Keyboard(of: session, screen: screen, recording: recording)
      attempt { () throws(Failure) in
        try PipedConsole(session: session, screen: buffer, keyboard: keyboard).run()
      }
    }
    attempt(save)
    attempt(keyboard.finish)
    if let failure { throw failure }
  }
}
