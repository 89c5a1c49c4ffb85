private import CSQLite
import Glibc
import Synchronization
import Threads

/// The file held open and locked by the one process that works on it. SQLite's own locks let several
/// in, one after the other; this one does not, and leaves the file to whoever only reads.
final class OwnerLock: Sendable {
  /// The files that this process has. SQLite's own locks on one of them end when the process closes
  /// any descriptor of it: none may be opened a second time.
  private static let held = Mutex<Set<FileIdentity>>([])

  private let state: Mutex<Int32>
  /// The file; -1 once it is closed.
  var descriptor: Int32 { state.withLock { $0 } }
  private let identity: FileIdentity
  /// The file's path from the root, without links.
  let path: String

  /// Whether the file was made by this.
  private let isNew: Bool

  /// Opens the file, or makes an empty one, and takes the lock.
  convenience init(_ name: String, creating: Bool) throws(StoreFault) {
    let held = Self.held.withLock { held in FileIdentity(of: name).map(held.contains) ?? false }
    if held { throw .inUse }
    try self.init(opening: name, creating: creating)
  }

  /// The header of a file; nil if it cannot be read, and if this process has the file.
  static func header(of name: String) -> FileHeader? {
    guard let identity = FileIdentity(of: name), !held.withLock({ $0.contains(identity) }) else {
      return nil
    }
    let descriptor = open(name, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { Glibc.close(descriptor) }
    return FileHeader(of: descriptor)
  }

  private init(opening name: String, creating: Bool) throws(StoreFault) {
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
    descriptor = Self.beyondStandardStreams(descriptor)
    guard descriptor >= 0 else { throw .unavailable(errno: errno) }
    var isLocked = false
    do throws(StoreFault) {
      guard let identity = FileIdentity(of: descriptor) else { throw .foreign }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw Self.fault(locking: errno) }
      isLocked = true
      path = try Self.path(of: name)
      // Another process may just have given up what it had made.
      guard FileIdentity(of: path) == identity else { throw .busy }
      self.identity = identity
    } catch {
      // Without locks nobody else can have it.
      if isNew, isLocked || error == .noLocks { unlink(name) }
      Glibc.close(descriptor)
      throw error
    }
    self.isNew = isNew
    state = Mutex(descriptor)
    _ = Self.held.withLock { $0.insert(identity) }
  }

  /// The path of a file from the root, without links.
  static func path(of name: String) throws(StoreFault) -> String {
    guard let real = realpath(name, nil) else { throw fault(opening: errno) }
    defer { free(real) }
    let path = String(cString: real)
    guard path.utf8.count <= StateFile.longestPath else { throw .pathTooLong }
    return path
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

  /// Has the disk get what is in the file and in its log, while nobody waits for that. A file that is
  /// closed meanwhile is left to SQLite, which waits for the disk when it closes.
  func sync() {
    // Where the system has no thread left, it is waited for.
    if !Thread.start({ self.syncNow() }) { syncNow() }
  }

  private func syncNow() {
    state.withLock { _ = fdatasync($0) }
    // Not locked by anybody, unlike the file: they may be opened a second time.
    let folder = path.lastIndex(of: "/").map { path[..<$0] } ?? ""
    for name in [path + "-wal", folder + "/"] {
      let descriptor = open(name, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      fsync(descriptor)
      Glibc.close(descriptor)
    }
  }

  /// Takes away what was beside the file, if nothing is where it was.
  func clearUp() {
    guard access(path, F_OK) != 0, errno == ENOENT else { return }
    for suffix in ["-wal", "-shm"] { unlink(path + suffix) }
  }

  /// Takes the file away again, if it was made by this.
  func discard() {
    if isNew, !isMoved { unlink(path) }
  }

  /// Lets others in. SQLite has closed the file before: its own locks on it end with this one.
  func close() {
    state.withLock { descriptor in
      guard descriptor >= 0 else { return }
      Glibc.close(descriptor)
      descriptor = -1
      _ = Self.held.withLock { $0.remove(identity) }
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
