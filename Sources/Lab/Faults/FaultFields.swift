import YAML

/// The values of one action of `fault:`.
struct FaultFields {
  /// What is done.
  let word: FaultKey
  /// The file or basename it is done to.
  let subject: Field

  private let fields: Fields<FaultKey>

  /// The most machines an action may name.
  static let mostMachines = 32

  /// What may stand beside each word that says what is done, besides `on`.
  private static let actions: [(word: FaultKey, options: [FaultKey])] = [
    (.reissue, [.from, .days, .issuer, .only]), (.newKey, []), (.swapKey, [.for]),
    (.drop, [.part]), (.reorder, [.parts]), (.glue, [.after]), (.insert, [.text, .after, .only]),
    (.encrypt, [.password]), (.encode, [.form, .lineEnds, .endsLine, .only]),
    (.removeName, [.name, .only]), (.changeName, [.cn, .only]), (.remove, []),
  ]

  /// Reads a mapping in which one word says what is done, and the others mean something to it.
  init(_ field: Field) throws(YAMLError) {
    let fields = try Fields(field, keys: FaultKey.self)
    let given = Self.actions.filter { fields[$0.word] != nil }
    let words = Self.actions.map(\.word.rawValue).joined(separator: ", ")
    guard let action = given.first, let subject = fields[action.word] else {
      throw fields.origin.refused("nothing says what is done: one of \(words)")
    }
    if let second = given.dropFirst().first, let field = fields[second.word] {
      throw field.refused("this is an action of its own, beside \(action.word.rawValue)")
    }
    for key in FaultKey.allCases where key != action.word && key != .on {
      guard let field = fields[key], !action.options.contains(key) else { continue }
      let own = action.options.map(\.rawValue).joined(separator: ", ")
      throw field.refused(
        "this does not belong to \(action.word.rawValue)"
          + (own.isEmpty ? "" : ", which has \(own)"))
    }
    word = action.word
    self.subject = subject
    self.fields = fields
  }

  /// The value behind a key; nil if it is not there.
  subscript(key: FaultKey) -> Field? { fields[key] }

  /// The value behind a key that has to be there.
  func required(_ key: FaultKey) throws(YAMLError) -> Field { try fields.required(key) }

  /// A text that keeps a rule in any pod; its `$pod` stays.
  func text(_ field: Field, _ rule: TextRule) throws(YAMLError) -> String {
    let text = try field.string()
    guard rule.isKept(text.replacing("$pod", with: "1")) else {
      throw rule.isSecret
        ? field.refused(rule.sentence) : field.undeclared(text, among: [], rule.sentence)
    }
    return text
  }

  /// A list of such texts.
  func texts(_ field: Field, _ rule: TextRule) throws(YAMLError) -> [String] {
    var texts: [String] = []
    for field in try field.list(atMost: Self.mostMachines) { texts.append(try text(field, rule)) }
    return texts
  }
}
