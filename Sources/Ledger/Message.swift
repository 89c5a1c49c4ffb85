/// One thing a simulated product says, and how it is known that it says so.
public struct Message: Sendable, Identifiable {
  /// How far the words are backed by public evidence.
  public enum Grade: String, Sendable, CaseIterable {
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
  /// Who says it, as in `MMP` or `psftp`.
  public let product: String
  /// The words, with each value as a name in braces.
  public let template: String
  /// How sure the words are.
  public let grade: Grade
  /// Where the words come from, or what they were deduced from and why.
  public let source: String
  /// For errors only.
  public let advice: Advice?

  /// The names in the template's braces, each once, in the order in which they first appear.
  public var names: [String] {
    var names: [String] = []
    // Bytes, as below: a listing says a message with every line.
    var rest = template.utf8[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      let name = String(Substring(rest[rest.index(after: open)..<close]))
      if !names.contains(name) { names.append(name) }
      rest = rest[rest.index(after: close)...]
    }
    return names
  }

  /// The words with `values` in place of the braces: a value for each of ``names``, in their order.
  func filled(with values: [String]) -> String {
    var text = ""
    var seen: [Substring] = []
    var rest = template[...]
    // Bytes are found several times faster than characters.
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = rest.utf8[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      text += rest[..<open]
      let name = rest[rest.utf8.index(after: open)..<close]
      let place = seen.firstIndex(of: name) ?? seen.count
      if place == seen.count { seen.append(name) }
      if place < values.count { text += values[place] }
      rest = rest[rest.utf8.index(after: close)...]
    }
    return text + rest
  }
}
