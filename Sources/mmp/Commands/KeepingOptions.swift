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
  func run(
    _ session: Session, header: TranscriptHeader, files: () -> [FileStore.File]
  ) throws(Failure) {
    let target = save.map(HostFolder.init)
    try target?.create()
    let file = record.map(HostFile.init)
    try file?.checkWritable()
    let recording = file.map { Recording(file: $0, header: header) }
    try LiveSession(session: session, recording: recording).run { () throws(Failure) in
      try target?.save(files())
    }
  }
}
