import Ledger

extension MMPMessages {
  static let nothingInUse = answer(
    "pki.nothing-in-use", "No certificates or keys in use", .inferred,
    source: "RECALLED that bare pki shows which service uses which file (pki.md 1.4); "
      + "no service here has files yet, words UNKNOWN")
  static let listHeading = answer(
    "list.heading", "User supplied certificates and keys:", .verbatim,
    source: "TAC 217320; pki.md 2.2 (the lab page breaks the line). Alone when empty: INFERRED")
  static let listSSHHeading = answer(
    "list.ssh-heading", "SSH public keys:", .inferred,
    source: "pki.md 2.2: a section for <user>.pub files, from the first search of pki inspect")

  static let matching = answer(
    "match.success", "Matching certificate and private key", .verbatim,
    source: "Lab page; pki.md 2.4")
  static let notMatching = error(
    "match.failure", "Certificate and private key do not match", .inferred,
    source: "Bytes unknown (pki.md 2.4); negation of the success line, "
      + "words as RECALLED for services (services.md 1)",
    cause: "The key is not that of the certificate; of a bundle only the first certificate that is "
      + "read counts. Two files that do not belong together were given, the bundle is in the wrong "
      + "order, or pki csr made the key anew after its CSR went out.",
    remedy: "Give the files that belong together, put the server's certificate first in a bundle, "
      + "or have the CSR of the present key signed.")

  static let verified = answer(
    "verify.success", "Certificate verified against CA bundle", .inferred,
    source: "Bytes unknown (pki.md 2.5); services say \"certificate verified against CA bundle\" "
      + "(VERBATIM, services.md 1) and pki lines carry no SUCCESS: prefix")
  static func notVerified(code: String, depth: String, reason: String) -> Saying {
    error(
      "verify.failure",
      "Certificate not verified against CA bundle: error {code} at {depth} depth lookup:{reason}",
      .inferred, [code, depth, reason],
      source: "Bytes unknown; the tail is openssl verify's line, as pki.md 2.5 infers",
      cause:
        "No valid chain leads from the certificate to a self-signed certificate in the bundle: "
        + "wrong CA, missing intermediate, files given in the wrong order, expired or not yet "
        + "valid, or, up to 2.9, an expired root in front of the renewed one.",
      remedy: "Inspect issuer and dates with pki inspect and upload the right bundle.")
  }

  static func unlocked(file: String) -> Saying {
    answer(
      "unlock.success", "Unlocked key file {file}", .inferred, [file],
      source: "RECALLED command (pki.md 1.4), words UNKNOWN")
  }
  static func notEncrypted(file: String) -> Saying {
    error(
      "unlock.not-encrypted", "Private key {file} is not encrypted", .inferred, [file],
      source: "Bytes unknown; plainest words", cause: "The key has no password.",
      remedy: "Use it as it is.")
  }
  static let passwordPrompt = answer(
    "shell.password-prompt", "Please enter password: ", .verbatim,
    source: "Lab page, TAC 217320; shell.md 2. That pki unlock asks with it is INFERRED")
  static let incorrectPassword = error(
    "shell.incorrect-password", "Incorrect password", .inferred,
    source: "Bytes unknown; plainest words", cause: "The password does not open the file.",
    remedy: "Try again with the right one.")
  static func unknownCipher(file: String) -> Saying {
    error(
      "shell.unknown-cipher", "File {file} is encrypted with an unknown cipher", .inferred, [file],
      source: "Bytes unknown; OpenSSL tells this from a wrong password (unsupported encryption)",
      cause: "The key or container is encrypted or sealed by an algorithm not known here.",
      remedy: "Export it anew with a common cipher such as AES-256 or 3DES, and SHA.")
  }
  static func convertedToSSH(file: String) -> Saying {
    answer(
      "pkcs12-to-ssh.success", "Created SSH public key {file}", .inferred, [file],
      source: "RECALLED command (pki.md 1.4), words UNKNOWN; in the style of pki csr")
  }
  static func notPKCS12(file: String) -> Saying {
    error(
      "pkcs12-to-ssh.not-pkcs12", "File {file} does not contain a PKCS#12 container", .inferred,
      [file],
      source: "Bytes unknown; in the style of \"File contains a PEM encoded certificate\"",
      cause: "The file is not what pki pkcs12-to-ssh converts; perhaps it is converted already.",
      remedy: "Upload the user's PKCS#12 file as <username>.pub.")
  }
  static func noKeyInPKCS12(file: String) -> Saying {
    error(
      "pkcs12-to-ssh.no-key", "PKCS#12 container {file} does not contain a private key", .inferred,
      [file],
      source: "Bytes unknown; OpenSSL's PKCS12_parse returns success and no key "
        + "(GitHub openssl/openssl#17173)",
      cause: "The password is right, but the container was exported without its private key.",
      remedy: "Export it anew together with the private key.")
  }
  static func noCertificateInPKCS12(file: String) -> Saying {
    error(
      "pkcs12-to-ssh.no-certificate",
      "PKCS#12 container {file} does not contain a certificate for its private key", .inferred,
      [file], source: "Bytes unknown; OpenSSL's PKCS12_parse looks for that certificate",
      cause: "The password is right, but the container holds a private key alone, or certificates "
        + "of other keys.",
      remedy: "Export key and certificate into one container.")
  }
  static func noSSHForm(file: String) -> Saying {
    error(
      "pkcs12-to-ssh.no-ssh-form", "File {file} does not contain a key that SSH can use", .inferred,
      [file], source: "Bytes unknown; plainest words",
      cause: "SSH has no form for this kind of key.", remedy: "Use an RSA or EC certificate.")
  }
}
