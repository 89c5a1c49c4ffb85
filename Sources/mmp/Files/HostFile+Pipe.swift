import Glibc

extension HostFile {
  /// How long a pipe may be silent, in milliseconds.
  private static let patience: Int32 = 30_000

  /// Everything in the file, or everything that comes out of the pipe, such as a shell's `<(...)`, if
  /// that is no more than `limit` bytes.
  func readThrough(atMost limit: Int) throws(Failure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw unreadable(String(cString: strerror(errno))) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw unreadable(String(cString: strerror(errno)))
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return try read(atMost: limit)
    case S_IFIFO: return try drain(descriptor, atMost: limit)
    case S_IFDIR: throw unreadable(String(cString: strerror(EISDIR)))
    default: throw unreadable("it is neither a file nor a pipe")
    }
  }

  /// Reads a pipe to its end, which comes when nobody can write into it any more.
  private func drain(_ descriptor: Int32, atMost limit: Int) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      switch poll(&waiting, 1, Self.patience) {
      case 0: throw unreadable("nothing comes out of that pipe")
      case ..<0 where errno == EINTR: continue
      default: break
      }
      guard StandardStream(descriptor: descriptor).read(into: &bytes) else { return bytes }
      guard bytes.count <= limit else { throw tooLarge(limit) }
    }
  }

  private func unreadable(_ reason: String) -> Failure {
    Failure(.unreadable, "cannot read \(path): \(reason)")
  }
}
