public import Appliance
public import Journal
public import Time

/// An appliance's files as SFTP shows them: one directory, `/`, that cannot have others in it.
///
/// Statuses are those an OpenSSH server derives from what the file system answers.
public struct RemoteFiles: Sendable {
  /// What a path leads to.
  public enum Item: Sendable {
    /// The one directory.
    case root
    /// A file, stored or generated.
    case file(FileStore.File)
  }

  /// In whose name they are read and changed.
  public let visit: Visit
  /// Whether each change is refused.
  public let isReadOnly: Bool
  /// Whether the host has memory for more than is there.
  public let hasMemory: @Sendable () -> Bool
  /// Those of them that the user meets.
  private let files: UserFiles

  /// The files of an appliance for one of its visitors, as long as the host has memory for more.
  public init(for visit: Visit, hasMemory: @escaping @Sendable () -> Bool = { true }) {
    self.visit = visit
    self.hasMemory = hasMemory
    files = UserFiles(for: visit)
    isReadOnly = visit.role.fileAccess != .full
  }

  /// Whose files they are.
  public var appliance: Appliance { visit.appliance }

  /// Notes that the visitor has got all of a file.
  public func noteFetched(_ file: FileStore.File) {
    visit.presence.record(.fetched(file.note))
  }

  /// Notes what is asked for where no other event tells it.
  public func note(_ action: Event.FileRequest.Action, at path: RemotePath, isPermitted: Bool) {
    visit.presence.record(
      .asked(
        Event.FileRequest(
          action, file: String(decoding: path.name, as: UTF8.self), isPermitted: isPermitted)))
  }

  // MARK: - Reading

  /// What is at a path.
  public func item(at path: RemotePath) throws(SFTPRefusal) -> Item {
    guard !path.isRoot else { return .root }
    guard let file = files.file(named: try storedName(path)) else { throw .noSuchFile }
    return .file(file)
  }

  /// What is at a path, without what it holds.
  public func entry(at path: RemotePath) throws(SFTPRefusal) -> RemoteEntry {
    let now = appliance.now()
    return switch try item(at: path) {
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
    return directories(at: now) + files.map { RemoteEntry(of: $0, at: now) }
  }

  /// The entries `.` and `..`, seen at a time.
  func directories(at now: UnixTime) -> [RemoteEntry] {
    let files = files.all
    return [".", ".."].map { RemoteEntry(directory: $0, holding: files, at: now) }
  }

  /// The first files by name behind the one of that name, or of all.
  func files(after name: String?, atMost limit: Int) -> [FileStore.File] {
    let all = files.all
    var found: [Int] = []
    for (index, file) in all.enumerated() {
      if let name, !name.utf8.lexicographicallyPrecedes(file.name.utf8) { continue }
      var (low, high) = (0, found.count)
      while low < high {
        let middle = (low + high) / 2
        if all[found[middle]].name.utf8.lexicographicallyPrecedes(file.name.utf8) {
          low = middle + 1
        } else {
          high = middle
        }
      }
      guard low < limit else { continue }
      if found.count == limit { found.removeLast() }
      found.insert(index, at: low)
    }
    return found.map { all[$0] }
  }

  // MARK: - Names

  /// Whether the user may change a file of that name, or make one.
  func mayChange(named name: String) -> Bool { files.mayChange(name) }

  /// The name a stored file at a path would have, or one for the time of an upload.
  func storedName(_ path: RemotePath) throws(SFTPRefusal) -> String {
    guard FileName.isValid(bytes: path.name) || FileName.isWorking(bytes: path.name) else {
      throw .noSuchFile
    }
    return String(decoding: path.name, as: UTF8.self)
  }
}
