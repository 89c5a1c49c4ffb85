private import CSQLite
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
    guard descriptor >= 0 else { throw Self.fault(opening: errno) }
    descriptor = Self.beyondStandardStreams(descriptor)
    guard descriptor >= 0 else { throw .unavailable(errno: errno) }
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

  /// The same file by a number that nobody takes for standard input or output. Where one of those was
  /// closed, its number was free: what the program prints would go into the file.
  private static func beyondStandardStreams(_ descriptor: Int32) -> Int32 {
    guard descriptor <= STDERR_FILENO else { return descriptor }
    defer { Glibc.close(descriptor) }
    return fcntl(descriptor, F_DUPFD_CLOEXEC, STDERR_FILENO + 1)
  }

  /// Whether the file is somewhere on the network. There this lock may be one for all bytes, which
  /// stands in the way of SQLite's own.
  var isOnNetwork: Bool {
    // NFS, SMB, its second version, CIFS and AFS.
    [0x6969, 0x517b, 0xfe53_4d42, 0xff53_4d42, 0x5346_414f].contains(
      csqlite_file_system(descriptor))
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
