private import COpenSSL

/// What OpenSSL said when a call failed.
///
/// Equality compares `code` only: the words differ between OpenSSL releases.
public struct OpenSSLError: Error, Equatable, CustomStringConvertible {
  /// The packed library and reason number of the newest entry in OpenSSL's error queue, or 0.
  public let code: UInt
  /// OpenSSL's words for that entry.
  public let reason: String

  /// An error of that number, in those words.
  public init(code: UInt, reason: String) {
    self.code = code
    self.reason = reason
  }

  /// OpenSSL's words.
  public var description: String { reason }

  /// Same code.
  public static func == (left: Self, right: Self) -> Bool { left.code == right.code }

  /// The password is wrong: a seal or the padding of what was decrypted says so.
  public static let wrongPassword = OpenSSLError(code: .max - 11, reason: "wrong password")
  /// Something is encrypted or sealed by an algorithm that nobody here knows.
  public static let unknownCipher = OpenSSLError(code: .max - 12, reason: "unknown cipher")
  /// A container without a private key.
  public static let missingKey = OpenSSLError(code: .max - 13, reason: "no private key")
  /// A container without the certificate that belongs to its private key.
  public static let missingCertificate = OpenSSLError(code: .max - 14, reason: "no certificate")

  /// Empties this thread's error queue into a value: the one place that reads it.
  static func drain() -> OpenSSLError {
    let code = ERR_peek_last_error()
    let reason = ERR_reason_error_string(code).map { String(cString: $0) } ?? "no reason given"
    ERR_clear_error()
    return OpenSSLError(code: code, reason: reason)
  }
}

/// The pointer a C call returned, or the reason why it returned none.
func made<Pointer>(_ pointer: Pointer?) throws(OpenSSLError) -> Pointer {
  guard let pointer else { throw OpenSSLError.drain() }
  return pointer
}

/// Throws unless a C call returned success (a number above 0).
func succeeded(_ result: Int32) throws(OpenSSLError) {
  guard result > 0 else { throw OpenSSLError.drain() }
}
