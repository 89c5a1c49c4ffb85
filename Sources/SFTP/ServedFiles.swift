public import Appliance
public import Journal
public import Time

/// A machine's files as the SFTP server reaches them, in a visitor's name.
///
/// Refusals have the statuses that clients go by, and a machine's own words.
public protocol ServedFiles: Sendable {
  /// The time by the machine's clock.
  var now: UnixTime { get }
  /// Whether each change is refused.
  var isReadOnly: Bool { get }
  /// How much there is and may be.
  var space: FileSpace { get }
  /// Whether the host has memory for more than is there.
  var hasMemory: @Sendable () -> Bool { get }

  // MARK: - Looking

  /// What is at a path.
  func found(at path: RemotePath) throws(SFTPRefusal) -> FoundItem

  /// The listing of a directory.
  func listing(of path: RemotePath) throws(SFTPRefusal) -> any RemoteListing

  /// Refuses a file of which there are too many open already.
  func mayOpen(_ path: RemotePath) throws(SFTPRefusal)

  // MARK: - Changing

  /// Refuses what nobody, or not this user, may change.
  func mayChange(_ path: RemotePath, _ action: Event.FileRequest.Action) throws(SFTPRefusal)

  /// Room for an upload, which is refused where no file may be created or written over.
  func room(at path: RemotePath) throws(SFTPRefusal) -> any UploadRoom

  /// Deletes a file.
  func remove(_ path: RemotePath) throws(SFTPRefusal)

  /// Renames a file; one that is in the way stays, or with `replacing` goes.
  func rename(_ old: RemotePath, to new: RemotePath, replacing: Bool) throws(SFTPRefusal)

  /// Makes a directory.
  func makeDirectory(at path: RemotePath) throws(SFTPRefusal)

  /// Deletes an empty directory.
  func removeDirectory(at path: RemotePath) throws(SFTPRefusal)

  /// Sets what a listing shows as permissions, as far as the machine has any.
  func setMode(_ mode: UInt16, of path: RemotePath) throws(SFTPRefusal)

  /// Sets the time a file was last written.
  func setModified(_ time: UnixTime, of path: RemotePath) throws(SFTPRefusal)

  // MARK: - Telling

  /// Notes what is asked for where no other event tells it.
  func note(_ action: Event.FileRequest.Action, at path: RemotePath, isPermitted: Bool)

  /// Notes that the visitor has got all of a file.
  func noteFetched(_ file: FileStore.File, at path: RemotePath)
}

/// What a path leads to.
public enum FoundItem: Sendable {
  /// A directory.
  case directory(RemoteEntry)
  /// A file.
  case file(FileStore.File)
}

/// A machine as a file system.
public struct FileSpace: Sendable {
  /// Most bytes in one file.
  public var fileSize: Int
  /// Most bytes in all files together, and how many are taken.
  public var size: (total: Int, used: Int)
  /// Most files, and how many there are.
  public var files: (total: Int, used: Int)

  /// Space of that size.
  public init(fileSize: Int, size: (total: Int, used: Int), files: (total: Int, used: Int)) {
    self.fileSize = fileSize
    self.size = size
    self.files = files
  }
}

/// A directory while it is listed.
public protocol RemoteListing: AnyObject {
  /// When that began.
  var time: UnixTime { get }

  /// The next entries, as many as fit an answer; none at the end.
  func next() -> [RemoteEntry]
}

/// Room that an upload keeps until it is stored or given up, so that what fitted when it was written
/// fits when it is stored.
public protocol UploadRoom: AnyObject {
  /// Makes it hold so many bytes; when that is refused, it holds what it held.
  func resize(to size: Int) throws(SFTPRefusal)

  /// Stores the upload in the place of the room, all at once. `mode` and `modified` are nil where
  /// the client has not said; `newMode` is what a new file gets. What is there already is refused
  /// if `isNew`.
  func store(
    _ contents: [UInt8], modified: UnixTime?, mode: UInt16?, newMode: UInt16, isNew: Bool
  ) throws(SFTPRefusal)
}
