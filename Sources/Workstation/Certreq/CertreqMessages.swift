package import Ledger

extension Message {
  /// Everything certreq says.
  package static let certreqCatalogue: [Message] = [
    certreqRequestID, certreqQuotedRequestID, certreqIssued, certreqOverwrite, certreqUsage,
    certreqUnknownArgument, certreqMissingArgument, certreqOtherVerb,
    certreqUnsupportedTemplate, certreqNoTemplate, certreqTemplateDenied, certreqBadSignature,
    certreqNotMade,
    certreqFileNotFound, certreqPathNotFound, certreqAccessDenied, certreqWriteDenied,
    certreqInvalidName, certreqDiskFull, certreqNoRequest, certreqUnreachable, certreqCancelled,
  ]

  static let certreqRequestID = answer(
    "certreq.request-id", "RequestId: {id}", .verbatim,
    source: "Anubis write-up, G1, G2; workstation.md 2.1")
  static let certreqQuotedRequestID = answer(
    "certreq.quoted-request-id", "RequestId: \"{id}\"", .verbatim,
    source: "Anubis write-up, G1, G2; workstation.md 2.1")
  static let certreqIssued = answer(
    "certreq.issued", "Certificate retrieved(Issued) Issued", .verbatim,
    source: "Anubis write-up, G1, G2, G3; workstation.md 2.1")
  static let certreqOverwrite = answer(
    "certreq.overwrite", "{file} already exists. Overwrite it? (y/n) ", .inferred,
    source: "Microsoft docs: -f overwrites, -q suppresses prompts; the real question is a window, "
      + "its words UNKNOWN. Asked before the request is sent: INFERRED")
  static let certreqUsage = answer(
    "certreq.usage",
    """
    Usage:
      CertReq -?
      CertReq [-v] -?
      CertReq [-Command] -?

      CertReq [-Submit] [Options] [RequestFileIn [CertFileOut [CertChainFileOut \
    [FullResponseFileOut]]]]
        Submit a request to a Certification Authority.

      Options:
        -attrib AttributeString
        -binary
        -PolicyServer PolicyServer
        -config ConfigString
        -Anonymous
        -Kerberos
        -ClientCertificate ClientCertId
        -UserName UserName
        -p Password
        -crl
        -rpc
        -AdminForceMachine
        -RenewOnBehalfOf
        -NoChallenge

    """, .inferred,
    source: "A public dump of Windows 11's certreq has these lines VERBATIM; the other commands, "
      + "which are not simulated, are left out")
}
