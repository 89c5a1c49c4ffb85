public import Appliance

/// Why a server did not do what SFTP asked for.
public struct SFTPRefusal: Error, Equatable, Sendable {
  /// What programs go by.
  public let status: SFTPStatus
  /// What people may read; most clients show words of their own.
  public let message: String

  /// A refusal in the words of OpenSSH, unless others are given.
  public init(_ status: SFTPStatus, _ message: String? = nil) {
    self.status = status
    self.message = message ?? status.message
  }

  static let noSuchFile = SFTPRefusal(.noSuchFile)
  static let permissionDenied = SFTPRefusal(.permissionDenied)
  static let badMessage = SFTPRefusal(.badMessage)
  static let exists = SFTPRefusal(.failure, "File exists")
  static let isDirectory = SFTPRefusal(.failure, "Is a directory")
  /// What is in use is not to go away.
  public static let isBusy = SFTPRefusal(.failure, "Device or resource busy")
  static let noMemory = SFTPRefusal(.failure, "Server is short of memory")
  static let invalidHandle = SFTPRefusal(.failure, "Invalid handle")
  static let tooManyHandles = SFTPRefusal(.failure, "Too many open files")
  static let nameTooLong = SFTPRefusal(.failure, "File name too long")

  /// What SFTP says about files that were not stored.
  public init(_ refusal: StoreRefusal) {
    switch refusal {
    case .invalidName: self = .permissionDenied
    case .fileTooLarge: self.init(.failure, "File too large")
    case .tooManyFiles: self.init(.failure, "Too many files")
    case .full: self.init(.failure, "No space left on device")
    }
  }
}
