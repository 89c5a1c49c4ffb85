import Classroom
import Lab
import Store

extension ServedState {
  /// The passwords that the class had last.
  var passwords: PodPasswords {
    get throws(Failure) {
      try Failure.stating(archive.file.path) { () throws(StoreFault) in
        try archive.file.read { (reading) throws(StoreFault) in try reading.passwords() }
      }
    }
  }

  /// Where the class was served last; nil if it never was.
  var lastPlace: LastPlace? {
    get throws(Failure) {
      try Failure.stating(archive.file.path) { () throws(StoreFault) in
        try archive.file.read { (reading) throws(StoreFault) in try reading.lastPlace() }
      }
    }
  }

  /// Keeps what the class is, who is at which pod, what lets them in, and where they find it; the names
  /// only if `isNamed`; the first port nil if the system chooses all.
  func keep(
    _ handout: Handout, from firstPort: UInt16?, passwords: PodPasswords, isNamed: Bool
  ) throws(Failure) {
    try Failure.stating(archive.file.path) { () throws(StoreFault) in
      try archive.file.write { (writing) throws(StoreFault) in
        try keepSetup(writing)
        try writing.keep(firstPort: firstPort)
        try writing.keep(handout, passwords: passwords, isNamed: isNamed)
        try keepTasks(writing)
      }
    }
  }

  /// Keeps where the class is found. What cannot be kept is said, and no more: it is served.
  func keepDoors(of handout: Handout, passwords: PodPasswords) {
    do throws(StoreFault) {
      try archive.file.write { (writing) throws(StoreFault) in
        try writing.keepDoors(of: handout, passwords: passwords)
      }
    } catch {
      // A key that was made too late for this server is made anew by the next one.
      if error == .closed { return }
      StandardStream.error.say(Failure(error, at: archive.file.path).description)
    }
  }
}
