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
  /// When it was issued, in days from now.
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

extension WorldReader {
  /// The files of a place, whose names keep a rule.
  func files(_ field: Field, _ rule: TextRule) throws(YAMLError) -> [FileRecipe] {
    var recipes: [FileRecipe] = []
    var joins: [Field] = []
    for field in try field.list(atMost: FileRecipe.mostFiles) {
      let fields = try Fields(field, keys: FileKey.self)
      recipes.append(try recipe(fields, rule))
      if let join = fields[.join] { joins.append(join) }
    }
    try checkNames(recipes)
    for join in joins { try checkJoins(join, among: recipes) }
    return recipes
  }

  private func recipe(_ fields: Fields<FileKey>, _ rule: TextRule) throws(YAMLError) -> FileRecipe {
    let file = try text(fields.required(.file), rule)
    try checkPurpose(fields)
    func optional<Value>(
      _ key: FileKey, _ read: (Field) throws(YAMLError) -> Value
    ) throws(YAMLError) -> Value? {
      guard let field = fields[key] else { return nil }
      return try read(field)
    }
    func anyText(_ field: Field) throws(YAMLError) -> String { try text(field, .any) }
    return FileRecipe(
      file: file, key: try optional(.key, key), csr: try optional(.csr, identity),
      certificate: try optional(.certificate, identity),
      response: try optional(.response, identity),
      authority: try optional(.authority, authorityOrChain),
      join: try optional(.join) { (field) throws(YAMLError) in
        try texts(field, atMost: FileRecipe.mostParts, .any)
      },
      text: try optional(.text, anyText), pc1: try optional(.pc1, workstationFile),
      with: try optional(.with, key),
      issuer: try optional(.issuer, authorityName),
      from: try fields[.from]?.integer(in: -36_500...36_500),
      days: try fields[.days]?.integer(in: 1...36_500), form: try fields[.form]?.word(),
      lineEnds: try fields[.lineEnds]?.word(), between: try optional(.between, anyText),
      endsLine: try fields[.endsLine]?.boolean(), end: try optional(.end, anyText),
      password: try optional(.password) { (field) throws(YAMLError) in
        try text(field, .password)
      },
      origin: fields.origin)
  }

  /// Checks that one key says what the file holds, and that the others mean something to it.
  private func checkPurpose(_ fields: Fields<FileKey>) throws(YAMLError) {
    let contents: [FileKey] = [
      .key, .csr, .certificate, .response, .authority, .join, .text, .pc1,
    ]
    let given = contents.filter { fields[$0] != nil }
    let words = contents.map(\.rawValue).joined(separator: ", ")
    guard let content = given.first else {
      throw fields.origin.refused("nothing says what it holds: one of \(words)")
    }
    if let second = given.dropFirst().first, let field = fields[second] {
      throw field.refused("the file holds a \(content.rawValue) already: only one of \(words)")
    }
    let meanings: [(key: FileKey, contents: [FileKey])] = [
      (.with, [.csr, .certificate, .response]), (.issuer, [.certificate, .response]),
      (.from, [.certificate, .response]), (.days, [.certificate, .response]),
      (.form, [.certificate, .authority]),
      (.lineEnds, [.certificate, .authority]), (.between, [.join]), (.password, [.key]),
    ]
    for (key, contents) in meanings {
      guard let field = fields[key], !contents.contains(content) else { continue }
      let owners = contents.map(\.rawValue).joined(separator: " or ")
      throw field.refused("this belongs to a file with \(owners), not \(content.rawValue)")
    }
  }
}
