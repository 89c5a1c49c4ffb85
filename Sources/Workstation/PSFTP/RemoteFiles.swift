import Appliance
import PKI

/// An appliance's files as SFTP shows them: one directory, `/`, that cannot have others in it.
///
/// Statuses are those an OpenSSH server derives from what the file system answers.
struct RemoteFiles {
  /// Whose files they are.
  let appliance: Appliance
  /// Those of them that the user meets.
  private let files: UserFiles

  /// The files of an appliance for somebody of that role.
  init(of appliance: Appliance, for role: Role) {
    self.appliance = appliance
    files = UserFiles(of: appliance, for: role)
  }

  /// The appliance's files at a path.
  enum Node {
    case root
    case file(FileStore.File)
  }

  /// `path`, taken from the folder `folder`, without `.`, `..` and needless slashes.
  static func canonical(_ path: String, in folder: String) -> String {
    var names: [Substring] = []
    for name in (path.hasPrefix("/") ? path : folder + "/" + path).split(separator: "/") {
      switch name {
      case ".": break
      case "..": _ = names.popLast()
      default: names.append(name)
      }
    }
    return "/" + names.joined(separator: "/")
  }

  /// What is at a canonical path.
  func node(at path: String) throws(SFTPStatus) -> Node {
    guard path != "/" else { return .root }
    guard let file = files.file(named: String(path.dropFirst())) else { throw .noSuchFile }
    return .file(file)
  }

  /// All files, when `path` is the one directory there is.
  func list(_ path: String) throws(SFTPStatus) -> [FileStore.File] {
    guard path == "/" else { throw .noSuchFile }
    return files.all.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// Whether a file may be created or written over at a path.
  func openForWriting(_ path: String) throws(SFTPStatus) {
    guard path != "/" else { throw .failure }
    _ = try newName(path)
  }

  /// Writes a file that was opened for writing.
  func write(_ contents: [UInt8], to path: String) throws(SFTPStatus) {
    do {
      try appliance.store(FileStore.File(name: String(path.dropFirst()), contents: contents))
    } catch {
      throw .failure
    }
  }

  /// Deletes a file.
  func remove(_ path: String) throws(SFTPStatus) {
    guard path != "/" else { throw .failure }
    try checkChange(of: path)
    guard appliance.removeFile(String(path.dropFirst())) else { throw .noSuchFile }
  }

  /// Renames a file; one that is in the way stays.
  func rename(_ old: String, to new: String) throws(SFTPStatus) {
    guard old != "/", new != "/" else { throw .failure }
    try checkChange(of: old)
    _ = try newName(new)
    do throws(FileStore.RenameFailure) {
      try appliance.renameFile(String(old.dropFirst()), to: String(new.dropFirst()))
    } catch {
      switch error {
      case .notFound: throw .noSuchFile
      case .exists: throw .failure
      case .invalidName: throw .permissionDenied
      }
    }
  }

  /// Why a directory is not made: the appliance keeps none.
  func refusalOfDirectory(at path: String) -> SFTPStatus {
    if (try? node(at: path)) != nil { return .failure }
    return path.dropFirst().contains("/") ? .noSuchFile : .permissionDenied
  }

  /// Why a directory is not removed: there is only `/`, and that is in use.
  func refusalToRemoveDirectory(at path: String) -> SFTPStatus {
    path == "/" ? .failure : .noSuchFile
  }

  /// Sets what a listing shows as permissions.
  func setMode(_ mode: UInt16, of path: String) throws(SFTPStatus) {
    guard path != "/" else { throw .permissionDenied }
    try checkChange(of: path)
    guard appliance.setMode(mode, ofFile: String(path.dropFirst())) else { throw .noSuchFile }
  }

  /// The name a file may get at a path.
  private func newName(_ path: String) throws(SFTPStatus) -> String {
    let name = path.dropFirst()
    guard !name.contains("/") else { throw .noSuchFile }
    guard FileName.isValid(name), files.mayChange(String(name)) else { throw .permissionDenied }
    return String(name)
  }

  /// Whether the user may change the file at a path; what is not seen is not there.
  private func checkChange(of path: String) throws(SFTPStatus) {
    _ = try node(at: path)
    guard files.mayChange(String(path.dropFirst())) else { throw .permissionDenied }
  }
}
