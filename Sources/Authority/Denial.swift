public import PKI

/// Why a request did not lead to a certificate.
public struct Denial: Error, Equatable {
  /// The reasons.
  public enum Reason: Sendable, Equatable {
    /// The account is unknown, or the password is not its own. The request never reached the
    /// authority.
    case accessDenied
    /// The request's signature was not made by the key inside it.
    case badSignature
    /// Neither the request nor the attributes name a template.
    case noTemplate
    /// The authority does not publish the named template.
    case unsupportedTemplate(String)
    /// The account may not enroll for the template.
    case notAllowed
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
    case .badSignature: "badSignature"
    case .noTemplate: "noTemplate"
    case .unsupportedTemplate: "unsupportedTemplate"
    case .notAllowed: "notAllowed"
    case .failed: "failed"
    }
  }
}
