import Console
import Transcripts

/// Where a session's transcript goes, and what it starts with.
struct Recording {
  private let file: HostFile
  /// Who writes it down.
  let recorder: Recorder

  /// A recording into a new file, which is begun by what `header` says for it.
  ///
  /// - Parameter clockRuns: whether times in it are other ones than those of a replay.
  init(
    file: HostFile, clockRuns: Bool, header: (HostFile) throws(Failure) -> TranscriptHeader
  ) throws(Failure) {
    self.file = file
    try Self.checkNew(file)
    try file.checkWritable()
    recorder = Recorder(header: try header(file), hidesTimes: clockRuns)
  }

  /// Writes the file, in the form that its name asks for.
  func write(_ transcript: [UInt8]) throws(Failure) {
    // It may have come during the session.
    try Self.checkNew(file)
    // It may hold passwords, so it is for its owner's eyes.
    try file.write(Transcript.Format(fileName: file.path).file(of: transcript), mode: 0o600)
  }

  /// Another session's transcript, or whatever it is, is not for this one to replace.
  private static func checkNew(_ file: HostFile) throws(Failure) {
    guard file.kind == nil else {
      throw Failure(.cannotCreate, "\(file.path) exists; choose another name or remove it")
    }
  }
}

/// A session with a user: at a terminal if standard input is one, else behind a pipe; or with a
/// script.
struct LiveSession {
  let session: Session
  let script: Script
  var recording: Recording?

  /// Runs the session to its end, then keeps what is to be kept, whatever went wrong before.
  ///
  /// - Parameter save: writes the files that outlive the session.
  /// - Returns: what the script is told of its last command; nil if all is well.
  /// - Throws: the first thing that failed.
  func run(save: () throws(Failure) -> Void) throws(Failure) -> Failure.Status? {
    var failure: Failure?
    func attempt(_ step: () throws(Failure) -> Void) {
      do throws(Failure) { try step() } catch { failure = failure ?? error }
    }
    let recorder = recording?.recorder
    if let recorder { session.add(recorder) }
    let lastAnswer = script.isStrict ? LastAnswer() : nil
    if let lastAnswer { session.add(lastAnswer) }
    attempt { () throws(Failure) in
      if StandardStream.input.isTerminal {
        try TerminalConsole(session: session, commands: script.commands).run()
      } else {
        try PipedConsole(session: session, screen: BufferedScreen(), script: script).run()
      }
    }
    attempt(save)
    if let recorder, let recording {
      recorder.finish(session)
      attempt { () throws(Failure) in try recording.write(recorder.take()) }
    }
    if let failure { throw failure }
    return lastAnswer?.isError == true ? .saidError : nil
  }
}
