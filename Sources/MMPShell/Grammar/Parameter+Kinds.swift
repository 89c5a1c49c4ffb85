/// The kinds of argument that commands of any family take.
extension Parameter {
  /// The name of a stored file.
  static func file(_ label: String) -> Parameter {
    Parameter(usage: "<\(label)>") { $0.files }
  }

  /// One word that passes `check`.
  static func word(
    _ label: String, check: @escaping @Sendable (String) -> Bool = { _ in true }
  ) -> Parameter {
    Parameter(usage: "<\(label)>", check: check)
  }

  /// A word that nobody else may see, such as a password.
  static func secret(_ label: String) -> Parameter {
    Parameter(usage: "<\(label)>", isSecret: true)
  }

  /// One of a few words, such as `enable` and `disable`.
  static func choice(_ words: String...) -> Parameter {
    Parameter(usage: words.joined(separator: "|")) { _ in
      words
    } check: { typed in
      words.contains { $0.hasSameBytes(as: typed) }
    }
  }

  /// The words of a command; none is fine too.
  static let commandWords = Parameter(usage: "[<command>]", isOptional: true, isOpenEnded: true) {
    $0.commandWords($0.arguments)
  }

  /// What is written `NAME:value`.
  struct NamedValue: Sendable {
    /// What stands before the colon.
    let name: String
    /// The whole as it stands in a usage line.
    let usage: String
    /// Whether a line without it is refused.
    let isRequired: Bool
  }

  /// `NAME:value` words to the end of the line, in any order. They are told apart by name, so the
  /// command checks them.
  static func attributes(_ attributes: [NamedValue]) -> Parameter {
    Parameter(
      usage: attributes.reduce("") { usage, attribute in
        usage + (usage.isEmpty ? "" : " ")
          + (attribute.isRequired ? "<\(attribute.usage)>" : "[\(attribute.usage)]")
      },
      isOptional: true, isOpenEnded: true
    ) { context in
      attributes.map { "\($0.name):" }.filter { keyword in
        !context.arguments.contains { $0.startsWithBytes(of: keyword) }
      }
    }
  }
}
