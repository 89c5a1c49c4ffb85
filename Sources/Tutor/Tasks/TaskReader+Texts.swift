import Words
import YAML

/// Texts, and what their words stand for.
extension TaskReader {
  /// A text that keeps a rule whatever its words stand for.
  func text(_ field: Field, _ rule: TaskTextRule) throws(YAMLError) -> String {
    let text = try Self.plainText(field)
    try check(text, rule, at: field)
    return text
  }

  /// Refuses a text that does not keep a rule, whatever its words stand for.
  func check(_ text: String, _ rule: TaskTextRule, at field: Field) throws(YAMLError) {
    let words = Filling.words(in: text)
    for word in words.sorted() where !Filling.ownWords.contains(word) && variables[word] == nil {
      let known = (Filling.ownWords + variables.keys.sorted()).map { "$\($0)" }
      throw field.refused(
        "\(Shown.quoted("$\(word)")) is no variable\(Hint.words(for: "$\(word)", among: known))")
    }
    guard !Filling.pieces(of: text).contains(.stray) else {
      throw field.refused("a dollar sign that stands for itself is written `$$`")
    }
    guard rule.mayHaveName || !words.contains("name") else {
      throw field.refused("`$name` can be anything, so it cannot stand here")
    }
    for sample in words.isEmpty ? samples.prefix(1) : samples[...] {
      let filled = sample.filled(text)
      guard rule.isKept(filled) else { throw field.undeclared(filled, among: [], rule.sentence) }
    }
  }

  func optional(
    _ field: Field?, _ rule: TaskTextRule
  ) throws(YAMLError) -> String? {
    guard let field else { return nil }
    return try text(field, rule)
  }

  /// A text in which dollar signs mean nothing.
  func plain(_ field: Field, _ rule: TaskTextRule) throws(YAMLError) -> String {
    let text = try Self.plainText(field)
    guard rule.isKept(text) else { throw field.undeclared(text, among: [], rule.sentence) }
    return text
  }

  static func plainText(_ field: Field) throws(YAMLError) -> String {
    let text = try field.string()
    guard !text.allSatisfy(\.isWhitespace) else { throw field.refused("this is empty") }
    // All that Unicode calls control characters, which no later version of it adds to.
    let control = text.unicodeScalars.first {
      $0 < " " && $0 != "\n" && $0 != "\t" || ("\u{7F}"..."\u{9F}").contains($0)
    }
    if let control {
      throw field.refused(
        "a control character is in this text, \(Shown.plain(String(Character(control))))")
    }
    return text
  }

  /// The path of a transcript beside the file.
  func path(_ field: Field) throws(YAMLError) -> String { try plain(field, .value) }

  /// The values of variables by their names.
  static func variables(_ field: Field) throws(YAMLError) -> [String: [String]] {
    var variables: [String: [String]] = [:]
    for entry in try field.named(atMost: mostVariables.count) {
      guard TaskTextRule.variable.isKept(entry.name) else {
        throw entry.undeclared(TaskTextRule.variable.sentence)
      }
      guard !Filling.ownWords.contains(entry.name) else {
        throw entry.undeclared("has a meaning already")
      }
      var pool: [String] = []
      for field in try entry.value.list(atMost: mostVariables.values) {
        let text = try plainText(field)
        guard TaskTextRule.value.isKept(text) else {
          throw field.undeclared(text, among: [], TaskTextRule.value.sentence)
        }
        pool.append(text)
      }
      guard !pool.isEmpty else { throw entry.value.refused("there is no value to draw") }
      variables[entry.name] = pool
    }
    return variables
  }

  /// A machine of the lab.
  func machine(_ field: Field) throws(YAMLError) -> String {
    let text = try Self.plainText(field)
    guard machines.contains(text) else {
      throw field.undeclared(text, among: machines, "is no machine of this lab")
    }
    return text
  }
}
