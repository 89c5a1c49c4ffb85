/// What came of a request, by its number in SFTP version 3 (draft-ietf-secsh-filexfer-02,
/// section 7).
public enum SFTPStatus: UInt32, Sendable {
  /// Done.
  case ok = 0
  /// Nothing is left to read.
  case endOfFile = 1
  /// There is no such file or directory.
  case noSuchFile = 2
  /// It is not allowed.
  case permissionDenied = 3
  /// Anything else that went wrong.
  case failure = 4
  /// The request cannot be read.
  case badMessage = 5
  /// Said by clients to themselves only.
  case noConnection = 6
  /// Said by clients to themselves only.
  case connectionLost = 7
  /// The server does not do such things.
  case operationUnsupported = 8

  /// The words an OpenSSH server sends with it (OpenSSH source sftp-server.c).
  public var message: String {
    switch self {
    case .ok: "Success"
    case .endOfFile: "End of file"
    case .noSuchFile: "No such file"
    case .permissionDenied: "Permission denied"
    case .failure: "Failure"
    case .badMessage: "Bad message"
    case .noConnection: "No connection"
    case .connectionLost: "Connection lost"
    case .operationUnsupported: "Operation unsupported"
    }
  }
}
