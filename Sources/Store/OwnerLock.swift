import Glibc
import Synchronization

/// The file held open and locked by the one process that works on it. SQLite's own locks let several
/// in, one after the other; this one does not, and leaves the file to whoever only reads.
final class OwnerLock: Sendable {
  private let state: Mutex<Int32>
  /// The file; -1 once it is closed.
  var descriptor: Int32 { state.withLock { $0 } }
  /// The file's path from the root, without links.
  let path: String

  /// Whether the file was made by this.
  private let isNew: Bool

  /// Opens the file, or makes an empty one, and takes the lock.
  init(_ name: String, creating: Bool) throws(StoreFault) {
    let flags = O_RDWR | O_CLOEXEC | O_NONBLOCK
    var descriptor = open(name, flags)
    var isNew = false
    if descriptor < 0, errno == ENOENT, creating {
      descriptor = open(name, flags | O_CREAT | O_EXCL, 0o600)
      isNew = descriptor >= 0
      // Somebody else was a moment earlier.
      if !isNew, errno == EEXIST { descriptor = open(name, flags) }
    }
    guard descriptor >= 0 else {
      // What cannot be made has no folder, or is a link that leads nowhere.
      if errno == ENOENT, creating { throw .unavailable(errno: ENOENT) }
      throw Self.fault(opening: errno)
    }
    do throws(StoreFault) {
      var status = stat()
      guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
        throw .foreign
      }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw Self.fault(locking: errno) }
      guard let real = realpath(name, nil) else { throw .unavailable(errno: errno) }
      defer { free(real) }
      path = String(cString: real)
      guard path.utf8.count <= StateFile.longestPath else { throw .pathTooLong }
    } catch {
      if isNew { unlink(name) }
      Glibc.close(descriptor)
      throw error
    }
    self.isNew = isNew
    state = Mutex(descriptor)
  }

  deinit { close() }

  /// Whether the path leads to another file by now, or to none.
  var isMoved: Bool {
    state.withLock { descriptor in
      guard descriptor >= 0 else { return false }
      var (file, found) = (stat(), stat())
      guard fstat(descriptor, &file) == 0 else { return false }
      return stat(path, &found) != 0 || found.st_ino != file.st_ino || found.st_dev != file.st_dev
    }
  }

  /// Takes away what was beside the file, if nothing is where it was.
  func clearUp() {
    guard access(path, F_OK) != 0, errno == ENOENT else { return }
    for suffix in ["-wal", "-shm"] { unlink(path + suffix) }
  }

  /// Takes the file away again, if it was made by this.
  func discard() {
    if isNew { unlink(path) }
  }

  /// Lets others in. SQLite has closed the file before: its own locks on it end with this one.
  func close() {
    state.withLock { descriptor in
      if descriptor >= 0 { Glibc.close(descriptor) }
      descriptor = -1
    }
  }

  static func fault(opening code: Int32) -> StoreFault {
    switch code {
    case ENOENT: .missing
    case EROFS, EACCES, EPERM: .readOnly
    case ENAMETOOLONG: .pathTooLong
    case ENOSPC, EDQUOT: .full
    case EISDIR, ENXIO, ELOOP: .foreign
    default: .unavailable(errno: code)
    }
  }

  static func fault(locking code: Int32) -> StoreFault {
    code == EWOULDBLOCK ? .inUse : .noLocks
  }
}
