import Appliance
public import Time

/// What SFTP shows of a file or directory, without what it holds.
public struct RemoteEntry: Sendable, Equatable {
  /// Its name.
  public let name: String
  /// Whether it is a directory.
  public let isDirectory: Bool
  /// Its permissions, in the lower twelve bits.
  public let mode: UInt16
  /// Its size in bytes.
  public let size: Int
  /// When it was last written.
  public let modified: UnixTime

  /// An entry with those attributes.
  public init(
    name: String, isDirectory: Bool = false, mode: UInt16, size: Int, modified: UnixTime
  ) {
    self.name = name
    self.isDirectory = isDirectory
    self.mode = mode
    self.size = size
    self.modified = modified
  }

  /// The entry of a file, seen at a time.
  init(of file: FileStore.File, at now: UnixTime) {
    self.init(
      name: file.name, mode: file.mode, size: file.contents.count, modified: file.modified ?? now)
  }

  /// The entry of the one directory, last written when the newest file was.
  init(directory name: String, holding files: [FileStore.File], at now: UnixTime) {
    self.init(
      name: name, isDirectory: true, mode: 0o755, size: 4096,
      modified: files.lazy.compactMap(\.modified).max() ?? now)
  }
}
