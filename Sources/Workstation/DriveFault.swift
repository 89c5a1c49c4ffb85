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

extension DriveFault {
  /// What Windows calls it.
  public var words: String { saying.text }

  /// What Windows says of a folder that is to go and has something in it.
  public static var notEmptyWords: String { CmdMessages.directoryNotEmpty.text }
}
