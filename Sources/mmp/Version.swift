import Gateway
import PKI

/// What the program is made of.
enum Version {
  /// The program's own.
  static let program = "0.9.0"

  /// A line each for the program and the libraries whose age matters, as they run.
  static var text: String {
    """
    mmp \(program)
    OpenSSL \(OpenSSLLibrary.version)
    libssh \(Gateway.libraryVersion)
    """
  }
}
