import Glibc

/// The right to answer at an address: a lock on a file beside the socket. It ends with the process,
/// however that ends, so that a socket which is left behind is known as such.
struct SocketLock: Sendable {
  private let descriptor: Int32
  private let path: String

  /// How often it is tried, and how long is waited in between, in microseconds.
  private static let (trials, pause) = (25, UInt32(20_000))

  /// Takes it. A process that was killed may have it for a moment longer than the file.
  ///
  /// - Throws: ``ControlError/inUse`` if another process has it.
  init(_ path: String) throws(ControlError) {
    self.path = path
    var trial = 1
    while true {
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
      guard descriptor >= 0 else { throw .system("lock \(path)", errno) }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        let code = errno
        close(descriptor)
        if code == EINTR { continue }
        if code == EWOULDBLOCK, trial < Self.trials {
          trial += 1
          usleep(Self.pause)
          continue
        }
        throw code == EWOULDBLOCK ? .inUse : .system("lock \(path)", code)
      }
      // Whoever had it may have removed the file in between; another one is at its place then.
      if Self.isSame(descriptor, path) {
        self.descriptor = descriptor
        return
      }
      close(descriptor)
    }
  }

  /// Gives it back.
  func release() {
    unlink(path)
    close(descriptor)
  }

  private static func isSame(_ descriptor: Int32, _ path: String) -> Bool {
    var opened = stat()
    var named = stat()
    return fstat(descriptor, &opened) == 0 && stat(path, &named) == 0
      && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
  }
}
