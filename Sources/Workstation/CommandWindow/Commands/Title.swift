extension Builtin {
  /// The window's title is not simulated.
  static let title = Builtin("title", summary: "Sets the window title.") { _ in Effect() }
}
