public import Appliance
import Journal
public import Time

extension RemoteFiles: ServedFiles {
  /// The time by the appliance's clock.
  public var now: UnixTime { appliance.now() }

  /// What the quota leaves.
  public var space: FileSpace {
    let (quota, usage) = (appliance.quota, appliance.usage)
    return FileSpace(
      fileSize: quota.fileSize, size: (quota.totalSize, usage.size),
      files: (quota.fileCount, usage.count))
  }

  /// What is at a path.
  public func found(at path: RemotePath) throws(SFTPRefusal) -> FoundItem {
    switch try item(at: path) {
    case .root: .directory(try entry(at: .root))
    case .file(let file): .file(file)
    }
  }

  /// The listing of the one directory there is.
  public func listing(of path: RemotePath) throws(SFTPRefusal) -> any RemoteListing {
    guard path.isRoot else { throw .noSuchFile }
    return OpenDirectory(of: self, at: now)
  }

  /// Refuses the appliance's own log where many old ones are open.
  public func mayOpen(_ path: RemotePath) throws(SFTPRefusal) {
    guard Appliance.isGenerated(String(decoding: path.name, as: UTF8.self)) else { return }
    guard appliance.mayOpenGenerated else { throw .tooManyHandles }
    guard hasMemory() else { throw .noMemory }
  }

  /// Room for an upload.
  public func room(at path: RemotePath) throws(SFTPRefusal) -> any UploadRoom {
    let name = try openForWriting(path)
    do throws(StoreRefusal) {
      return ApplianceRoom(
        try Reservation(on: appliance, forFile: name, by: visit.presence), named: name, of: visit)
    } catch {
      throw SFTPRefusal(error)
    }
  }

  /// The appliance keeps no directories.
  public func makeDirectory(at path: RemotePath) throws(SFTPRefusal) {
    throw refusalOfDirectory(at: path)
  }

  /// There is only `/`, and that is in use.
  public func removeDirectory(at path: RemotePath) throws(SFTPRefusal) {
    throw refusalToRemoveDirectory(at: path)
  }

  /// Notes that the visitor has got all of a file.
  public func noteFetched(_ file: FileStore.File, at path: RemotePath) { noteFetched(file) }
}

/// Room on an appliance for one upload.
private final class ApplianceRoom: UploadRoom {
  private let reservation: Reservation
  private let name: String
  private let visit: Visit

  init(_ reservation: Reservation, named name: String, of visit: Visit) {
    self.reservation = reservation
    self.name = name
    self.visit = visit
  }

  func resize(to size: Int) throws(SFTPRefusal) {
    do throws(StoreRefusal) {
      try reservation.resize(to: size)
    } catch {
      throw SFTPRefusal(error)
    }
  }

  func store(
    _ contents: [UInt8], modified: UnixTime?, mode: UInt16?, newMode: UInt16, isNew: Bool
  ) throws(SFTPRefusal) {
    let file = FileStore.File(
      name: name, contents: contents, modified: modified, mode: mode ?? newMode)
    let isStored: Bool
    do throws(StoreRefusal) {
      isStored = try reservation.store(file, mode: mode, isNew: isNew)
    } catch {
      throw SFTPRefusal(error)
    }
    guard isStored else { throw .exists }
    visit.dropFilesIfOver()
  }
}
