public import Glibc

/// Where the process that has a file open can be reached.
public struct ControlAddress: Sendable, Equatable {
  /// The socket's name. It is made of the file's device and number: all paths to a file lead to one
  /// socket, and none is too long. A file that is open keeps its number, even when it is removed.
  public let name: String
  /// Whose file it is. That user's processes are believed, and root's.
  public let user: uid_t
  /// Where the socket may be, in the order of preference.
  public let folders: [RuntimeFolder]

  /// The address of a file that is there.
  ///
  /// - Parameters:
  ///   - runtime: `$XDG_RUNTIME_DIR`; see ``RuntimeFolder``.
  ///   - temporary: a folder that everybody may write to.
  ///   - runtimes: where users' runtime folders are, each named by its user's number.
  ///   - service: the runtime folder of the packaged service, whose user has none of those.
  public init(
    ofFile path: String, runtime: String?, temporary: String = "/tmp",
    runtimes: String = "/run/user", service: String = "/run/mmp"
  ) throws(ControlError) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw .system("read \(path)", errno) }
    name = String(status.st_dev, radix: 16) + "-" + String(status.st_ino, radix: 16)
    // The folder of whoever serves: root serves in its own, and finds others' in theirs.
    user = status.st_uid
    let own = geteuid()
    var folders = RuntimeFolder.candidates(runtime: runtime, of: own, temporary: temporary)
    // The user's own, too: one process may have been told of the runtime folder and the other not, as
    // one that a timer or `su` started.
    for runtime in ["\(runtimes)/\(user)", service] {
      let others = RuntimeFolder.candidates(runtime: runtime, of: user, temporary: temporary)
      folders += others.filter { !folders.contains($0) }
    }
    self.folders = folders
  }

  /// The paths at which the socket may be, in the order of preference.
  public var socketPaths: [String] { folders.map { socketPath(in: $0) } }

  func socketPath(in folder: RuntimeFolder) -> String { "\(folder.path)/\(name)" }

  func lockPath(in folder: RuntimeFolder) -> String { "\(folder.path)/\(name).lock" }
}
