import Ledger

extension MMPMessages {
  static let progressDot = answer(
    "csr.progress", ".", .verbatim,
    source: "Lab page, TAC 217320; pki.md 2.1: one line of dots per prime. "
      + "How many candidates one dot stands for is INFERRED")
  static func createdKeyAndCSR(basename: String) -> Saying {
    answer(
      "csr.created", "Created key file {basename}.key and CSR {basename}.csr", .verbatim,
      [basename], source: "Lab page, TAC 217320; pki.md 2.1")
  }
  static func csrReady(basename: String) -> Saying {
    answer(
      "csr.ready", "CSR file {basename}.csr ready for download via SFTP", .verbatim, [basename],
      source: "Lab page, TAC 217320; pki.md 2.1")
  }
  static let invalidCSRName = error(
    "csr.invalid-name", "Invalid CSR name. Must be alphanumeric", .verbatim,
    source: "Lab page (words in prose); pki.md 3",
    cause: "The basename, the first word behind the command, has a dash, a dot or another "
      + "character that is no letter or digit (from 3.0 hyphen and underscore pass), or it was left "
      + "out and the next word was taken for it.",
    remedy: "Use letters and digits only; the extensions are added by the appliance.")
  static let missingCN = error(
    "csr.missing-cn", "CN is required", .inferred,
    source: "CN is mandatory: PARAPHRASED, TAC 214618 and addenda.md; bytes UNKNOWN",
    cause: "No CN attribute was given.", remedy: "Add CN:<name>; upper and lower case count.")
  static func createdKeyAndCertificate(basename: String) -> Saying {
    answer(
      "selfsigned.created", "Created key file {basename}.key and certificate {basename}.crt",
      .inferred, [basename],
      source: "File names from Ansible 2.x (pki.md 1.2); sentence as for pki csr")
  }
  static let invalidCertificateName = error(
    "selfsigned.invalid-name", "Invalid certificate name. Must be alphanumeric", .inferred,
    source: "Bytes unknown; as \"Invalid CSR name. Must be alphanumeric\"",
    cause: "The basename, the first word behind the command, has a dash, a dot or another "
      + "character that is no letter or digit (from 3.0 hyphen and underscore pass), or it was left "
      + "out and the next word was taken for it.",
    remedy: "Use letters and digits only; the extensions are added by the appliance.")
  static func createdCertificate(file: String) -> Saying {
    answer(
      "sign.created", "Created certificate {file}", .inferred, [file],
      source: "File names from TAC 217319 and Ansible 3.8 (pki.md 1.3); sentence as for pki csr")
  }
  static func invalidRequestSignature(file: String) -> Saying {
    error(
      "sign.invalid-csr", "CSR {file} is not signed by its own key", .inferred, [file],
      source: "Bytes unknown; a CA must check it (RFC 2986 3)",
      cause: "The CSR was altered after it was made.", remedy: "Make it anew with pki csr.")
  }
}
