import Console

extension Builtin {
  /// Clears a terminal; a pipe and a transcript go on with the next prompt.
  static let cls = Builtin("cls", summary: "Clears the screen.") { call in
    call.screen.clear()
    return Effect()
  }
}
