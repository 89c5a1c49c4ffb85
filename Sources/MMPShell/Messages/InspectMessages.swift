import Ledger

extension MMPMessages {
  static func checkingSSHKeys(result: String) -> Saying {
    answer(
      "inspect.ssh-keys", "Checking ssh public keys...{result}", .verbatim, [result],
      source: "TAC 212217 (not found); pki.md 2.3. The found form is INFERRED")
  }
  static func checkingUserFiles(result: String) -> Saying {
    answer(
      "inspect.user-files", "Checking user configured certificates and keys...{result}", .verbatim,
      [result], source: "TAC 212217 (found); pki.md 2.3. The not found form is INFERRED")
  }
  static let containsPEMCertificate = answer(
    "inspect.pem-certificate", "File contains a PEM encoded certificate", .verbatim,
    source: "TAC 212217; pki.md 2.3. Once for each certificate of a bundle: INFERRED")
  static func containsEncoded(encoding: String, kind: String) -> Saying {
    answer(
      "inspect.element", "File contains a {encoding} encoded {kind}", .inferred, [encoding, kind],
      source: "Siblings of \"File contains a PEM encoded certificate\" (pki.md 2.3)")
  }
  static let containsSSHKey = answer(
    "inspect.ssh-key", "File contains an SSH public key", .inferred,
    source: "pki.md 2.3: the first search looks for SSH public keys; words as for certificates")
  static func keySize(kind: String, bits: String) -> Saying {
    answer(
      "inspect.key-size", "{kind} Private-Key: ({bits} bit)", .inferred, [kind, bits],
      source: "The key itself is not shown; OpenSSL 1.0's heading with the kind of key in front")
  }
  static let containsUnknown = error(
    "inspect.unknown", "File type unknown", .inferred,
    source: "RECALLED that inspect tells key, certificate, CSR or unknown apart (pki.md 2.3); "
      + "words UNKNOWN", cause: "The bytes are no key, certificate, CSR or bundle in PEM or DER.",
    remedy: "Convert the file to PEM, or upload the right one.")
}
