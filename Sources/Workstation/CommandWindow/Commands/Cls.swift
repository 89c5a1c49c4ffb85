extension Builtin {
  /// Nothing is shown: what clears a screen differs from terminal to terminal, and the window does
  /// not know its own. A transcript therefore goes on with the next prompt.
  static let cls = Builtin("cls", summary: "Clears the screen.") { _ in Outcome() }
}
