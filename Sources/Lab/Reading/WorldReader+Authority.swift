import Authority
import YAML

// MARK: - The authority and its templates

extension WorldReader {
  /// The authority, with its templates.
  func authority(_ field: Field) throws(YAMLError) -> Description.AuthorityDescription {
    let fields = try Fields(field, keys: AuthorityKey.self)
    let terms = try terms(
      days: fields.required(.days), algorithm: fields[.algorithm], minimumKey: fields[.minimumKey])
    // A hundred years each way from today are what every certificate can express.
    return Description.AuthorityDescription(
      host: try text(fields.required(.host), .hostName),
      name: try text(fields.required(.name), .authorityName),
      root: try text(fields.required(.root), .authorityName),
      tiers: try fields.required(.tiers).integer(in: 1...2),
      age: try fields.required(.age).integer(in: 0...20_000),
      years: try fields.required(.years).integer(in: 1...100),
      template: try text(fields.required(.template), .template),
      terms: terms,
      templates: try fields[.templates].map { (field) throws(YAMLError) in
        try templates(field, algorithm: terms.algorithm)
      } ?? [:],
      nextRequest: UInt32(try fields.required(.nextRequest).integer(in: 1...1_000_000)),
      accounts: try named(fields.required(.accounts), atMost: 100, .domainUser) {
        (field) throws(YAMLError) in try text(field, .password)
      },
      origin: fields.origin)
  }

  private func templates(
    _ field: Field, algorithm: KeyAlgorithm?
  ) throws(YAMLError) -> [String: Description.TemplateTerms] {
    var seen: Set<String> = []
    for entry in try field.named(atMost: 32) where !seen.insert(entry.name.lowercased()).inserted {
      throw entry.undeclared("is there twice: upper and lower case are the same")
    }
    return try named(field, atMost: 32, .template) { (field) throws(YAMLError) in
      let fields = try Fields(field, keys: TemplateKey.self)
      return try terms(
        days: fields[.days], algorithm: fields[.algorithm], minimumKey: fields[.minimumKey],
        otherwise: algorithm)
    }
  }

  /// - Parameter otherwise: the kind of key where `algorithm` is missing.
  private func terms(
    days: Field?, algorithm: Field?, minimumKey: Field?, otherwise: KeyAlgorithm? = nil
  ) throws(YAMLError) -> Description.TemplateTerms {
    let terms = Description.TemplateTerms(
      days: try days?.integer(in: 1...36_500), algorithm: try algorithm?.word(),
      minimumKey: try minimumKey?.integer(in: 1...16_384))
    if let minimumKey, let bits = terms.minimumKey, let kind = terms.algorithm ?? otherwise,
      kind != .rsa, bits > kind.minimumKey
    {
      throw minimumKey.refused("no key of \(kind.rawValue) has \(bits) bits")
    }
    return terms
  }
}
