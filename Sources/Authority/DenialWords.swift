/// What Windows says of a request that it refuses, as certreq shows it behind `Certificate not
/// issued (Denied)`.
public struct DenialWords: Sendable, Equatable {
  /// Where in the authority it is refused.
  public enum Stage: String, Sendable {
    /// Its parts are read.
    case parsing = "Error Parsing Request"
    /// Its signature is checked.
    case verifying = "Error Verifying Request Signature or Signing Certificate"
    /// The policy module decides.
    case policy = "Denied by Policy Module"
  }

  /// Where it is refused.
  public let stage: Stage
  /// What the policy module adds; `{template}` in it stands for the template asked for.
  public let detail: String?
  /// The sentence that belongs to the code.
  public let message: String
  /// The HRESULT.
  public let code: UInt32
  /// The HRESULT's name in winerror.h.
  public let symbol: String

  /// All of it: `Error Parsing Request  The request subject name is invalid or too long. 0x80094001
  /// (-2146877439 CERTSRV_E_BAD_REQUESTSUBJECT)`.
  public var text: String {
    let sentences = (detail.map { "\($0) " } ?? "") + message
    let tail = "0x\(String(code, radix: 16)) (\(Int32(bitPattern: code)) \(symbol))"
    return "\(stage.rawValue)  \(sentences) \(tail)"
  }

  static let badSubject = DenialWords(
    .parsing, "The request subject name is invalid or too long.", 0x8009_4001,
    "CERTSRV_E_BAD_REQUESTSUBJECT")
  static let badSignature = DenialWords(
    .verifying, "Invalid Signature.", 0x8009_0006, "NTE_BAD_SIGNATURE")
  static let noTemplate = DenialWords(
    .policy, "The request contains no certificate template information.", 0x8009_4801,
    "CERTSRV_E_NO_CERT_TYPE",
    detail: "0x80094801, The request does not contain a certificate template extension or the "
      + "CertificateTemplate request attribute.")
  static let unsupportedTemplate = DenialWords(
    .policy, "The requested certificate template is not supported by this CA.", 0x8009_4800,
    "CERTSRV_E_UNSUPPORTED_CERT_TYPE",
    detail: "0x80094800, The request was for a certificate template that is not supported by the "
      + "Active Directory Certificate Services policy: {template}.")
  static let notAllowed = DenialWords(
    .policy,
    "The permissions on the certificate template do not allow the current user to enroll for this "
      + "type of certificate.", 0x8009_4012, "CERTSRV_E_TEMPLATE_DENIED")
  static let keyLength = DenialWords(
    .policy,
    "The public key does not meet the minimum size required by the specified certificate template.",
    0x8009_4811, "CERTSRV_E_KEY_LENGTH")

  private init(
    _ stage: Stage, _ message: String, _ code: UInt32, _ symbol: String, detail: String? = nil
  ) {
    self.stage = stage
    self.message = message
    self.code = code
    self.symbol = symbol
    self.detail = detail
  }
}
