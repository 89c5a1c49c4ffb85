/// Why a chain of trust could not be built, as OpenSSL's verifier says it.
public struct VerificationFailure: Error, Equatable {
  /// OpenSSL's `X509_V_ERR_` number.
  public let code: Int
  /// How far up the chain: 0 is the certificate itself.
  public let depth: Int
  /// The words OpenSSL 1.0 has for the code.
  public let reason: String
}
