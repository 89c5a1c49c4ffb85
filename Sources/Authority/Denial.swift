public import PKI

/// Why a request did not lead to a certificate.
public struct Denial: Error, Equatable {
  /// The reasons.
  public enum Reason: Error, Equatable {
    /// The account is unknown, or the password is not its own. The request never reached the
    /// authority.
    case accessDenied
    /// The request did not pass a check; with the template it named.
    case refused(by: RequestCheck, template: String?)
    /// There is no request of the number that was asked for, or it is long ago.
    case unknownRequest
    /// The certificate could not be made; OpenSSL's words.
    case failed(OpenSSLError)
  }

  /// What is wrong.
  public let reason: Reason
  /// The number the authority gave the request; nil if the request never reached it.
  public let requestID: UInt32?

  /// A denial for that reason.
  public init(reason: Reason, requestID: UInt32?) {
    self.reason = reason
    self.requestID = requestID
  }
}

/// A certificate from an authority.
public struct Issued: Sendable {
  /// The number the authority gave the request.
  public let requestID: UInt32
  /// What was asked for.
  public let certificate: Certificate
  /// The authority's own certificate and those above it, up to the root.
  public let chain: [Certificate]
}

extension Denial.Reason {
  /// The reason in a word, for who is told of it.
  var name: String {
    switch self {
    case .accessDenied: "accessDenied"
    case .refused(let check, _): check.name
    case .unknownRequest: "unknownRequest"
    case .failed: "failed"
    }
  }
}
