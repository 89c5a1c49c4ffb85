import Glibc

extension StoreFault {
  /// What is to be said of a state file, behind its name.
  public var predicate: String {
    switch self {
    case .missing: "is not there"
    case .unavailable(let code): "cannot be used: \(String(cString: strerror(code)))"
    case .pathTooLong: "has a path of more than \(StateFile.longestPath) bytes"
    case .readOnly: "cannot be written, or its folder cannot"
    case .noLocks:
      "is on a file system without locks, where it could be opened twice; use one of this machine"
    case .inUse: "is in use by another mmp"
    case .busy: "is being changed by another program; try again"
    case .foreign: "is no state file of mmp"
    case .newer(let version): "is of a later mmp, with version \(version) of the schema"
    case .damaged(let words): "is damaged: \(words)"
    case .full: "cannot be written: no room"
    case .exists: "has something of that name already"
    case .absent: "has nothing of that name"
    case .closed: "is closed"
    case .failed(let code, let words): "cannot be used: \(words) (SQLite \(code))"
    }
  }
}

extension StoreFault: CustomStringConvertible {
  /// A sentence about whatever has the file.
  public var description: String { "its file \(predicate)" }
}
