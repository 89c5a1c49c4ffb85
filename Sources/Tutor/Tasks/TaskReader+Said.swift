import YAML

/// What was typed.
extension TaskReader {
  /// A command that was typed; with what it was answered, and with which files.
  func typed(
    _ subject: Field, _ fields: Fields<CheckKey>, on machine: String?
  ) throws(YAMLError) -> Check.Condition {
    let command = try text(subject, .command)
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
}
