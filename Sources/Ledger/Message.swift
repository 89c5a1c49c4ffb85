/// One thing a simulated product says, and how it is known that it says so.
public struct Message: Sendable, Identifiable {
  /// How far the words are backed by public evidence.
  public enum Grade: String, Sendable, CaseIterable, Codable {
    /// The bytes were seen in a public source.
    case verbatim = "VERBATIM"
    /// A source states it without the bytes.
    case paraphrased = "PARAPHRASED"
    /// Deduced from evidence that the source names.
    case inferred = "INFERRED"
    /// General knowledge of the product's manual, unverified.
    case recalled = "RECALLED"
  }

  /// Why an error appears and what to do about it, one sentence each.
  public struct Advice: Sendable, Equatable {
    /// What the user did, or what is wrong with a file.
    public let cause: String
    /// What to do instead.
    public let remedy: String
  }

  /// A name that never changes: family and fact, as in `csr.created`.
  public let id: String
  /// The words, with each value as a name in braces.
  public let template: String
  /// How sure the words are.
  public let grade: Grade
  /// Where the words come from, or what they were deduced from and why.
  public let source: String
  /// For errors only.
  public let advice: Advice?

  private init(
    _ id: String, _ template: String, _ grade: Grade, source: String, advice: Advice?
  ) {
    self.id = id
    self.template = template
    self.grade = grade
    self.source = source
    self.advice = advice
  }

  /// Something said in the course of success.
  public static func answer(
    _ id: String, _ template: String, _ grade: Grade, source: String
  ) -> Message {
    Message(id, template, grade, source: source, advice: nil)
  }

  /// Something said when a command cannot be carried out.
  public static func error(
    _ id: String, _ template: String, _ grade: Grade, source: String, cause: String, remedy: String
  ) -> Message {
    Message(
      id, template, grade, source: source, advice: Advice(cause: cause, remedy: remedy))
  }

  /// The words with `values` in place of the braces, from left to right.
  public func callAsFunction(_ values: String...) -> String {
    var text = ""
    // Bytes: a command over SSH spent a sixth of its time on where the characters are.
    var rest = template.utf8[...]
    for value in values {
      guard let open = rest.firstIndex(of: UInt8(ascii: "{")),
        let close = rest.firstIndex(of: UInt8(ascii: "}"))
      else { break }
      text += Substring(rest[..<open])
      text += value
      rest = rest[rest.index(after: close)...]
    }
    return text + Substring(rest)
  }
}
