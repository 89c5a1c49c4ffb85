import Journal
public import Time

/// Drive C: of PC1, in memory: folders and files with their times.
///
/// Names keep their case and are found in any. Nothing of the host's file system is behind it.
public final class Drive {
  /// How much the drive holds, so that nothing typed can eat the host's memory.
  public struct Capacity: Sendable {
    /// Most bytes in one file.
    public var fileSize: Int
    /// Most bytes in all files together.
    public var totalSize: Int
    /// Most files and folders.
    public var entryCount: Int
    /// Most UTF-16 units in a whole path: `MAX_PATH` without its closing zero.
    public var pathLength = 259

    /// Capacity; the defaults hold the largest lab many times over.
    public init(
      fileSize: Int = 64 << 20, totalSize: Int = 256 << 20, entryCount: Int = 10_000
    ) {
      self.fileSize = fileSize
      self.totalSize = totalSize
      self.entryCount = entryCount
    }
  }

  /// How much it holds.
  public let capacity: Capacity
  /// Its folders; the entries of each by ``key(of:)``.
  var folders: [WindowsPath: [String: DriveEntry]] = [.root: [:]]
  /// The bytes in all files.
  var usedSize = 0
  /// The files and folders.
  var usedEntries = 0
  let now: @Sendable () -> UnixTime
  /// Who is told of what changes.
  var whenChanged: (Event.Kind) -> Void = { _ in }

  /// An empty drive with that clock.
  public init(capacity: Capacity = Capacity(), now: @escaping @Sendable () -> UnixTime) {
    self.capacity = capacity
    self.now = now
  }

  /// What stands at `path`; nil if nothing does. The root is a folder without a name.
  public func entry(at path: WindowsPath) -> DriveEntry? {
    guard !path.names.isEmpty else { return DriveEntry(name: "", modified: now(), contents: nil) }
    return folders[path.parent]?[Self.key(of: path.name)]
  }

  /// Whether there is a folder at `path`.
  public func isFolder(_ path: WindowsPath) -> Bool { folders[path] != nil }

  /// The bytes of the file at `path`.
  public func read(_ path: WindowsPath) throws(DriveFault) -> [UInt8] {
    guard let entry = entry(at: path) else { throw missing(path) }
    guard let contents = entry.contents else { throw .accessDenied }
    return contents
  }

  /// What is in a folder, in the order of an NTFS index.
  public func list(_ folder: WindowsPath) throws(DriveFault) -> [DriveEntry] {
    guard let entries = folders[folder] else {
      throw entry(at: folder) == nil ? missing(folder) : .accessDenied
    }
    return entries.values.map { (NTFSOrder($0.name), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// `path` with every name in the case it was created with; names that do not exist stay.
  public func spelled(_ path: WindowsPath) -> WindowsPath {
    var spelled = WindowsPath.root
    for name in path.names {
      spelled = spelled.appending(folders[spelled]?[Self.key(of: name)]?.name ?? name)
    }
    return spelled
  }

  /// Why there is nothing at `path`.
  func missing(_ path: WindowsPath) -> DriveFault {
    isFolder(path.parent) ? .notFound : .pathNotFound
  }

  /// What names are compared by.
  static func key(of name: String) -> String { name.lowercased() }
}
