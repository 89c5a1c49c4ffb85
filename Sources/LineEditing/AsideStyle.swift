public import Console
import Words

/// What a terminal is able to show.
public struct TerminalAbilities: Sendable, Equatable {
  /// Whether it has colours, and its user wants them.
  public var hasColour: Bool
  /// Whether it takes text as UTF-8; if nobody says so, only ASCII is safe.
  public var isUTF8: Bool

  /// A terminal of which nothing is known.
  public static let unknown = TerminalAbilities(hasColour: false, isUTF8: false)

  /// What is known of a terminal.
  public init(hasColour: Bool, isUTF8: Bool) {
    self.hasColour = hasColour
    self.isUTF8 = isUTF8
  }

  /// What the names of a terminal and its locale tell.
  ///
  /// - Parameters:
  ///   - term: the kind of terminal, as `TERM` has it.
  ///   - locale: the first that is set of `LC_ALL`, `LC_CTYPE` and `LANG`.
  public init(term: String, locale: String) {
    let families = ["xterm", "screen", "tmux", "rxvt", "linux", "putty", "alacritty", "kitty"]
    hasColour = families.contains { term.hasPrefix($0) } || term.contains("color")
    // Language and country, a dot, the codes of characters, and what else belongs to it.
    let parts = locale.utf8.prefix { $0 != UInt8(ascii: "@") }.split(separator: UInt8(ascii: "."))
    let codes = parts.last?.lazy.map { $0 | 0x20 }
    isUTF8 = ["utf-8", "utf8"].contains { codes?.elementsEqual($0.utf8) == true }
  }
}

/// How lines in the lab's voice look: behind a bar, in colour where there is any, and not broken
/// within a word, nor within a command between back quotes.
public struct AsideStyle: Sendable {
  /// Characters in a row of the terminal.
  public var columns: Int
  private let abilities: TerminalAbilities

  /// What is typed as it stands, such as a command, is not broken: it may be copied.
  private static let indentOfCommands = "    "
  private static let bar = "| "
  /// Cyan, and back (ECMA-48).
  private static let (colour, plain) = ("\u{1B}[36m", "\u{1B}[0m")

  /// The look at a terminal of `columns`.
  public init(columns: Int, abilities: TerminalAbilities) {
    self.columns = columns
    self.abilities = abilities
  }

  /// The room for a line that is not broken.
  public var room: AsideRoom {
    AsideRoom(columns: max(20, columns - Self.bar.count - 1), isUTF8: abilities.isUTF8)
  }

  /// The rows of a line, without ends. Nothing in it commands the terminal any more.
  ///
  /// - Parameter text: one line; four blanks in front keep it whole.
  public func rows(of text: String) -> [String] {
    let text = TerminalText.escaping(text)
    let pieces = text.hasPrefix(Self.indentOfCommands) ? [text] : wrapped(text)
    return pieces.map { piece in
      let row = Self.bar + piece
      return abilities.hasColour ? Self.colour + row + Self.plain : row
    }
  }

  private func wrapped(_ text: String) -> [String] {
    let room = room.columns
    let indent = String(text.prefix { $0 == " " })
    var rows: [String] = []
    var row = indent
    var (width, isEmpty) = (indent.count, true)
    for word in text.dropFirst(indent.count).unbrokenPieces {
      let size = word.unicodeScalars.reduce(0) { $0 + $1.columnWidth }
      if !isEmpty, width + 1 + size > room {
        rows.append(row)
        (row, width, isEmpty) = (indent, indent.count, true)
      }
      row += isEmpty ? String(word) : " " + word
      width += size + (isEmpty ? 0 : 1)
      isEmpty = false
    }
    return rows + [row]
  }
}
