import Ledger

/// Why something was not done. Nothing has changed then.
public enum DriveFault: Error, Equatable {
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

extension DriveFault: CustomStringConvertible {
  /// What keeps something from being put there, in words of whoever set the lab up.
  public var description: String {
    switch self {
    case .notFound, .pathNotFound: "there is no such folder on PC1"
    case .accessDenied: "PC1 has a folder where a file is meant, or a file where a folder is"
    case .invalidName: "Windows has no files of that name"
    case .exists: "PC1 has something of that name already"
    case .full: "there is no room left on PC1"
    }
  }
}

extension DriveFault {
  /// What Windows calls it.
  public var words: String { saying.text }

  /// What Windows says of a folder that is to go and has something in it.
  public static var notEmptyWords: String { CmdMessages.directoryNotEmpty.text }
}
