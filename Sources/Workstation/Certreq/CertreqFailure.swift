import Ledger

/// What ends certreq without a certificate: a line and a number for `%errorlevel%`.
struct CertreqFailure: Error {
  /// The line, its values filled in.
  let line: String
  /// The HRESULT.
  let code: UInt32

  /// cmd.exe shows an HRESULT as the signed number it is.
  var errorLevel: Int { Int(Int32(bitPattern: code)) }

  init(_ line: String, _ code: UInt32) {
    self.line = line
    self.code = code
  }

  static let cancelled = CertreqFailure(Message.certreqCancelled(), 0x8007_04C7)
  static let noRequest = CertreqFailure(Message.certreqNoRequest(), 0x8009_310B)
  static let unreachable = CertreqFailure(Message.certreqUnreachable(), 0x8007_06BA)
  static let accessDenied = CertreqFailure(Message.certreqAccessDenied(), 0x8007_0005)
  static let pathNotFound = CertreqFailure(Message.certreqPathNotFound(), 0x8007_0003)
  /// The code alone is known; Windows calls it a wrong parameter.
  static let misuse: UInt32 = 0x8007_0057

  /// The drive's answer.
  init(_ failure: Drive.Failure) {
    switch failure {
    case .notFound: self.init(Message.certreqFileNotFound(), 0x8007_0002)
    case .pathNotFound: self = .pathNotFound
    case .accessDenied, .exists: self.init(Message.certreqWriteDenied(), 0x8007_0005)
    case .invalidName: self.init(Message.certreqInvalidName(), 0x8007_007B)
    case .full: self.init(Message.certreqDiskFull(), 0x8007_0070)
    }
  }
}
