/// Why files were not stored. Nothing has changed then.
public enum StoreRefusal: Error, Equatable, Sendable {
  /// The name is not a ``FileName``.
  case invalidName(String)
  /// One file is larger than ``Quota/fileSize``.
  case fileTooLarge(String)
  /// There would be more files than ``Quota/fileCount``.
  case tooManyFiles
  /// All files together would be larger than ``Quota/totalSize``.
  case full
}
