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

  /// Keeps who is at which pod, what lets them in, and where they find it.
  func keep(_ handout: Handout, passwords: PodPasswords) throws(Failure) {
    try Failure.stating(archive.file.path) { () throws(StoreFault) in
      try archive.file.write { (writing) throws(StoreFault) in
        try writing.keep(handout, passwords: passwords)
      }
    }
  }
}
