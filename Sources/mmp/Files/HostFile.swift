import Glibc

/// A file of the host that the command line named.
struct HostFile {
  let path: String

  /// Everything in it, if that is no more than `limit` bytes.
  func read(atMost limit: Int) throws(Failure) -> [UInt8] {
    let bytes = try read(first: limit + 1, ifAtMost: limit)
    guard bytes.count <= limit else { throw tooLarge(limit) }
    return bytes
  }

  /// The first `count` bytes in it, or all if it has fewer.
  ///
  /// - Parameter limit: the size of file at which reading is not even tried.
  func read(first count: Int, ifAtMost limit: Int = .max) throws(Failure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    defer { close(descriptor) }
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG
    else {
      throw Failure(.unreadable, "cannot read \(path)")
    }
    guard status.st_size <= limit else { throw tooLarge(limit) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(count, Int(status.st_size)))
    while bytes.count < count, StandardStream(descriptor: descriptor).read(into: &bytes) {}
    return bytes.count > count ? Array(bytes[..<count]) : bytes
  }

  /// That there is more in it than may be.
  func tooLarge(_ limit: Int) -> Failure {
    let size = limit < 1 << 20 ? "\(limit >> 10) KiB" : "\(limit >> 20) MiB"
    return Failure(.unreadable, "\(path) is larger than \(size)")
  }

  /// Refuses early, with that status, what could not be written later.
  func checkWritable(failing status: Failure.Status = .unreadable) throws(Failure) {
    guard access(folder, W_OK | X_OK) == 0, kind.map({ $0 == S_IFREG || $0 == S_IFLNK }) ?? true
    else {
      throw Failure(status, "cannot write \(path)")
    }
  }

  /// Whether there is something of that name, at the end of links.
  var exists: Bool { access(path, F_OK) == 0 }

  /// Refuses a state file that is not there, or is another user's. What else may be wrong with it says
  /// whoever opens it.
  func checkStateFile() throws(Failure) {
    guard access(path, R_OK) != 0 else { return }
    let code = errno
    if code == ENOENT || code == ENOTDIR { throw Failure(.unreadable, "\(path) is not there") }
    throw Failure(.unreadable, "\(path) cannot be read: \(String(cString: strerror(code)))")
  }

  /// The file's kind, a link's own; nil if there is nothing of that name.
  var kind: mode_t? { status.map { $0.st_mode & S_IFMT } }

  /// The file's permissions; nil if there is nothing of that name.
  var mode: mode_t? { status.map { $0.st_mode & 0o777 } }

  /// The file's size in bytes; nil if there is nothing of that name.
  var size: Int? { status.map { Int($0.st_size) } }

  private var status: stat? {
    var status = stat()
    return lstat(path, &status) == 0 ? status : nil
  }

  private var folder: String { path.lastIndex(of: "/").map { String(path[...$0]) } ?? "./" }

  /// Whether it is there, at the end of links, and everybody may read it. A group is somebody's
  /// choice, and a service's own rights to a credential look like a group's.
  var isReadableByOthers: Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IROTH != 0
  }

  /// Replaces it by `bytes` in one step: it holds the old bytes or the new ones, never a part.
  ///
  /// - Parameter status: what a full disk is; in any case a file that cannot be made is 73.
  func write(
    _ bytes: [UInt8], mode: mode_t = 0o644, failing status: Failure.Status = .outputFailed
  ) throws(Failure) {
    // Beside the target, so that renaming works; a new file, so that nobody holds it open.
    let draft = "\(folder).mmp-\(getpid())"
    unlink(draft)
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw Failure(.cannotCreate, writing: path, code: errno) }
    var failure: Failure?
    func check(_ isDone: Bool, else status: Failure.Status) {
      if !isDone, failure == nil { failure = Failure(status, writing: path, code: errno) }
    }
    check(StandardStream(descriptor: descriptor).write(bytes), else: status)
    check(fchmod(descriptor, mode) == 0, else: status)
    check(close(descriptor) == 0, else: status)
    if failure == nil { check(rename(draft, path) == 0, else: .cannotCreate) }
    if let failure {
      unlink(draft)
      throw failure
    }
  }
}
