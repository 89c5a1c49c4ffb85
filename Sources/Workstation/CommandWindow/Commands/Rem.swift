extension Builtin {
  /// A remark. At the start of a line the window has dropped the whole line already.
  static let rem = Builtin("rem", summary: "Records comments.") { _ in Effect() }
}
