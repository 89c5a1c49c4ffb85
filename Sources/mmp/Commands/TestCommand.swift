import ArgumentParser

/// `mmp test`.
struct TestCommand: JobCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Replay transcripts and compare what comes back.",
    discussion: """
      A line that starts with a prompt is typed, the rest is expected, byte for byte; only white \
      space at the end of a line is not compared, unless the header says "#! exact". [..] stands \
      for any characters, [name=..] captures them for [name], a line [...] for any lines, a line of \
      dots for any line of dots. Lines "#: ..." are comments.

      Exit status: 0 all as expected, 1 something differs, 64 wrong usage, 66 a file cannot be read \
      or is no transcript, 73 a file cannot be written, 74 standard output cannot be written. More \
      in docs/transcripts.md.
      """)

  @Argument(
    help: ArgumentHelp(
      """
      Transcripts, folders to search for them, or - for standard input. In folders: .txt and \
      .transcript files, and others that begin like a transcript.
      """, valueName: "path"),
    completion: .file())
  var paths: [String]

  @Flag(help: "Rewrite expected output where it differs.")
  var update = false

  @Flag(help: "Write to no transcript; this is the default.")
  var check = false

  @Option(help: ArgumentHelp("Only files whose path contains this.", valueName: "text"))
  var filter: String?

  @Option(
    name: [.customShort("j", allowingJoined: true), .long],
    help: ArgumentHelp(
      "Replay that many files at a time. (default: one a processor, at most 8)",
      valueName: "number"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp("Also write a JUnit report to this file.", valueName: "file"),
    completion: .file())
  var junit: String?

  func validate() throws {
    guard !(update && check) else {
      throw ValidationError("--update and --check exclude each other.")
    }
    guard !(update && paths.contains("-")) else {
      throw ValidationError("Standard input cannot be updated.")
    }
    guard paths.count(where: { $0 == "-" }) <= 1 else {
      throw ValidationError("Standard input can be read once only.")
    }
    guard jobs.map((1...256).contains) ?? true else {
      throw ValidationError("-j takes a number from 1 to 256.")
    }
  }

  var job: TestJob {
    TestJob(paths: paths, filter: filter, isUpdating: update, threads: jobs, junit: junit)
  }
}
