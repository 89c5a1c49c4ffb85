import Appliance
public import Journal
public import Time

// MARK: - Changing

extension RemoteFiles {
  /// Whether a file may be created or written over at a path; gives its name.
  @discardableResult public func openForWriting(
    _ path: RemotePath
  ) throws(SFTPRefusal) -> String {
    try mayChange(path, .put)
    guard !path.isRoot else { throw .isDirectory }
    guard !FileName.isWorking(bytes: path.name) else { return try storedName(path) }
    return try newName(path, .put)
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
    visit.dropFilesIfOver()
  }

  /// Deletes a file.
  public func remove(_ path: RemotePath) throws(SFTPRefusal) {
    try mayChange(path, .remove)
    guard !path.isRoot else { throw .isDirectory }
    let name = try storedName(path)
    let isRemoved: Bool
    do throws(StoreRefusal) {
      isRemoved = try appliance.removeFile(name, by: visit.presence)
    } catch {
      note(.remove, at: path, isPermitted: true)
      throw SFTPRefusal(error)
    }
    guard isRemoved || appliance.removeWorkingFile(name, of: visit.account.name) else {
      note(.remove, at: path, isPermitted: true)
      throw .noSuchFile
    }
  }

  /// Renames a file; one that is in the way stays, or with `replacing` goes. A file that has its
  /// name for the time of an upload gets its final one, which is judged now.
  public func rename(
    _ old: RemotePath, to new: RemotePath, replacing: Bool = false
  ) throws(SFTPRefusal) {
    try mayChange(old, .rename)
    guard !old.isRoot, !new.isRoot else { throw .isBusy }
    let name = try storedName(old)
    let isStored = appliance.file(named: name) != nil
    guard isStored || appliance.workingFile(name, of: visit.account.name) != nil else {
      note(.rename, at: old, isPermitted: true)
      throw .noSuchFile
    }
    try mayChange(new, .rename)
    let newName = try newName(new, .rename)
    do throws(FileStore.RenameFailure) {
      if isStored {
        try appliance.renameFile(name, to: newName, replacing: replacing, by: visit.presence)
      } else {
        try appliance.finishWorkingFile(
          name, of: visit.account.name, as: newName, replacing: replacing, by: visit.presence)
      }
    } catch {
      note(.rename, at: old, isPermitted: true)
      switch error {
      case .notFound: throw .noSuchFile
      case .exists: throw .exists
      case .invalidName: throw .permissionDenied
      case .full: throw SFTPRefusal(StoreRefusal.full)
      }
    }
  }

  /// Sets what a listing shows as permissions; only the lower twelve bits count.
  public func setMode(_ mode: UInt16, of path: RemotePath) throws(SFTPRefusal) {
    let name = try existingName(path, .setMode)
    let isSet = try refusing { () throws(StoreRefusal) in
      try appliance.setMode(mode & 0o7777, ofFile: name)
    }
    guard isSet || appliance.setWorkingFile(name, of: visit.account.name, mode: mode & 0o7777)
    else { throw .noSuchFile }
    note(.setMode, at: path, isPermitted: true)
  }

  /// Sets the time a file was last written.
  public func setModified(_ time: UnixTime, of path: RemotePath) throws(SFTPRefusal) {
    let name = try existingName(path, .setTime)
    let isSet = try refusing { () throws(StoreRefusal) in
      try appliance.setModified(time, ofFile: name)
    }
    guard isSet || appliance.setWorkingFile(name, of: visit.account.name, modified: time)
    else { throw .noSuchFile }
    note(.setTime, at: path, isPermitted: true)
  }

  private func refusing<Result>(
    _ body: () throws(StoreRefusal) -> Result
  ) throws(SFTPRefusal) -> Result {
    do throws(StoreRefusal) { return try body() } catch { throw SFTPRefusal(error) }
  }

  /// Why a directory is not made: the appliance keeps none.
  public func refusalOfDirectory(at path: RemotePath) -> SFTPRefusal {
    note(.makeDirectory, at: path, isPermitted: false)
    if isReadOnly { return .permissionDenied }
    if (try? item(at: path)) != nil { return .exists }
    return path.isNested ? .noSuchFile : .permissionDenied
  }

  /// Why a directory is not removed: there is only `/`, and that is in use.
  public func refusalToRemoveDirectory(at path: RemotePath) -> SFTPRefusal {
    note(.removeDirectory, at: path, isPermitted: false)
    if isReadOnly { return .permissionDenied }
    return path.isRoot ? .isBusy : .noSuchFile
  }

  // MARK: - Names

  /// Refuses what nobody, or not this user, may change.
  public func mayChange(
    _ path: RemotePath, _ action: Event.FileRequest.Action
  ) throws(SFTPRefusal) {
    // What cannot be a name cannot be one of the appliance's own either.
    let name = try? storedName(path)
    guard isReadOnly || name.map({ !mayChange(named: $0) }) ?? false else { return }
    note(action, at: path, isPermitted: false)
    throw .permissionDenied
  }

  /// The name of a file that may be changed and is not made by that.
  private func existingName(
    _ path: RemotePath, _ action: Event.FileRequest.Action
  ) throws(SFTPRefusal) -> String {
    try mayChange(path, action)
    guard !path.isRoot else { throw .permissionDenied }
    return try storedName(path)
  }

  /// The name a file may get at a path.
  private func newName(
    _ path: RemotePath, _ action: Event.FileRequest.Action
  ) throws(SFTPRefusal) -> String {
    guard !path.isNested else { throw .noSuchFile }
    guard FileName.isValid(bytes: path.name) else {
      note(action, at: path, isPermitted: false)
      throw .permissionDenied
    }
    return String(decoding: path.name, as: UTF8.self)
  }
}
