import Glibc

/// Why processes of one user cannot talk to each other.
public enum ControlError: Error, Sendable, Equatable, CustomStringConvertible {
  /// No process has that file open, or it does not answer: it has died, or is about to.
  case nobodyAnswers
  /// Another process answers for that file already.
  case inUse
  /// The other process belongs to another user.
  case stranger
  /// A folder for sockets that others could write to, or that is none: its path.
  case unsafeFolder(String)
  /// What came is nothing that a process of this program sends.
  case malformed
  /// The other process speaks a later or an earlier form of all this.
  case otherVersion
  /// A call of the system failed: what was tried, and its `errno`.
  case system(String, Int32)

  /// A sentence about it, without a subject.
  public var description: String {
    switch self {
    case .nobodyAnswers: "nobody answers"
    case .inUse: "another process answers already"
    case .stranger: "it is open in a process of another user"
    case .unsafeFolder(let path):
      "\(path) is no folder of this user alone; remove it, or have mode 0700 on it"
    case .malformed: "what came from the other process is not understood"
    case .otherVersion: "the process that has it open is another version of this program"
    case .system(let trial, let code): "cannot \(trial): \(String(cString: strerror(code)))"
    }
  }
}
