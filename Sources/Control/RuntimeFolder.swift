public import Glibc

/// A folder for the sockets of one user, which nobody else can enter.
public struct RuntimeFolder: Sendable, Equatable {
  /// Its path.
  public let path: String
  /// Whose it is to be.
  public let user: uid_t

  /// Where sockets may be, in the order of preference.
  ///
  /// - Parameters:
  ///   - runtime: `$XDG_RUNTIME_DIR`. A relative path counts as none, as the XDG Base Directory
  ///     Specification has it; so does a folder that is not the user's, as a change of user leaves.
  ///   - user: whose sockets they are.
  ///   - temporary: a folder that everybody may write to, with the sticky bit.
  public static func candidates(
    runtime: String?, of user: uid_t, temporary: String = "/tmp"
  ) -> [RuntimeFolder] {
    var folders: [RuntimeFolder] = []
    if let runtime, runtime.hasPrefix("/"), Self.owner(of: runtime) == user {
      folders.append(RuntimeFolder(path: "\(runtime)/mmp", user: user))
    }
    return folders + [RuntimeFolder(path: "\(temporary)/mmp-\(user)", user: user)]
  }

  /// Makes it, if there is none.
  func create() throws(ControlError) {
    if mkdir(path, 0o700) != 0, errno != EEXIST { throw .system("make \(path)", errno) }
    try check()
  }

  /// Whether it is there.
  var exists: Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Fails if anybody but its user could put something into it. Where everybody may write, a link or
  /// another's folder may lie in wait.
  func check() throws(ControlError) {
    var status = stat()
    guard lstat(path, &status) == 0 else { throw .system("use \(path)", errno) }
    guard status.st_mode & S_IFMT == S_IFDIR, status.st_uid == user, status.st_mode & 0o077 == 0
    else { throw .unsafeFolder(path) }
  }

  private static func owner(of path: String) -> uid_t? {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR ? status.st_uid : nil
  }
}
