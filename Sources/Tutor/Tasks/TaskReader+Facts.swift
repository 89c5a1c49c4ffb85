import Words
import YAML

/// What is asked of requests, certificates and bundles, and the files that are named.
extension TaskReader {
  /// The most names or parts a condition may list.
  private static let mostNames = 32

  /// A file of a machine.
  func file(_ field: Field, on machine: String) throws(YAMLError) -> String {
    try text(field, Self.rule(for: machine))
  }

  /// A file of a machine, or of the one that it names in front of a slash.
  func reference(
    _ field: Field, on machine: String, needsHost: Bool = false
  ) throws(YAMLError) -> String {
    let written = try field.string()
    guard let slash = written.utf8.firstIndex(of: UInt8(ascii: "/")) else {
      guard !needsHost else {
        throw field.refused("a machine and its file belong here, as in `pc1/cms1a.cer`")
      }
      return try file(field, on: machine)
    }
    let host = String(written[..<slash])
    guard machines.contains(host) else {
      throw field.undeclared(host, among: machines, "is no machine of this lab")
    }
    let name = String(written[written.utf8.index(after: slash)...])
    try check(name, Self.rule(for: host), at: field)
    return written
  }

  private static func rule(for machine: String) -> TaskTextRule {
    machine == "pc1" ? .driveName : .fileName
  }

  /// What is asked of a request or certificate.
  func facts(_ fields: Fields<CheckKey>, on machine: String) throws(YAMLError) -> Check.Facts {
    var facts = try facts(
      cn: fields[.cn], names: fields[.names], onlyNames: fields[.onlyNames], key: fields[.key],
      bits: fields[.bits], on: machine)
    if let field = fields[.issuer] { facts.issuer = try text(field, .commonName) }
    facts.isValid = try fields[.valid]?.boolean()
    facts.isAlone = try fields[.alone]?.boolean() ?? false
    return facts
  }

  /// What is asked of a certificate that the authority issued.
  func issuedFacts(
    _ fields: Fields<IssuedKey>, on machine: String
  ) throws(YAMLError) -> Check.Facts {
    try facts(
      cn: fields[.cn], names: fields[.names], onlyNames: fields[.onlyNames], key: fields[.key],
      bits: fields[.bits], on: machine)
  }

  private func facts(
    cn: Field?, names: Field?, onlyNames: Field?, key: Field?, bits: Field?, on machine: String
  ) throws(YAMLError) -> Check.Facts {
    var facts = Check.Facts()
    if let cn { facts.cn = try text(cn, .commonName) }
    for name in try names?.list(atMost: Self.mostNames) ?? [] {
      facts.names.append(try text(name, .alternativeName))
    }
    facts.onlyNames = try onlyNames?.boolean() ?? false
    if let onlyNames, facts.onlyNames, names == nil {
      throw onlyNames.refused("nothing says which: `names` is missing")
    }
    if let key { facts.key = try reference(key, on: machine) }
    facts.bits = try bits?.integer(in: 1...16_384)
    return facts
  }

  /// What is asked of a bundle.
  func chainFacts(
    _ fields: Fields<CheckKey>, on machine: String
  ) throws(YAMLError) -> Check.ChainFacts {
    var facts = Check.ChainFacts()
    if let field = fields[.parts] {
      for part in try field.list(atMost: Self.mostNames) {
        facts.parts.append(try reference(part, on: machine))
      }
      guard !facts.parts.isEmpty else { throw field.refused("there is no part") }
    }
    facts.anyOrder = try fields[.anyOrder]?.boolean() ?? false
    facts.isLinked = try fields[.linked]?.boolean() ?? true
    facts.isComplete = try fields[.complete]?.boolean() ?? facts.isLinked
    if let field = fields[.complete], facts.isComplete, !facts.isLinked {
      throw field.refused("what is not `linked` has no end")
    }
    if let field = fields[.linked], !facts.isLinked, facts.parts.isEmpty {
      throw field.refused("nothing says what is in it: `parts` is missing")
    }
    return facts
  }
}
