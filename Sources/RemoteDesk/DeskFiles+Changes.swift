import Appliance
public import Journal
public import SFTP
public import Time
import Workstation

// MARK: - Changing

extension DeskFiles {
  /// Whoever is let in may change all.
  public func mayChange(_ path: RemotePath, _ action: Event.FileRequest.Action) {}

  /// Room for an upload.
  public func room(at path: RemotePath) throws(SFTPRefusal) -> any UploadRoom {
    let place = try place(of: path)
    return DeskRoom(
      try attempt(.put, at: path) { () throws(DriveFault) in
        try DriveRoom(on: drive, at: place, by: visit.presence)
      })
  }

  /// Deletes a file.
  public func remove(_ path: RemotePath) throws(SFTPRefusal) {
    let place = try place(of: path)
    try attempt(.remove, at: path) { () throws(DriveFault) in
      try drive.delete(place, by: visit.presence)
    }
  }

  /// Renames a file or folder; a file that is in the way stays, or with `replacing` goes.
  public func rename(
    _ old: RemotePath, to new: RemotePath, replacing: Bool
  ) throws(SFTPRefusal) {
    guard !old.isRoot, !new.isRoot else { throw .isBusy }
    let (place, target) = (try place(of: old), try place(of: new))
    try attempt(.rename, at: old) { () throws(DriveFault) in
      try drive.move(place, to: target, replacing: replacing, by: visit.presence)
    }
  }

  /// Makes a folder.
  public func makeDirectory(at path: RemotePath) throws(SFTPRefusal) {
    let place = try place(of: path)
    try attempt(.makeDirectory, at: path) { () throws(DriveFault) in
      try drive.createFolder(place, by: visit.presence)
    }
    note(.makeDirectory, at: path, isPermitted: true)
  }

  /// Deletes an empty folder.
  public func removeDirectory(at path: RemotePath) throws(SFTPRefusal) {
    guard !path.isRoot else { throw .isBusy }
    let place = try place(of: path)
    do throws(DriveFault) {
      try drive.deleteFolder(place, by: visit.presence)
    } catch {
      note(.removeDirectory, at: path, isPermitted: true)
      // For a folder, that it exists means that something is in it.
      throw error == .exists ? SFTPRefusal(.failure, DriveFault.notEmptyWords) : SFTPRefusal(error)
    }
    note(.removeDirectory, at: path, isPermitted: true)
  }

  /// There are no permissions to be set.
  public func setMode(_ mode: UInt16, of path: RemotePath) throws(SFTPRefusal) {
    _ = try found(at: path)
    note(.setMode, at: path, isPermitted: true)
  }

  /// Sets the time a file was last written; a folder keeps its own.
  public func setModified(_ time: UnixTime, of path: RemotePath) throws(SFTPRefusal) {
    let place = try place(of: path)
    try attempt(.setTime, at: path) { () throws(DriveFault) in
      try drive.setModified(time, of: place)
    }
    note(.setTime, at: path, isPermitted: true)
  }

  /// Does something; if it is refused, that is noted, and said in Windows' words.
  private func attempt<Result>(
    _ action: Event.FileRequest.Action, at path: RemotePath,
    _ body: () throws(DriveFault) -> Result
  ) throws(SFTPRefusal) -> Result {
    do throws(DriveFault) {
      return try body()
    } catch {
      note(action, at: path, isPermitted: true)
      throw SFTPRefusal(error)
    }
  }
}

/// Room on PC1's drive for one upload.
private final class DeskRoom: UploadRoom {
  private let room: DriveRoom

  init(_ room: DriveRoom) { self.room = room }

  func resize(to size: Int) throws(SFTPRefusal) {
    do throws(DriveFault) { try room.resize(to: size) } catch { throw SFTPRefusal(error) }
  }

  func store(
    _ contents: [UInt8], modified: UnixTime?, mode: UInt16?, newMode: UInt16, isNew: Bool
  ) throws(SFTPRefusal) {
    do throws(DriveFault) {
      try room.store(contents, modified: modified, isNew: isNew)
    } catch {
      throw SFTPRefusal(error)
    }
  }
}
