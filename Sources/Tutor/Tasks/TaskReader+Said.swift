import Lab
import MMPShell
import Words
import YAML

/// What was said, and what is answered.
extension TaskReader {
  /// A message, and its values.
  func said(
    _ subject: Field, _ fields: Fields<CheckKey>
  ) throws(YAMLError) -> (id: String, values: [String: String]) {
    let message = try message(subject)
    let id = message.id
    let names = message.text.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
      .compactMap { piece in piece.firstIndex(of: "}").map { String(piece[..<$0]) } }
    var values: [String: String] = [:]
    for entry in try fields[.values]?.named(atMost: 16) ?? [] {
      guard names.contains(entry.name) else {
        throw entry.undeclared(
          "is no value of \(id)\(Hint.words(for: entry.name, among: names))")
      }
      values[entry.name] = try text(entry.value, .value)
    }
    return (id, values)
  }

  /// A message of the ledger, by its name.
  private func message(_ field: Field) throws(YAMLError) -> Ledger.Entry {
    let id = try text(field, .value)
    let messages = Ledger.lab.entries.lazy.filter { $0.kind != "rule" }
    guard let message = messages.first(where: { $0.id == id }) else {
      throw field.refused(
        "\(Shown.quoted(id)) is no message\(Hint.nearest(to: id, among: messages.map(\.id)))"
          + "; mmp fidelity lists them")
    }
    return message
  }

  /// A command that was typed; with what it was answered, and with which files.
  func typed(
    _ subject: Field, _ fields: Fields<CheckKey>, on machine: String?
  ) throws(YAMLError) -> Check.Condition {
    let command = try text(subject, .command)
    if command.hasPrefix(":") || fields[.of] != nil || fields[.about] != nil {
      return try lineForLab(subject, fields)
    }
    var occasion = Check.Occasion()
    if let field = fields[.files] {
      guard let machine else {
        throw field.refused("the lab has no cms1a, so `on` has to name a machine")
      }
      for file in try field.list(atMost: Self.mostFiles) {
        occasion.files.append(try reference(file, on: machine))
      }
      guard !occasion.files.isEmpty else { throw field.refused("there is no file") }
    }
    guard let message = fields[.said] else {
      if let field = fields[.values] {
        throw field.refused("nothing says whose values: `said` is missing")
      }
      return .said(Said.typedLine, values: [Said.line: command], occasion: occasion)
    }
    occasion.command = command
    let (id, values) = try said(message, fields)
    return .said(id, values: values, occasion: occasion)
  }

  /// The most files that have to be what they were.
  private static let mostFiles = 8

  /// A line for the lab, which no machine answers.
  private func lineForLab(
    _ subject: Field, _ fields: Fields<CheckKey>
  ) throws(YAMLError) -> Check.Condition {
    let line = try text(subject, .command)
    for key in [CheckKey.said, .values, .files] {
      if let field = fields[key] { throw field.refused("no machine answers a line for the lab") }
    }
    guard !line.hasPrefix(":") || line == ":why" || line.hasPrefix(":chain ") else {
      throw subject.refused("of the lines for the lab `:chain FILE` and `:why` show something")
    }
    var values = [Said.line: line]
    if let field = fields[.of] {
      guard line == ":why" else { throw field.refused("only `:why` tells of a message") }
      values[Said.told] = try message(field).id
    }
    if let field = fields[.about] {
      guard line == ":why" else { throw field.refused("only `:why` tells of a command's error") }
      values[Said.about] = try text(field, .command)
    }
    return .said(Said.typedLine, values: values)
  }

  func answer(_ subject: Field, on machine: String) throws(YAMLError) -> Check.Condition {
    let fields = try Fields(subject, keys: AnswerKey.self)
    guard machine != "pc1" else {
      throw fields.origin.refused("only appliances are asked for an answer, not PC1")
    }
    let type = try fields.required(.type)
    let command = try text(type, .command)
    guard Shell.onlyReads(command) else {
      throw type.refused(
        "this command does more than read; possible are "
          + Shell.readingCommands.joined(separator: ", "))
    }
    let lines = try fields.required(.is)
    return .answer(
      command: command,
      lines: try text(lines, .prose).split(separator: "\n", omittingEmptySubsequences: false)
        .map(String.init).droppingLastIfEmpty)
  }
}

extension [String] {
  /// What a block of YAML ends with is no line of its own.
  fileprivate var droppingLastIfEmpty: [String] { last == "" ? dropLast() : self }
}
