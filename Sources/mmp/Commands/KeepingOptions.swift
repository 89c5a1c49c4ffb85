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

  @OptionGroup var journal: JournalOption

  /// Runs `session` to its end and keeps what was asked for; targets that could not be written are
  /// refused before it starts.
  ///
  /// - Parameters:
  ///   - journalFile: what is to be complete in the end.
  ///   - clockRuns: whether the clock of what the session is with does not stand still.
  ///   - leaving: what belongs to the end of the session.
  ///   - header: what the transcript begins with, if it is written to that file.
  func run(
    _ session: Session, journalFile: JournalFile?, clockRuns: Bool,
    header: (HostFile) throws(Failure) -> TranscriptHeader,
    leaving: () -> Void, files: () -> [FileStore.File]
  ) throws(Failure) {
    defer { journalFile?.finish() }
    let target = save.map(HostFolder.init)
    try target?.create()
    let recording = try record.map { (path) throws(Failure) in
      try Recording(file: HostFile(path: path), clockRuns: clockRuns, header: header)
    }
    try LiveSession(session: session, recording: recording).run { () throws(Failure) in
      leaving()
      try target?.save(files())
    }
  }
}
