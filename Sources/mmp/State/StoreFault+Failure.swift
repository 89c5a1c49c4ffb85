import Glibc
import Lab
import Store

extension Failure {
  /// What is wrong with a state file.
  init(_ fault: StoreFault, at path: String) {
    self.init(Self.status(of: fault), "\(path) \(fault.predicate)")
  }

  private static func status(of fault: StoreFault) -> Status {
    switch fault {
    case .missing, .absent, .pathTooLong, .foreign, .newer, .damaged: .unreadable
    case .unavailable, .readOnly, .noLocks: .cannotCreate
    case .inUse, .busy: .inUse
    case .full, .failed: .outputFailed
    case .exists, .closed: .internalError
    }
  }
}

extension StoreFault {
  /// What is to be said of a state file, behind its name.
  var predicate: String {
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

extension StoreFault {
  /// Whether it is the place that is no good, and no file in it.
  var isOfPlace: Bool {
    switch self {
    case .unavailable, .pathTooLong, .readOnly, .noLocks, .full: true
    default: false
    }
  }
}

extension Archive.Fault {
  /// What is wrong with a world in the file of that path.
  func failure(at path: String) -> Failure {
    switch self {
    case .file(let fault): Failure(fault, at: path)
    case .world(let error):
      Failure(.unreadable, "the world in \(path) cannot be taken up: \(error.description)")
    case .unknown(let what):
      Failure(.unreadable, "the world in \(path) is of a later mmp: \(what) is not known")
    }
  }
}
