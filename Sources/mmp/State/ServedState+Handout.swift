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

  /// Keeps what the class is, who is at which pod, what lets them in, and where they find it; the names
  /// only if `isNamed`.
  func keep(_ handout: Handout, passwords: PodPasswords, isNamed: Bool) throws(Failure) {
    try Failure.stating(archive.file.path) { () throws(StoreFault) in
      try archive.file.write { (writing) throws(StoreFault) in
        try keepSetup(writing)
        try writing.keep(handout, passwords: passwords, isNamed: isNamed)
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
      StandardStream.error.say(Failure(error, at: archive.file.path).description)
    }
  }
}
