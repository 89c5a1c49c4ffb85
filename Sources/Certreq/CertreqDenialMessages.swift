import Ledger

extension CertreqMessages {
  static func unsupportedTemplate(template: String) -> Saying {
    error(
      "certreq.unsupported-template",
      "Certificate not issued (Denied) Denied by Policy Module  0x80094800, The request was for a "
        + "certificate template that is not supported by the Active Directory Certificate Services "
        + "policy: {template}. The requested certificate template is not supported by this CA. "
        + "0x80094800 (-2146875392 CERTSRV_E_UNSUPPORTED_CERT_TYPE)", .inferred, [template],
      source:
        "nokia/adcs-issuer issue 1, KB 283218 (VERBATIM from \"Denied by\"); the words before "
        + "from another denial, G5; workstation.md 2.2",
      cause: "The authority does not publish a template of that name: a typing error, or the "
        + "display name (with blanks) in place of the name.",
      remedy: "Write -attrib \"CertificateTemplate:ClientandServerAuthentication\".")
  }
  static let noTemplate = error(
    "certreq.no-template",
    "Certificate not issued (Denied) Denied by Policy Module  0x80094801, The request does not "
      + "contain a certificate template extension or the CertificateTemplate request attribute. "
      + "The request contains no certificate template information. "
      + "0x80094801 (-2146875391 CERTSRV_E_NO_CERT_TYPE)", .inferred,
    source: "Message tables G9, G10 and that of the policy module have the sentences VERBATIM; "
      + "their place as with an unknown template; workstation.md 2.2",
    cause: "A CSR of CMS names no template, and neither did the command.",
    remedy: "Add -attrib \"CertificateTemplate:ClientandServerAuthentication\".")
  static let templateDenied = error(
    "certreq.template-denied",
    "Certificate not issued (Denied) Denied by Policy Module  The permissions on the certificate "
      + "template do not allow the current user to enroll for this type of certificate. "
      + "0x80094012 (-2146877422 CERTSRV_E_TEMPLATE_DENIED)", .inferred,
    source: "SigmaHQ issue 4730 (message and code VERBATIM); place as in G5; workstation.md 2.2",
    cause: "The account has no right to enroll for the template.",
    remedy: "Use an account that has, such as CMS\\cert.")
  static let badSignature = error(
    "certreq.bad-signature",
    "Certificate not issued (Denied) Error Verifying Request Signature or Signing Certificate  "
      + "Invalid Signature. 0x80090006 (-2146893818 NTE_BAD_SIGNATURE)", .inferred,
    source: "The authority's event 53 has \"Error Verifying Request Signature or Signing "
      + "Certificate\" VERBATIM; the code's words RECALLED, the form as in G5",
    cause: "The request was changed after it was signed, or put together from two files.",
    remedy: "Fetch the CSR again, or make a new one with pki csr.")
  static let notMade = error(
    "certreq.not-made",
    "Certificate not issued (Denied) Error Constructing or Publishing Certificate  "
      + "Unspecified error 0x80004005 (-2147467259 E_FAIL)", .inferred,
    source: "RECALLED words of the authority for a certificate it cannot make; form as in G5",
    cause: "Something in the request cannot stand in a certificate.",
    remedy: "Make a new request with pki csr.")
}
