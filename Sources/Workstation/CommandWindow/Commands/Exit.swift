import Console

extension Builtin {
  /// Leaves the window; `exit 3` and `exit /b` do the same here.
  static let exit = Builtin("exit", summary: "Quits the command window.") { _ in
    Effect(next: .pop)
  }
}
