/// One argument a command takes, as declared in its syntax.
struct Parameter: Sendable {
  /// What may stand there.
  enum Kind: Sendable {
    /// The name of a stored file.
    case file
    /// Any one word.
    case word
    /// The words of another command, as many as there are.
    case commandWords
    /// `NAME:value` pairs to the end of the line, some of which must be there.
    case attributes([CSRAttribute], required: Set<CSRAttribute>)
  }

  /// What usage lines call it.
  let label: String
  let kind: Kind
  let isOptional: Bool

  /// A file that must be given.
  static func file(_ label: String) -> Parameter {
    Parameter(label: label, kind: .file, isOptional: false)
  }

  /// A word that must be given.
  static func word(_ label: String) -> Parameter {
    Parameter(label: label, kind: .word, isOptional: false)
  }

  /// The words of a command; none is fine too.
  static let commandWords = Parameter(label: "command", kind: .commandWords, isOptional: true)

  /// Attributes. They are told apart by name, so the command checks for the `required` ones.
  static func attributes(
    _ attributes: [CSRAttribute], required: Set<CSRAttribute>
  ) -> Parameter {
    Parameter(
      label: "attributes", kind: .attributes(attributes, required: required), isOptional: true)
  }

  /// The same parameter, left out at will.
  var optional: Parameter { Parameter(label: label, kind: kind, isOptional: true) }

  /// Whether it takes all words that are left.
  var isOpenEnded: Bool {
    switch kind {
    case .attributes, .commandWords: true
    case .file, .word: false
    }
  }

  /// How it stands in a usage line.
  var usage: String {
    switch kind {
    case .attributes(let attributes, let required):
      attributes.map { required.contains($0) ? "<\($0.usage)>" : "[\($0.usage)]" }
        .joined(separator: " ")
    case .file, .word, .commandWords: isOptional ? "[<\(label)>]" : "<\(label)>"
    }
  }
}
