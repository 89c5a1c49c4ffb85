public import Appliance
public import Journal
public import SFTP
public import Time
public import Workstation

/// The folder of PC1 that its windows open in, as SFTP shows it: `/`, and folders below it.
///
/// Names are Windows': any case finds a file, dots and blanks at the end do not count, and what
/// Windows refuses is refused in its words. There are no permissions: all may do everything, and
/// what a client wants of them is taken note of and nothing else.
public struct DeskFiles: ServedFiles {
  let visit: MachineVisit<Workstation>
  /// Whether the host has memory for more than is there.
  public let hasMemory: @Sendable () -> Bool

  /// The folder for a visitor, as long as the host has memory for more.
  public init(
    for visit: MachineVisit<Workstation>, hasMemory: @escaping @Sendable () -> Bool = { true }
  ) {
    self.visit = visit
    self.hasMemory = hasMemory
  }

  /// The time by PC1's clock.
  public var now: UnixTime { visit.machine.now() }
  /// Nobody is shown files without being allowed to change them.
  public var isReadOnly: Bool { false }

  var drive: Drive { visit.machine.drive }

  /// What the drive's capacity leaves.
  public var space: FileSpace {
    let (capacity, usage) = (drive.capacity, drive.usage)
    return FileSpace(
      fileSize: capacity.fileSize, size: (capacity.totalSize, usage.size),
      files: (capacity.entryCount, usage.count))
  }

  // MARK: - Looking

  /// The place on the drive that a path means.
  func place(of path: RemotePath) throws(SFTPRefusal) -> WindowsPath {
    var place = visit.machine.folder
    for bytes in path.names {
      guard let typed = String(validating: bytes, as: UTF8.self) else {
        throw SFTPRefusal(.invalidName)
      }
      let name = String(DriveName.withoutTail(typed[...]))
      guard DriveName.isValid(name) else { throw SFTPRefusal(.invalidName) }
      place = place.appending(name)
    }
    return place
  }

  /// What is at a path.
  public func found(at path: RemotePath) throws(SFTPRefusal) -> FoundItem {
    let place = try place(of: path)
    guard let entry = drive.entry(at: place) else {
      throw SFTPRefusal(drive.isFolder(place.parent) ? .notFound : .pathNotFound)
    }
    guard let contents = entry.contents else {
      return .directory(RemoteEntry(of: entry))
    }
    return .file(
      FileStore.File(name: place.description, contents: contents, modified: entry.modified))
  }

  /// The listing of a folder.
  public func listing(of path: RemotePath) throws(SFTPRefusal) -> any RemoteListing {
    guard case .directory(let entry) = try found(at: path) else {
      throw SFTPRefusal(.pathNotFound)
    }
    return DeskListing(
      of: try place(of: path), on: drive, modified: entry.modified, at: now)
  }

  /// Any number.
  public func mayOpen(_ path: RemotePath) {}

  // MARK: - Telling

  /// Notes what is asked for where no other event tells it.
  public func note(
    _ action: Event.FileRequest.Action, at path: RemotePath, isPermitted: Bool
  ) {
    let file = (try? place(of: path))?.description ?? path.text
    visit.presence.record(
      .asked(Event.FileRequest(action, file: file, isPermitted: isPermitted)))
  }

  /// Notes that the visitor has got all of a file.
  public func noteFetched(_ file: FileStore.File, at path: RemotePath) {
    visit.presence.record(.fetched(file.note))
  }
}

extension SFTPRefusal {
  /// What Windows says, with the status that clients go by.
  init(_ fault: DriveFault) {
    let status: SFTPStatus =
      switch fault {
      case .notFound, .pathNotFound: .noSuchFile
      case .accessDenied: .permissionDenied
      case .invalidName, .exists, .full: .failure
      }
    self.init(status, fault.words)
  }
}

extension RemoteEntry {
  /// The entry of a file or folder.
  init(of entry: DriveEntry) {
    self.init(
      name: entry.name, isDirectory: entry.isFolder, mode: entry.isFolder ? 0o755 : 0o644,
      size: entry.contents?.count ?? 0, modified: entry.modified)
  }
}
