public import PKI

/// Drive C: of PC1, in memory: folders and files with their times.
///
/// Names keep their case and are found in any. Nothing of the host's file system is behind it.
public final class Drive {
  /// A file or folder in a folder.
  public struct Entry {
    /// Its name, in the case it was created with.
    public let name: String
    /// When it was last written, in seconds since 1970.
    public let modified: UnixTime
    /// The bytes of a file; nil for a folder.
    public let contents: [UInt8]?

    /// Whether it is a folder.
    public var isFolder: Bool { contents == nil }
  }

  /// Why something was not done. Nothing has changed then.
  public enum Failure: Error, Equatable {
    /// There is no such file or folder.
    case notFound
    /// The folder on the way there does not exist.
    case pathNotFound
    /// A folder stands where a file is meant, or the other way round.
    case accessDenied
    /// The name has a reserved character or is a reserved name (`con`, `nul`, ...).
    case invalidName
    /// There is something of that name already.
    case exists
    /// The drive's limit is reached.
    case full
  }

  var folders: [WindowsPath: [String: Entry]] = [.root: [:]]
  let now: @Sendable () -> UnixTime

  /// An empty drive with that clock.
  public init(now: @escaping @Sendable () -> UnixTime) { self.now = now }
}
