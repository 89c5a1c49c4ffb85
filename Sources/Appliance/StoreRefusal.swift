/// Why files were not stored. Nothing has changed then.
public enum StoreRefusal: Error, Equatable, Sendable {
  /// The name is not a ``FileName``.
  case invalidName(String)
  /// One file is larger than ``Quota/fileSize``.
  case fileTooLarge(String)
  /// There would be more files than ``Quota/fileCount``.
  case tooManyFiles
  /// All files together would be larger than ``Quota/totalSize``, or whoever keeps them has no room.
  case full
}

extension StoreRefusal: CustomStringConvertible {
  /// Why, in words of whoever chose the files.
  public var description: String {
    switch self {
    case .invalidName(let name): "\(name): file names are letters, digits, '.', '-' and '_'"
    case .fileTooLarge(let name): "\(name) is too large"
    case .tooManyFiles: "too many files"
    case .full: "there is no room for the files"
    }
  }
}
