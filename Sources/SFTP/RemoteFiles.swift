public import Appliance
public import PKI

/// An appliance's files as SFTP shows them: one directory, `/`, that cannot have others in it.
///
/// Statuses are those an OpenSSH server derives from what the file system answers.
public struct RemoteFiles: Sendable {
  /// The appliance's files at a path.
  public enum Node: Sendable {
    /// The one directory.
    case root
    /// A file, stored or generated.
    case file(FileStore.File)
  }

  /// Whose files they are.
  public let appliance: Appliance
  /// Whether each change is refused.
  public let isReadOnly: Bool
  /// Those of them that the user meets.
  private let files: UserFiles

  /// The files of an appliance for somebody of that role.
  public init(of appliance: Appliance, for role: Role) {
    self.appliance = appliance
    files = UserFiles(of: appliance, for: role)
    isReadOnly = role.fileAccess != .full
  }

  // MARK: - Reading

  /// What is at a path.
  public func node(at path: RemotePath) throws(SFTPRefusal) -> Node {
    guard !path.isRoot else { return .root }
    guard let file = files.file(named: try storedName(path)) else { throw .noSuchFile }
    return .file(file)
  }

  /// What is at a path, without what it holds.
  public func entry(at path: RemotePath) throws(SFTPRefusal) -> RemoteEntry {
    let now = appliance.now()
    return switch try node(at: path) {
    case .root: RemoteEntry(directory: ".", holding: files.all, at: now)
    case .file(let file): RemoteEntry(of: file, at: now)
    }
  }

  /// All files by name, when `path` is the one directory there is.
  public func list(_ path: RemotePath) throws(SFTPRefusal) -> [FileStore.File] {
    guard path.isRoot else { throw .noSuchFile }
    return files.all.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The entries of a directory, with `.` and `..` in front, seen at a time.
  public func entries(of path: RemotePath, at now: UnixTime) throws(SFTPRefusal) -> [RemoteEntry] {
    let files = try list(path)
    return [".", ".."].map { RemoteEntry(directory: $0, holding: files, at: now) }
      + files.map { RemoteEntry(of: $0, at: now) }
  }

  // MARK: - Changing

  /// Whether a file may be created or written over at a path; gives its name.
  @discardableResult public func openForWriting(
    _ path: RemotePath
  ) throws(SFTPRefusal) -> String {
    try mayChange(path)
    guard !path.isRoot else { throw .isDirectory }
    return try newName(path)
  }

  /// Writes a whole file.
  public func write(_ contents: [UInt8], to path: RemotePath) throws(SFTPRefusal) {
    let name = try openForWriting(path)
    do {
      try appliance.store(FileStore.File(name: name, contents: contents))
    } catch {
      throw SFTPRefusal(error)
    }
  }

  /// Deletes a file.
  public func remove(_ path: RemotePath) throws(SFTPRefusal) {
    try mayChange(path)
    guard !path.isRoot else { throw .isDirectory }
    guard appliance.removeFile(try storedName(path)) else { throw .noSuchFile }
  }

  /// Renames a file; one that is in the way stays, or with `replacing` goes.
  public func rename(
    _ old: RemotePath, to new: RemotePath, replacing: Bool = false
  ) throws(SFTPRefusal) {
    try mayChange(old)
    guard !old.isRoot, !new.isRoot else { throw .isBusy }
    let name = try storedName(old)
    guard appliance.file(named: name) != nil else { throw .noSuchFile }
    try mayChange(new)
    let newName = try newName(new)
    do throws(FileStore.RenameFailure) {
      try appliance.renameFile(name, to: newName, replacing: replacing)
    } catch {
      switch error {
      case .notFound: throw .noSuchFile
      case .exists: throw .exists
      case .invalidName: throw .permissionDenied
      }
    }
  }

  /// Sets what a listing shows as permissions; only the lower twelve bits count.
  public func setMode(_ mode: UInt16, of path: RemotePath) throws(SFTPRefusal) {
    let name = try existingName(path)
    guard appliance.setMode(mode & 0o7777, ofFile: name) else { throw .noSuchFile }
  }

  /// Sets the time a file was last written.
  public func setModified(_ time: UnixTime, of path: RemotePath) throws(SFTPRefusal) {
    let name = try existingName(path)
    guard appliance.setModified(time, ofFile: name) else { throw .noSuchFile }
  }

  /// Why a directory is not made: the appliance keeps none.
  public func refusalOfDirectory(at path: RemotePath) -> SFTPRefusal {
    if isReadOnly { return .permissionDenied }
    if (try? node(at: path)) != nil { return .exists }
    return path.isNested ? .noSuchFile : .permissionDenied
  }

  /// Why a directory is not removed: there is only `/`, and that is in use.
  public func refusalToRemoveDirectory(at path: RemotePath) -> SFTPRefusal {
    if isReadOnly { return .permissionDenied }
    return path.isRoot ? .isBusy : .noSuchFile
  }
}

// MARK: - Names

extension RemoteFiles {
  /// Refuses what nobody, or not this user, may change.
  private func mayChange(_ path: RemotePath) throws(SFTPRefusal) {
    guard !isReadOnly else { throw .permissionDenied }
    // What cannot be a name cannot be one of the appliance's own either.
    if let name = try? storedName(path), !files.mayChange(name) { throw .permissionDenied }
  }

  /// The name of a file that may be changed and is not made by that.
  private func existingName(_ path: RemotePath) throws(SFTPRefusal) -> String {
    try mayChange(path)
    guard !path.isRoot else { throw .permissionDenied }
    return try storedName(path)
  }

  /// The name a stored file at a path would have.
  private func storedName(_ path: RemotePath) throws(SFTPRefusal) -> String {
    guard FileName.isValid(bytes: path.name) else { throw .noSuchFile }
    return String(decoding: path.name, as: UTF8.self)
  }

  /// The name a file may get at a path.
  private func newName(_ path: RemotePath) throws(SFTPRefusal) -> String {
    guard !path.isNested else { throw .noSuchFile }
    guard FileName.isValid(bytes: path.name) else { throw .permissionDenied }
    return String(decoding: path.name, as: UTF8.self)
  }
}
