import Ledger

extension MMPMessages {
  static func fileNotFound(file: String) -> Saying {
    error(
      "file.not-found", "File {file} not found", .inferred, [file],
      source: "Bytes unknown (pki.md 3); plainest words",
      cause: "No file of that name is on the appliance; upper and lower case count.",
      remedy: "Look at pki list, upload the file by SFTP or correct the name.")
  }
  static func fileEmpty(file: String) -> Saying {
    error(
      "file.empty", "File {file} is empty", .inferred, [file],
      source: "Bytes unknown; plainest words",
      cause: "The file has no bytes, as after an upload that was cut off.",
      remedy: "Upload it again.")
  }
  static func noCertificate(file: String) -> Saying {
    error(
      "file.no-certificate", "File {file} does not contain a certificate", .inferred, [file],
      source:
        "Bytes unknown (pki.md 5); in the style of \"File contains a PEM encoded certificate\"",
      cause:
        "The file holds something else, often a key or a CSR given in the certificate's place.",
      remedy: "Find out what it is with pki inspect and give the arguments in order.")
  }
  static func noPrivateKey(file: String) -> Saying {
    error(
      "file.no-private-key", "File {file} does not contain a private key", .inferred, [file],
      source:
        "Bytes unknown (pki.md 5); in the style of \"File contains a PEM encoded certificate\"",
      cause: "The file holds something else, often because key and certificate were swapped.",
      remedy: "Give the key file first, as in pki match <keyfile> <certificate file>.")
  }
  static func noRequest(file: String) -> Saying {
    error(
      "file.no-csr", "File {file} does not contain a CSR", .inferred, [file],
      source: "Bytes unknown; in the style of \"File contains a PEM encoded certificate\"",
      cause: "The .csr file of that basename holds something else or has been cut off.",
      remedy: "Make it anew with pki csr.")
  }
  static func damaged(file: String) -> Saying {
    error(
      "file.damaged", "File {file} contains a damaged PEM block", .inferred, [file],
      source: "Bytes unknown; says what OpenSSL finds (bad end line, bad base64, bad ASN.1)",
      cause: "A block begins but cannot be read: two certificates on one line, a missing END line, "
        + "header lines inside it, altered characters.",
      remedy: "Join files that end in a line feed, or transfer the file again without changes.")
  }
  static func keyEncrypted(file: String) -> Saying {
    error(
      "file.key-encrypted", "Private key {file} is encrypted", .inferred, [file],
      source: "Bytes unknown; pki unlock exists for this case (RECALLED)",
      cause: "The key was uploaded with its password on.", remedy: "Run pki unlock on it first.")
  }
  static func tooManyElements(file: String) -> Saying {
    error(
      "file.too-many", "File {file} contains too many certificates", .inferred, [file],
      source: "Bytes unknown; the limit of 1,000 is this program's own and protects the host",
      cause: "The file has more than 1,000 PEM blocks, as when all of a system's and a company's "
        + "certificates were collected in it.",
      remedy: "Upload only the certificates of the chain: intermediates and root.")
  }
  static func fileTooLarge(file: String) -> Saying {
    error(
      "file.too-large", "File {file} is too large for a certificate or key", .inferred, [file],
      source: "Bytes unknown; the limit of 4 MiB is this program's own and protects the host",
      cause: "The file has more than 4 MiB, which no key or chain has.",
      remedy: "Upload the certificate itself, not what it came in.")
  }
  static func keyTooLarge(file: String) -> Saying {
    error(
      "file.key-too-large", "File {file} contains a key that is too large", .inferred, [file],
      source: "Bytes unknown; 16,384 bits is OpenSSL's limit for RSA, 4,096 for DSA and other keys "
        + "is this program's own and protects the host",
      cause: "An RSA key has more than 16,384 bits, or a key of another kind more than 4,096.",
      remedy: "Make a key of a usual size: RSA with 2048 or 4096 bits.")
  }
  static func tooManyRounds(file: String) -> Saying {
    error(
      "file.too-many-rounds", "File {file} takes too long to decrypt", .inferred, [file],
      source: "Bytes unknown; the limit of 1,000,000 rounds is this program's own and protects the "
        + "host",
      cause: "The password is turned into a key in more than 1,000,000 rounds, or as much work of "
        + "another kind.",
      remedy: "Encrypt it anew with fewer, as openssl pkcs8 -topk8 does by itself.")
  }
  static func quotaExceeded(file: String) -> Saying {
    error(
      "file.no-space", "No space left for file {file}", .inferred, [file],
      source: "Bytes unknown; the limits are this program's own",
      cause: "The appliance's file store has reached its limit of size or number.",
      remedy: "Remove files by SFTP.")
  }
}
