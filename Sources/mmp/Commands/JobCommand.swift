import ArgumentParser

/// A command of the parser: it fills in a job and has it done.
protocol JobCommand: ParsableCommand {
  associatedtype Work: Job

  /// What was asked for.
  var job: Work { get }

  /// Refuses what contradicts itself, once it is known that there is no unknown option: a word that
  /// belongs to one looks like one of the command's own.
  func check() throws
}

extension JobCommand {
  func check() throws {}

  func run() throws {
    try check()
    let status = job.status()
    if status != 0 { throw ExitCode(status) }
  }
}

extension Failure {
  /// Says the sentence; the error to throw.
  func reported() -> ExitCode {
    StandardStream.error.say(description)
    return ExitCode(status.rawValue)
  }
}
