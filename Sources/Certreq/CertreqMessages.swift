package import Ledger

/// What certreq says.
package enum CertreqMessages: Catalogue {
  package static let product = "certreq"

  /// Everything certreq says.
  package static var sayings: [Saying] {
    requestID
    quotedRequestID
    issued
    overwrite
    usage
    unknownArgument
    missingArgument
    otherVerb
    unsupportedTemplate
    noTemplate
    templateDenied
    badSignature
    badSubject
    keyLength
    notMade
    fileNotFound
    pathNotFound
    accessDenied
    writeDenied
    invalidName
    diskFull
    noRequest
    unreachable
    cancelled
    unknownRequest
    badNumber
  }

  static func requestID(id: String) -> Saying {
    answer(
      "certreq.request-id", "RequestId: {id}", .verbatim, [id],
      source: "Anubis write-up, G1, G2; workstation.md 2.1")
  }
  static func quotedRequestID(id: String) -> Saying {
    answer(
      "certreq.quoted-request-id", "RequestId: \"{id}\"", .verbatim, [id],
      source: "Anubis write-up, G1, G2; workstation.md 2.1")
  }
  static let issued = answer(
    "certreq.issued", "Certificate retrieved(Issued) Issued", .verbatim,
    source: "Anubis write-up, G1, G2, G3; workstation.md 2.1")
  static func overwrite(file: String) -> Saying {
    answer(
      "certreq.overwrite", "{file} already exists. Overwrite it? (y/n) ", .inferred, [file],
      source:
        "Microsoft docs: -f overwrites, -q suppresses prompts; the real question is a window, "
        + "its words UNKNOWN. Asked before the request is sent: INFERRED")
  }
  static let usage = answer(
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

      CertReq -Retrieve [Options] RequestId [CertFileOut [CertChainFileOut [FullResponseFileOut]]]
        Retrieve a response to a previous request from a Certification Authority.

      Options:
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

    """, .inferred,
    source: "A public dump of Windows 11's certreq has these lines VERBATIM; the other commands, "
      + "which are not simulated, are left out")
}
