/// How much an appliance stores.
public struct Quota: Sendable, Equatable {
  /// Most bytes in one file.
  public var fileSize: Int
  /// Most files.
  public var fileCount: Int
  /// Most bytes in all files together.
  public var totalSize: Int

  /// A quota; the defaults hold the largest lab many times over and keep a runaway script from
  /// eating the host's memory.
  public init(fileSize: Int = 64 << 20, fileCount: Int = 4096, totalSize: Int = 256 << 20) {
    self.fileSize = fileSize
    self.fileCount = fileCount
    self.totalSize = totalSize
  }
}
