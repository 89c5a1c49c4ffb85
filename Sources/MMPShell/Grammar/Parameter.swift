/// One argument a command takes, as declared in its syntax.
///
/// Whoever needs another kind of argument makes one beside the command that takes it; nothing here
/// lists the kinds there are.
struct Parameter: Sendable {
  /// How it stands in a usage line.
  let usage: String
  /// Whether it may be left out.
  let isOptional: Bool
  /// Whether it takes all words that are left.
  let isOpenEnded: Bool
  /// Whether what is typed for it may be told to nobody.
  let isSecret: Bool
  /// What Tab may fill in, the first choice first.
  let completions: @Sendable (CompletionContext) -> [String]
  /// Whether a typed word can be its value. Other words are answered with "Invalid argument" before
  /// the command runs.
  let check: @Sendable (String) -> Bool

  /// A parameter: one word that must be given, any word will do, and Tab knows none, unless told
  /// otherwise.
  init(
    usage: String, isOptional: Bool = false, isOpenEnded: Bool = false, isSecret: Bool = false,
    completions: @escaping @Sendable (CompletionContext) -> [String] = { _ in [] },
    check: @escaping @Sendable (String) -> Bool = { _ in true }
  ) {
    self.usage = usage
    self.isOptional = isOptional
    self.isOpenEnded = isOpenEnded
    self.isSecret = isSecret
    self.completions = completions
    self.check = check
  }

  /// The same parameter, left out at will.
  var optional: Parameter {
    guard !isOptional else { return self }
    return Parameter(
      usage: "[\(usage)]", isOptional: true, isOpenEnded: isOpenEnded, isSecret: isSecret,
      completions: completions, check: check)
  }
}

/// What is known where Tab is pressed.
struct CompletionContext {
  /// The names of the stored files, in order of creation.
  let files: [String]
  /// The words between the command's own and the one that is wanted.
  let arguments: [String]
  /// What may follow the given words where a command is named; only commands open to whoever types.
  let commandWords: ([String]) -> [String]
}
