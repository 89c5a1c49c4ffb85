import Appliance
import Console
import Transcripts

/// What is kept of a session.
struct Keeping {
  /// A folder for the files when it ends.
  var save: String?
  /// A file for its transcript when it ends.
  var record: String?
  /// A file that what happens is appended to.
  var journal: String?

  /// The file for what happens, opened; nil if none was asked for.
  func journalFile() throws(Failure) -> JournalFile? {
    try journal.map { (path) throws(Failure) in try JournalFile(path: path) }
  }

  /// Runs `session` to its end and keeps what was asked for; targets that could not be written are
  /// refused before it starts.
  ///
  /// - Parameters:
  ///   - script: who drives it.
  ///   - journalFile: what is to be complete in the end.
  ///   - clockRuns: whether the clock of what the session is with does not stand still.
  ///   - leaving: what belongs to the end of the session.
  ///   - header: what the transcript begins with, if it is written to that file.
  /// - Returns: the status that `script` asks for.
  func run(
    _ session: Session, as script: Script, journalFile: JournalFile?, clockRuns: Bool,
    header: (HostFile) throws(Failure) -> TranscriptHeader,
    leaving: () -> Void, files: () -> [FileStore.File]
  ) throws(Failure) -> Failure.Status? {
    defer { journalFile?.finish() }
    let target = save.map(HostFolder.init)
    try target?.create()
    let recording = try record.map { (path) throws(Failure) in
      try Recording(file: HostFile(path: path), clockRuns: clockRuns, header: header)
    }
    return try LiveSession(session: session, script: script, recording: recording).run {
      () throws(Failure) in
      leaving()
      try target?.save(files())
    }
  }
}
