#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file of the host that the command line named.
struct HostFile {
  let path: String

  /// Everything in it.
  func read() throws(Failure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    defer { close(descriptor) }
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG
    else {
      throw Failure(.unreadable, "cannot read \(path)")
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(status.st_size))
    while StandardStream(descriptor: descriptor).read(into: &bytes) {}
    return bytes
  }

  /// Refuses early what could not be written later.
  func checkWritable() throws(Failure) {
    guard access(folder, W_OK | X_OK) == 0, kind.map({ $0 == S_IFREG || $0 == S_IFLNK }) ?? true
    else {
      throw Failure(.unreadable, "cannot write \(path)")
    }
  }

  /// The file's kind, a link's own; nil if there is nothing of that name.
  var kind: mode_t? { status.map { $0.st_mode & S_IFMT } }

  /// The file's permissions; nil if there is nothing of that name.
  var mode: mode_t? { status.map { $0.st_mode & 0o777 } }

  private var status: stat? {
    var status = stat()
    return lstat(path, &status) == 0 ? status : nil
  }

  private var folder: String { path.lastIndex(of: "/").map { String(path[...$0]) } ?? "./" }

  /// Replaces it by `bytes` in one step: it holds the old bytes or the new ones, never a part.
  func write(_ bytes: [UInt8], mode: mode_t = 0o644) throws(Failure) {
    // Beside the target, so that renaming works; a new file, so that nobody holds it open.
    let draft = "\(folder).mmp-\(getpid())"
    unlink(draft)
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw Failure(.cannotCreate, writing: path, code: errno) }
    var failure: Failure?
    func check(_ isDone: Bool, else status: Failure.Status) {
      if !isDone, failure == nil { failure = Failure(status, writing: path, code: errno) }
    }
    check(StandardStream(descriptor: descriptor).write(bytes), else: .outputFailed)
    check(fchmod(descriptor, mode) == 0, else: .outputFailed)
    check(close(descriptor) == 0, else: .outputFailed)
    if failure == nil { check(rename(draft, path) == 0, else: .cannotCreate) }
    if let failure {
      unlink(draft)
      throw failure
    }
  }
}
