import SFTP

extension SFTPStatus {
  /// What psftp calls it (PuTTY source 0.70 sftp.c).
  var words: String {
    switch self {
    case .ok: "unexpected OK response"
    case .endOfFile: "end of file"
    case .noSuchFile: "no such file or directory"
    case .permissionDenied: "permission denied"
    case .failure: "failure"
    case .badMessage: "bad message"
    case .noConnection: "no connection"
    case .connectionLost: "connection lost"
    case .operationUnsupported: "operation unsupported"
    }
  }
}
