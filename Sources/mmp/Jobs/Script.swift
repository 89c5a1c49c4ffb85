/// Who drives a session when no person does: what is carried out, what is shown besides answers, and
/// what the exit status tells.
struct Script {
  /// What is carried out instead of typed lines, an element a line; nil if lines are read.
  var commands: [String]?
  /// Whether only answers are shown: no prompts, no questions, nothing of what is read.
  var isQuiet = false
  /// Whether the status tells that the last command said an error.
  var isStrict = false

  /// Lines are read.
  init() {}

  /// Those commands are carried out, of which each may have several lines.
  init(_ commands: [String]) {
    self.commands = commands.flatMap { $0.split(whereSeparator: \.isNewline).map(String.init) }
  }
}
