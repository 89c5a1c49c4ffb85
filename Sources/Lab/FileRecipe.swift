import YAML

/// A file that is there when the trainee arrives, and how it is made.
struct FileRecipe: Sendable {
  /// Its name.
  var file: String

  // One of these says what it holds.

  /// The private key of that name.
  var key: String?
  /// The request of that identity.
  var csr: String?
  /// The certificate of that identity.
  var certificate: String?
  /// What `certreq` gets beside the certificate of that identity.
  var response: String?
  /// The certificate of that authority: `root`, `issuing` or `other`; or `chain`, those of the
  /// authority that issues and of the ones above it.
  var authority: String?
  /// Files of the same place, one behind the other.
  var join: [String]?
  /// These characters.
  var text: String?
  /// What PC1's file of that name holds.
  var pc1: String?

  // The rest is as usual unless it is given.

  /// The key in a request or certificate, if it is not the identity's.
  var with: String?
  /// Who issued a certificate: `root`, `issuing` or `other`.
  var issuer: String?
  /// When it was issued, in days from now; an authority's when it was set up unless it is given.
  let from: Int?
  /// How long it is valid.
  let days: Int?
  /// Binary instead of base64.
  let form: FileForm?
  /// The ends of the lines of a certificate: Windows' own unless said otherwise.
  let lineEnds: LineEnds?
  /// Characters between joined files.
  var between: String?
  /// Whether the file ends with its last line's end.
  let endsLine: Bool?
  /// Characters at the end.
  var end: String?
  /// What a key is encrypted with.
  var password: String?

  /// Where it is described.
  let origin: Origin

  /// How many files may be joined.
  static let mostParts = 16
  /// How many files there may be in a place.
  static let mostFiles = 256
}
