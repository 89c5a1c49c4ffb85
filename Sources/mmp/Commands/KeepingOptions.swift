import Appliance
import ArgumentParser
import Console
import Transcripts

/// What is kept of a session when it ends.
struct KeepingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Write the files to this folder at exit.", valueName: "folder"))
  var save: String?

  @Option(
    help: ArgumentHelp("Write a transcript that mmp test replays to this file.", valueName: "file"))
  var record: String?

  /// Runs `session` to its end and keeps what was asked for; targets that could not be written are
  /// refused before it starts.
  ///
  /// - Parameters:
  ///   - clockRuns: whether the clock of what the session is with does not stand still.
  ///   - header: what the transcript begins with, if it is written to that file.
  func run(
    _ session: Session, clockRuns: Bool,
    header: (HostFile) throws(Failure) -> TranscriptHeader,
    files: () -> [FileStore.File]
  ) throws(Failure) {
    let target = save.map(HostFolder.init)
    try target?.create()
    let recording = try record.map { (path) throws(Failure) in
      try Recording(file: HostFile(path: path), clockRuns: clockRuns, header: header)
    }
    try LiveSession(session: session, recording: recording).run { () throws(Failure) in
      try target?.save(files())
    }
  }
}
