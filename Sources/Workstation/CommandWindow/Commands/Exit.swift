import Console

extension Builtin {
  /// Leaves the window; `exit /b` does the same here. A number behind it is what the window comes
  /// to, for whoever started it by a command of theirs.
  static let exit = Builtin("exit", summary: "Quits the command window.") { call in
    let status = Words(call.rest).names.first.flatMap { Int32($0) }
    return Effect(status: status.map(Int.init), next: .pop)
  }
}
