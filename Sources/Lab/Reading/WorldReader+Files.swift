import YAML

/// Files that are there when the trainee arrives.
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
      (.from, [.certificate, .response, .authority]),
      (.days, [.certificate, .response, .authority]),
      (.form, [.certificate, .authority, .text]),
      (.lineEnds, [.certificate, .authority]), (.between, [.join]), (.password, [.key]),
    ]
    for (key, contents) in meanings {
      guard let field = fields[key], !contents.contains(content) else { continue }
      let owners = contents.map(\.rawValue).joined(separator: " or ")
      throw field.refused("this belongs to a file with \(owners), not \(content.rawValue)")
    }
    if let field = fields[.from] ?? fields[.days], try fields[.authority]?.string() == "chain" {
      throw field.refused("this belongs to one certificate, not to a chain of them")
    }
  }

  /// Checks that what is joined is there; what joins others cannot be joined itself, so that no file
  /// can be part of itself.
  func checkJoins(_ join: Field, among recipes: [FileRecipe]) throws(YAMLError) {
    let names = recipes.filter { $0.join == nil }.map { filled($0.file) }
    for part in try join.list(atMost: FileRecipe.mostParts) {
      let text = filled(try part.string())
      guard !names.contains(text) else { continue }
      let isBundle = recipes.contains { filled($0.file) == text }
      throw part.undeclared(
        text, among: isBundle ? [] : names,
        isBundle ? "is joined itself and cannot be joined" : "is no file of this place")
    }
  }

  /// Checks that no two files of a place have the same name.
  func checkNames(_ recipes: [FileRecipe]) throws(YAMLError) {
    var seen: Set<String> = []
    for recipe in recipes where !seen.insert(filled(recipe.file).lowercased()).inserted {
      throw recipe.origin.refused("there are two files of this name in this place")
    }
  }
}
