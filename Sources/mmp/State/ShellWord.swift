import Words

/// A word of a command that is told to a person, who pastes it into a shell.
enum ShellWord {
  /// The text as one word of a POSIX shell, which is no option either.
  static func quoted(_ text: String) -> String {
    let text = text.hasPrefix("-") ? "./\(text)" : text
    guard text.isEmpty || !text.utf8.allSatisfy(isPlain) else { return text }
    return "'\(text.replacing("'", with: "'\\''"))'"
  }

  /// Whether a byte means nothing to a shell wherever it stands.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte.isLetterOrDigit || "/._-+,:@%".utf8.contains(byte)
  }
}
