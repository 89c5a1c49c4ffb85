import Console
import Transcripts

/// Where a session's transcript goes, and what it starts with.
struct Recording {
  let file: HostFile
  let header: TranscriptHeader
}

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
    let recorder = recording.map { Recorder(header: $0.header) }
    if let recorder { session.add(recorder) }
    if StandardStream.input.isTerminal {
      TerminalConsole(session: session).run()
    } else {
      attempt { () throws(Failure) in
        try PipedConsole(session: session, screen: BufferedScreen()).run()
      }
    }
    attempt(save)
    if let recorder, let recording {
      recorder.finish(session)
      // It may hold passwords, so it is for its owner's eyes.
      attempt { () throws(Failure) in
        try recording.file.write(recorder.take(), mode: 0o600)
      }
    }
    if let failure { throw failure }
  }
}
