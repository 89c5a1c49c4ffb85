import YAML

extension Fault {
  /// The most actions a scenario may have.
  private static let mostActions = 64

  /// Reads `fault:` of a scenario. What the world has is not known yet, and not looked at.
  init(reading field: Field) throws(YAMLError) {
    actions = []
    for field in try field.list(atMost: Self.mostActions) {
      actions.append(try Action(reading: FaultFields(field)))
    }
  }
}

extension Fault.Action {
  fileprivate init(reading fields: FaultFields) throws(YAMLError) {
    self.init(
      try Fault.Change(reading: fields),
      on: try fields[.on].map { (field) throws(YAMLError) in
        let machines = try fields.texts(field, .hostName)
        guard !machines.isEmpty else { throw field.refused("no machine is named") }
        return machines
      },
      alone: try fields[.only]?.boolean() ?? false)
    var values: [FaultKey: Origin] = [:]
    for key in FaultKey.allCases { values[key] = fields[key]?.origin }
    origin = FaultOrigin(
      action: fields.subject.origin, values: values,
      machines: try fields[.on]?.list(atMost: FaultFields.mostMachines).map(\.origin) ?? [])
  }
}

extension Fault.Change {
  fileprivate init(reading fields: FaultFields) throws(YAMLError) {
    let file = try fields.text(fields.subject, .driveName)
    switch fields.word {
    case .reissue: self = .reissue(file, try Fault.Reissue(reading: fields))
    case .swapKey:
      self = .swapKey(file, for: try fields.text(fields.required(.for), .driveName))
    case .drop: self = .drop(file, part: try fields.required(.part).integer(in: 1...256))
    case .reorder:
      var parts: [Int] = []
      for field in try fields.required(.parts).list(atMost: 256) {
        parts.append(try field.integer(in: 1...256))
      }
      self = .reorder(file, parts: parts)
    case .glue: self = .glue(file, after: try fields[.after]?.integer(in: 1...255) ?? 1)
    case .insert:
      self = .insert(
        file, bytes: Array(try fields.text(fields.required(.text), .any).utf8),
        after: try fields[.after]?.integer(in: 0...256))
    case .encrypt:
      self = .encrypt(file, password: try fields.text(fields.required(.password), .password))
    case .encode: self = .encode(file, try Fault.Notation(reading: fields))
    case .removeName:
      self = .removeName(file, name: try fields.text(fields.required(.name), .alternativeName))
    case .changeName:
      self = .changeName(file, to: try fields.text(fields.required(.cn), .commonName))
    case .remove: self = .remove(file)
    default: self = .newKey(file)
    }
  }
}

extension Fault.Reissue {
  fileprivate init(reading fields: FaultFields) throws(YAMLError) {
    self.init(
      from: try fields[.from]?.integer(in: -36_500...36_500),
      days: try fields[.days]?.integer(in: 1...36_500),
      issuer: try fields[.issuer]?.word(of: IssuerWord.self).rawValue)
    guard self != Fault.Reissue() else {
      throw fields.subject.refused("nothing says what becomes of it: from, days or issuer")
    }
  }

  private enum IssuerWord: String, CaseIterable { case root, issuing, other }
}

extension Fault.Notation {
  fileprivate init(reading fields: FaultFields) throws(YAMLError) {
    self.init(
      form: try fields[.form]?.word(), lineEnds: try fields[.lineEnds]?.word(),
      endsLine: try fields[.endsLine]?.boolean())
    guard self != Fault.Notation() else {
      throw fields.subject.refused("nothing says what becomes of it: form, lineEnds or endsLine")
    }
  }
}
