import Authority
import Ledger

extension CertreqMessages {
  static func unsupportedTemplate(template: String) -> Saying {
    refused(
      "unsupported-template", by: .template, [template],
      source:
        "nokia/adcs-issuer issue 1, KB 283218 (VERBATIM from \"Denied by\"); the words before "
        + "from another denial, G5; workstation.md 2.2",
      cause: "The authority does not publish a template of that name: a typing error, or the "
        + "display name (with blanks) in place of the name.",
      remedy: "Write -attrib \"CertificateTemplate:ClientandServerAuthentication\".")
  }
  static let noTemplate = refused(
    "no-template", by: .templateNamed,
    source: "Message tables G9, G10 and that of the policy module have the sentences VERBATIM; "
      + "their place as with an unknown template; workstation.md 2.2",
    cause: "A CSR of CMS names no template, and neither did the command.",
    remedy: "Add -attrib \"CertificateTemplate:ClientandServerAuthentication\".")
  static let templateDenied = refused(
    "template-denied", by: .enrollment,
    source: "SigmaHQ issue 4730 (message and code VERBATIM); place as in G5; workstation.md 2.2",
    cause: "The account has no right to enroll for the template.",
    remedy: "Use an account that has, such as CMS\\cert.")
  static let badSignature = refused(
    "bad-signature", by: .signature,
    source: "The authority's event 53 has \"Error Verifying Request Signature or Signing "
      + "Certificate\" VERBATIM; the code's words RECALLED, the form as in G5",
    cause: "The request was changed after it was signed, or put together from two files.",
    remedy: "Fetch the CSR again, or make a new one with pki csr.")
  static let badSubject = refused(
    "bad-subject", by: .subject,
    source: "gradenegger.eu on 0x80094001 (VERBATIM from \"Error Parsing\"); the words before from "
      + "another denial, G5, though the authority's event 22 calls it an error and no denial",
    cause: "An attribute of the subject is too long (CN 64, O and OU 64, L and ST 128, C 2 "
      + "characters) or no text, there is neither subject nor alternative name, or the subject is "
      + "the authority's own name.",
    remedy: "Make a new request with pki csr, with a shorter or another name.")
  static let keyLength = refused(
    "key-length", by: .keySize,
    source: "gradenegger.eu on event 53 (message, code and \"Denied by Policy Module\" VERBATIM); "
      + "place as in G5",
    cause: "The key is smaller than the template wants it (2048 bits of RSA unless its world says "
      + "otherwise), or of another kind.",
    remedy: "Make key and request with pki csr, or use a template that allows the key.")
  static let notMade = error(
    "certreq.not-made",
    "Certificate not issued (Denied) Error Constructing or Publishing Certificate  "
      + "Unspecified error 0x80004005 (-2147467259 E_FAIL)", .inferred,
    source: "RECALLED words of the authority for a certificate it cannot make; form as in G5",
    cause: "Something in the request cannot stand in a certificate.",
    remedy: "Make a new request with pki csr.")

  /// What is said of a request that does not pass `check`.
  static func saying(of check: RequestCheck, template: String?) -> Saying {
    switch check {
    case .signature: badSignature
    case .templateNamed: noTemplate
    case .template: unsupportedTemplate(template: template ?? "")
    case .enrollment: templateDenied
    case .keySize, .keyAlgorithm: keyLength
    default: badSubject
    }
  }

  private static func refused(
    _ id: String, by check: RequestCheck, _ values: [String] = [], source: String, cause: String,
    remedy: String
  ) -> Saying {
    error(
      "certreq.\(id)", "Certificate not issued (Denied) \(check.words.text)", .inferred, values,
      source: source, cause: cause, remedy: remedy)
  }
}
