public import Time

/// A file or folder in a folder.
public struct DriveEntry: Sendable {
  /// Its name, in the case it was created with.
  public let name: String
  /// When it was last written, in seconds since 1970.
  public let modified: UnixTime
  /// The bytes of a file; nil for a folder.
  public let contents: [UInt8]?

  /// Whether it is a folder.
  public var isFolder: Bool { contents == nil }
}
