import Appliance
public import Time

// MARK: - Changing

extension RemoteFiles {
  /// Whether a file may be created or written over at a path; gives its name.
  @discardableResult public func openForWriting(
    _ path: RemotePath
  ) throws(SFTPRefusal) -> String {
    try mayChange(path)
    guard !path.isRoot else { throw .isDirectory }
    return try newName(path)
  }

  /// Writes a whole file, into room kept for it as for any upload.
  public func write(_ contents: [UInt8], to path: RemotePath) throws(SFTPRefusal) {
    let name = try openForWriting(path)
    do throws(StoreRefusal) {
      let room = try Reservation(on: appliance, forFile: name, by: visit.presence)
      try room.resize(to: contents.count)
      _ = try room.store(FileStore.File(name: name, contents: contents))
    } catch {
      throw SFTPRefusal(error)
    }
  }

  /// Deletes a file.
  public func remove(_ path: RemotePath) throws(SFTPRefusal) {
    try mayChange(path)
    guard !path.isRoot else { throw .isDirectory }
    guard appliance.removeFile(try storedName(path), by: visit.presence) else { throw .noSuchFile }
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
      try appliance.renameFile(
        name, to: newName, replacing: replacing, by: visit.presence)
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
    if (try? item(at: path)) != nil { return .exists }
    return path.isNested ? .noSuchFile : .permissionDenied
  }

  /// Why a directory is not removed: there is only `/`, and that is in use.
  public func refusalToRemoveDirectory(at path: RemotePath) -> SFTPRefusal {
    if isReadOnly { return .permissionDenied }
    return path.isRoot ? .isBusy : .noSuchFile
  }

  // MARK: - Names

  /// Refuses what nobody, or not this user, may change.
  private func mayChange(_ path: RemotePath) throws(SFTPRefusal) {
    guard !isReadOnly else { throw .permissionDenied }
    // What cannot be a name cannot be one of the appliance's own either.
    if let name = try? storedName(path), !mayChange(named: name) { throw .permissionDenied }
  }

  /// The name of a file that may be changed and is not made by that.
  private func existingName(_ path: RemotePath) throws(SFTPRefusal) -> String {
    try mayChange(path)
    guard !path.isRoot else { throw .permissionDenied }
    return try storedName(path)
  }

  /// The name a file may get at a path.
  private func newName(_ path: RemotePath) throws(SFTPRefusal) -> String {
    guard !path.isNested else { throw .noSuchFile }
    guard FileName.isValid(bytes: path.name) else { throw .permissionDenied }
    return String(decoding: path.name, as: UTF8.self)
  }
}
