import ArgumentParser
import Transcripts

/// `mmp test`: replays transcripts and says what differs.
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Replay transcripts and compare every byte.")

  @Argument(
    help: ArgumentHelp(
      "Transcripts, or folders to search for .txt and .transcript files.", valueName: "path"))
  var paths: [String]

  @Flag(help: "Rewrite expected output where it differs.")
  var update = false

  @Option(help: ArgumentHelp("Also write a JUnit report to this file.", valueName: "file"))
  var junit: String?

  func run() throws {
    var report = TestReport()
    var unreadable = false
    do throws(Failure) {
      try junit.map(HostFile.init)?.checkWritable()
      for file in try HostFile.transcripts(at: paths) {
        do throws(Failure) {
          try replay(file, into: &report)
        } catch {
          // A full disk is no fault of the transcript's.
          guard error.status != .outputFailed else { throw error }
          unreadable = true
          try say(report.add(broken: file.path, reason: error.description).line + "\n")
        }
      }
      try say(report.summary + "\n")
      if let junit { try HostFile(path: junit).write(Array(report.junit.utf8)) }
    } catch {
      throw error.reported()
    }
    if unreadable { throw ExitCode(Failure.Status.unreadable.rawValue) }
    if report.failed > 0 { throw ExitCode(Failure.Status.differs.rawValue) }
  }

  private func replay(_ file: HostFile, into report: inout TestReport) throws(Failure) {
    let bytes = try file.read()
    let transcript: Transcript
    do throws(TranscriptError) {
      transcript = try Transcript(bytes, name: file.path)
    } catch {
      return try say(report.add(broken: file.path, reason: error.description).line + "\n")
    }
    let stage: LabStage
    do throws(Failure) {
      stage = try LabStage(for: transcript.header, beside: file)
    } catch {
      return try say(report.add(broken: file.path, reason: error.description).line + "\n")
    }
    let outcome = transcript.replay(on: stage)
    try say(report.add(outcome).line + "\n" + outcome.diff)
    if update, !outcome.passed { try file.write(outcome.updated, mode: file.mode ?? 0o644) }
  }

  private func say(_ text: String) throws(Failure) { try StandardStream.output.print(text) }
}
