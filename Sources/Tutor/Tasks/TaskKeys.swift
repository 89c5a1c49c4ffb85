// The keys of a file of tasks. docs/tasks.md explains each.

/// The top of a file of tasks.
enum TaskSetKey: String, CaseIterable {
  case title, briefing, scenario, variables, solve, tell, on, tasks
}

/// Each of `tasks`.
enum TaskKey: String, CaseIterable {
  case id, title, text, check, pass, fail, hints, points, solve, must, tell
}

/// Each of `hints` that is more than a text.
enum HintKey: String, CaseIterable {
  case text, cost
}

/// A condition: one of the words of the first two lines, and what belongs to it.
enum CheckKey: String, CaseIterable {
  case file, absent, request, certificate, unread, match, verify, chain, said, typed, answer
  case issued
  case all, any, not, done
  case on, when, fail
  case cn, names, onlyNames, issuer, valid, key, bits, alone
  case parts, anyOrder, linked, complete
  case sameAs, values, files, of, about
}

/// `verify`.
enum VerifyKey: String, CaseIterable {
  case certificate, bundle
}

/// `answer`.
enum AnswerKey: String, CaseIterable {
  case type, `is`
}

/// `issued`.
enum IssuedKey: String, CaseIterable {
  case cn, names, onlyNames, key, bits
}

/// All keys there are, for whoever compares the reference of the format with them.
enum TaskKeys {
  /// The keys by the section of docs/tasks.md that explains them.
  static let all: [(section: String, keys: [String])] = [
    ("A set", words(TaskSetKey.self)), ("A task", words(TaskKey.self)),
    ("A hint", words(HintKey.self)), ("A condition", words(CheckKey.self)),
    ("`verify`", words(VerifyKey.self)), ("`answer`", words(AnswerKey.self)),
    ("`issued`", words(IssuedKey.self)),
  ]

  private static func words<Key: RawRepresentable<String> & CaseIterable>(
    _ keys: Key.Type
  ) -> [String] {
    keys.allCases.map(\.rawValue)
  }
}
