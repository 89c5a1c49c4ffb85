import Words

/// A value that is about to be read, and where it stands.
///
/// Nothing is taken for what it is not: a text is not made of a number, a number not of a text.
public struct Field: Sendable {
  /// The value.
  public let node: Node
  /// The keys that lead to it.
  public let path: String

  /// A value with the keys that lead to it.
  public init(_ node: Node, path: String = "") {
    self.node = node
    self.path = path
  }

  /// Where it stands.
  public var origin: Origin { Origin(place: node.place, path: path) }

  /// The error that refuses it, with a sentence why.
  public func refused(_ sentence: String) -> YAMLError { origin.refused(sentence) }

  /// Text: anything in quotes, or what is neither a number nor a truth value nor nothing.
  public func string() throws(YAMLError) -> String {
    guard case .scalar(let scalar) = node.content else { throw misfit("a text") }
    switch scalar.kind {
    case .text: return scalar.text
    case .nothing: throw misfit("a text")
    case .number, .truth: throw refused("a text belongs here, not \(kind): put it in quotes")
    }
  }

  /// A whole number in that range, in decimal digits.
  public func integer(in range: ClosedRange<Int>) throws(YAMLError) -> Int {
    guard case .scalar(let scalar) = node.content, scalar.kind == .number else {
      throw misfit("a whole number")
    }
    let digits = scalar.text.drop { $0 == "-" || $0 == "+" }
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      digits.count == 1 || digits.first != "0"
    else {
      throw refused("a whole number belongs here, in decimal digits")
    }
    guard let number = Int(scalar.text), range.contains(number) else {
      let limits = "\(range.lowerBound) to \(range.upperBound)"
      throw refused("\(limits) is possible here, not \(Shown.plain(scalar.text))")
    }
    return number
  }

  /// `true` or `false`, and no other word for them.
  public func boolean() throws(YAMLError) -> Bool {
    guard case .scalar(let scalar) = node.content else { throw misfit("true or false") }
    if scalar.isPlain, scalar.text == "true" || scalar.text == "false" {
      return scalar.text == "true"
    }
    let word = scalar.text.lowercased()
    guard word == "true" || word == "false" else { throw misfit("true or false") }
    throw refused("true or false belongs here: write \(word), without quotes")
  }

  /// One of the words that `Word` has.
  public func word<Word: RawRepresentable<String> & CaseIterable>(
    of type: Word.Type = Word.self
  ) throws(YAMLError) -> Word {
    let text = try string()
    guard let word = Word(rawValue: text) else {
      throw undeclared(text, among: Word.allCases.map(\.rawValue), "is not possible here")
    }
    return word
  }

  /// The values of a list, of which there may be `limit`.
  public func list(atMost limit: Int) throws(YAMLError) -> [Field] {
    guard case .sequence(let nodes) = node.content else { throw misfit("a list") }
    guard nodes.count <= limit else { throw refused("there may be \(limit) of these at most") }
    return nodes.enumerated().map { Field($1, path: "\(path)[\($0)]") }
  }

  /// The values of a mapping whose keys are names of the author's own, of which there may be
  /// `limit`.
  public func named(atMost limit: Int) throws(YAMLError) -> [NamedField] {
    guard case .mapping(let members) = node.content else { throw misfit("a mapping") }
    guard members.count <= limit else { throw refused("there may be \(limit) of these at most") }
    return members.map { member in
      let path = Self.path(path, member.key.text)
      return NamedField(
        name: member.key.text, origin: Origin(place: member.place, path: path),
        value: Field(member.value, path: path))
    }
  }

  /// The error for a value that is none of `words`: it names the nearest, else all of them.
  public func undeclared(
    _ text: String, among words: [String], _ sentence: String
  ) -> YAMLError {
    refused("\(Shown.quoted(text)) \(sentence)\(Hint.words(for: text, among: words))")
  }

  /// The error for a value of another kind than the one that belongs here.
  func misfit(_ wanted: String) -> YAMLError {
    refused("\(wanted) belongs here, not \(kind)")
  }

  /// Whether it is a mapping.
  public var isMapping: Bool {
    if case .mapping = node.content { true } else { false }
  }

  /// A path one key further.
  static func path(_ path: String, _ key: String) -> String {
    path.isEmpty ? Shown.plain(key) : "\(path).\(Shown.plain(key))"
  }

  private var kind: String {
    switch node.content {
    case .sequence: "a list"
    case .mapping: "a mapping"
    case .scalar(let scalar):
      switch scalar.kind {
      case .text: "a text"
      case .number: "a number"
      case .truth: "true or false"
      case .nothing: "nothing"
      }
    }
  }
}

/// A value and the name an author gave it.
public struct NamedField: Sendable {
  /// The name.
  public let name: String
  /// Where the name stands.
  public let origin: Origin
  /// The value.
  public let value: Field

  /// The error for a name that is none, with a sentence why.
  public func undeclared(_ sentence: String) -> YAMLError {
    origin.refused("\(Shown.quoted(name)) \(sentence)")
  }
}
