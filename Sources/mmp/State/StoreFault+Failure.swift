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
