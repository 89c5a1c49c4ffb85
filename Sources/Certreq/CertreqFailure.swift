import Ledger
import Workstation

/// What ends certreq without a certificate: a line and a number for `%errorlevel%`.
struct CertreqFailure: Error {
  /// What is said.
  let saying: Saying
  /// The HRESULT.
  let code: UInt32

  /// cmd.exe shows an HRESULT as the signed number it is.
  static func errorLevel(of code: UInt32) -> Int { Int(Int32(bitPattern: code)) }

  /// What `%errorlevel%` is then.
  var errorLevel: Int { Self.errorLevel(of: code) }

  init(_ saying: Saying, _ code: UInt32) {
    self.saying = saying
    self.code = code
  }

  static let cancelled = CertreqFailure(CertreqMessages.cancelled, 0x8007_04C7)
  static let noRequest = CertreqFailure(CertreqMessages.noRequest, 0x8009_310B)
  static let unreachable = CertreqFailure(CertreqMessages.unreachable, 0x8007_06BA)
  static let accessDenied = CertreqFailure(CertreqMessages.accessDenied, 0x8007_0005)
  static let pathNotFound = CertreqFailure(CertreqMessages.pathNotFound, 0x8007_0003)
  static let unknownRequest = CertreqFailure(CertreqMessages.unknownRequest, 0x8009_4004)
  static let badNumber = CertreqFailure(CertreqMessages.badNumber, 0x8007_0057)
  /// The code alone is known; Windows calls it a wrong parameter.
  static let misuse: UInt32 = 0x8007_0057

  /// The drive's answer.
  init(_ failure: DriveFault) {
    switch failure {
    case .notFound: self.init(CertreqMessages.fileNotFound, 0x8007_0002)
    case .pathNotFound: self = .pathNotFound
    case .accessDenied, .exists: self.init(CertreqMessages.writeDenied, 0x8007_0005)
    case .invalidName: self.init(CertreqMessages.invalidName, 0x8007_007B)
    case .full: self.init(CertreqMessages.diskFull, 0x8007_0070)
    }
  }
}
