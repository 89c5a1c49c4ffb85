import Glibc

/// Ends the program with a message on standard error and one of the contract's exit statuses.
struct Failure: Error, CustomStringConvertible {
  /// What the statuses mean.
  enum Status: Int32 {
    /// `mmp test`: a transcript differs; with `--strict-exit`: the last command said an error.
    case differs = 1
    /// The command line asks for what contradicts what is there.
    case usage = 64
    /// A file or folder cannot be read, or is refused.
    case unreadable = 66
    /// Nobody answers: the program that had a world open has gone.
    case nobodyAnswers = 69
    /// Something that should not happen.
    case internalError = 70
    /// A file or folder cannot be made.
    case cannotCreate = 73
    /// Output cannot be written, as to a full disk.
    case outputFailed = 74
    /// Another program has it, such as a port.
    case inUse = 75
    /// Ctrl-C at a terminal ended the commands of the command line; shells count signals from 128.
    case interrupted = 130
    /// SIGTERM, or another wish that the program end, came before those commands were done.
    case terminated = 143

    static let saidError = Status.differs
    /// There is nothing of that name.
    static let notFound = Status.differs
    /// Nothing was done, as the user wants it.
    static let unchanged = Status.differs
  }

  let status: Status
  let description: String

  /// A failure with a sentence about it.
  init(_ status: Status, _ description: String) {
    self.status = status
    self.description = description
  }

  /// Output, or a file named so, that could not be written for the reason `code`, an `errno`.
  init(_ status: Status, writing target: String, code: Int32) {
    self.init(status, "cannot write \(target): \(String(cString: strerror(code)))")
  }
}
