/// One of the command window's own commands: its names, its line in `help`, and what it does.
struct Builtin: Sendable {
  /// In lower case.
  let names: [String]
  /// One line for `help`.
  let summary: String
  let run: @Sendable (BuiltinCall) throws(Complaint) -> Effect

  init(
    _ names: String..., summary: String,
    run: @escaping @Sendable (BuiltinCall) throws(Complaint) -> Effect
  ) {
    self.names = names
    self.summary = summary
    self.run = run
  }
}
