import ArgumentParser

/// Ends the program with a message on standard error and one of the contract's exit statuses.
struct Failure: Error, CustomStringConvertible {
  /// What the statuses mean.
  enum Status: Int32 {
    /// `mmp test`: a transcript differs.
    case differs = 1
    /// A file or folder cannot be read, or is refused.
    case unreadable = 66
    /// `mmp test`: a file cannot be written.
    case cannotCreate = 73
    /// `mmp test`: standard output cannot be written.
    case outputFailed = 74
    /// Something that should not happen, such as a full disk.
    case internalError = 70
  }

  let status: Status
  let description: String

  /// A failure with a sentence about it.
  init(_ status: Status, _ description: String) {
    self.status = status
    self.description = description
  }

  /// Says the sentence; the error to throw.
  func reported() -> ExitCode {
    StandardStream.error.say(description)
    return ExitCode(status.rawValue)
  }
}
