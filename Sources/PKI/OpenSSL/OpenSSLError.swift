private import COpenSSL

/// What OpenSSL said when a call failed.
///
/// Equality compares `code` only: the words differ between OpenSSL releases.
public struct OpenSSLError: Error, Equatable, CustomStringConvertible {
  /// The packed library and reason number of the newest entry in OpenSSL's error queue, or 0.
  public let code: UInt
  /// OpenSSL's words for that entry.
  public let reason: String

  /// OpenSSL's words.
  public var description: String { reason }

  /// Same code.
  public static func == (left: Self, right: Self) -> Bool { left.code == right.code }

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
