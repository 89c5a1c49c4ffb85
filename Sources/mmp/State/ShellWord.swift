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
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "/._-+,:@%".utf8.contains(byte)
    }
  }
}
