import Console
import Transcripts

/// Where a session's transcript goes, and what it starts with.
struct Recording {
  let file: HostFile
  let header: TranscriptHeader
}

/// The way typed lines take to a session: past the recorder, if there is one.
struct Keyboard: LineTaker {
  private let session: Session
  private let screen: any Screen
  private let recorder: Recorder?
  private let recording: Recording?

  init(of session: Session, screen: any Screen, recording: Recording?) {
    self.session = session
    self.screen = screen
    self.recording = recording
    recorder = recording.map { Recorder(screen, header: $0.header) }
  }

  /// Hands the session a line.
  func type(_ line: String) {
    if let recorder {
      recorder.type(line, into: session)
    } else {
      session.receive(line, on: screen)
    }
  }

  /// Passes on Ctrl-C pressed at the prompt.
  func interrupt() {
    if let recorder { recorder.interrupt(session) } else { session.interrupt(on: screen) }
  }

  /// Passes on the end of input.
  func endInput() {
    if let recorder { recorder.endInput(of: session) } else { session.endInput(on: screen) }
  }

  /// Writes the transcript. It may hold passwords, so it is for its owner's eyes.
  func finish() throws(Failure) {
    guard let recorder, let recording else { return }
    recorder.finish(session)
    try recording.file.write(recorder.take(), mode: 0o600)
  }
}
