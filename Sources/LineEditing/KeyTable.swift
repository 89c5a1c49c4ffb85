/// The editing keys of the console, wherever it is typed at: the recalled ones (shell.md 5), what
/// keyboards of usual terminals send for arrows, Home, End and Delete, and libedit's emacs keys.
public enum KeyTable {
  /// A key and its meaning.
  public struct Binding: Sendable {
    /// The bytes the key sends, all ASCII.
    public let key: String
    /// What it does.
    public let command: EditingCommand
  }

  /// The longest beginning of a line that Tab completes, in bytes: parsing more would make it dearer
  /// than other keys.
  public static let longestCompleted = 1_024

  /// All keys with a meaning, and those whose tail an editor must not take for text.
  public static let bindings: [Binding] = named + unnamed

  private static let named: [Binding] = meanings.flatMap { command, keys in
    keys.map { Binding(key: $0, command: command) }
  }

  private static let meanings: [(EditingCommand, [String])] = [
    (.accept, ["\r", "\n"]),
    (.interrupt, [control("C")]),
    (.complete, ["\t"]),
    (.clearScreen, [control("L")]),
    (.moveToStart, [control("A"), "\u{1B}[H", "\u{1B}OH", "\u{1B}[1~", "\u{1B}[7~"]),
    (.moveToEnd, [control("E"), "\u{1B}[F", "\u{1B}OF", "\u{1B}[4~", "\u{1B}[8~"]),
    (.moveBackward, [control("B"), "\u{1B}[D", "\u{1B}OD"]),
    (.moveForward, [control("F"), "\u{1B}[C", "\u{1B}OC"]),
    (.moveWordBackward, ["\u{1B}b", "\u{1B}B", "\u{1B}[1;5D"]),
    (.moveWordForward, ["\u{1B}f", "\u{1B}F", "\u{1B}[1;5C"]),
    (.deleteBackward, [control("H"), "\u{7F}"]),
    (.deleteForward, ["\u{1B}[3~"]),
    (.deleteForwardOrEnd, [control("D")]),
    (.transpose, [control("T")]),
    (.killToEnd, [control("K")]),
    (.killLine, [control("U")]),
    (.killWordBackward, [control("W"), "\u{1B}\u{7F}", "\u{1B}\u{8}"]),
    (.killWordForward, ["\u{1B}d", "\u{1B}D"]),
    (.yank, [control("Y")]),
    (.previousLine, [control("P"), "\u{1B}[A", "\u{1B}OA"]),
    (.nextLine, [control("N"), "\u{1B}[B", "\u{1B}OB"]),
    // Suspend and quit; and libedit's own command line, which could rebind keys and crashes on an
    // open quotation mark.
    (.ignore, [control("Z"), control("\\"), "\u{1B}x", "\u{1B}X"]),
  ]

  /// Insert, Page Up and Down, F5 to F12 and the marks around a paste.
  private static let unnamed = [2, 5, 6, 15, 17, 18, 19, 20, 21, 23, 24, 200, 201].map {
    Binding(key: "\u{1B}[\($0)~", command: .ignore)
  }

  private static func control(_ letter: Unicode.Scalar) -> String {
    String(Unicode.Scalar(UInt8(ascii: letter) & 0x1F))
  }
}
