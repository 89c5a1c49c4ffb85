import Console

extension Command {
  /// RECALLED, shell.md 5.
  static let exit = Command("exit", summary: "End the session", for: .everybody, onlyReads: true) {
    _ in
    Reply(next: .pop)
  }
}
