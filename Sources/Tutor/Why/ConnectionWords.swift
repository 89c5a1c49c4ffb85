import Console
import Lab
import Workstation

/// The words of a line that starts a connection.
struct ConnectionWords {
  /// What it is to connect to, without the user; nil if it starts none.
  private(set) var target: String?
  /// The user's name; nil if it has none.
  private(set) var user: String?

  /// Looks for a connection among the commands of a line: a pipe may stand in front, as in
  /// `echo put x | psftp host`.
  init(_ line: String) {
    for command in CommandWords.commands(in: line).reversed() {
      let line = CommandWords(line, in: command)
      guard let program = line.program, Self.programs.contains(program) else { continue }
      read(line.words.dropFirst())
      return
    }
  }

  private mutating func read(_ words: ArraySlice<String>) {
    var rest = words
    while let word = rest.popFirst() {
      if word.hasPrefix("-") {
        // A mask is no host: it stands for what was to be a password.
        guard Self.valued.contains(word) || rest.first == TypedLine.mask else { continue }
        let value = rest.popFirst()
        if word == "-l" { user = value }
      } else if target == nil {
        if let sign = word.lastIndex(of: "@") {
          user = String(word[..<sign])
          target = String(word[word.index(after: sign)...])
        } else {
          target = word
        }
      }
    }
  }

  /// Who asks for a password connects; in psftp it is `open`.
  private static let programs = Set(Program.lab.filter(\.asksSecret).flatMap(\.names) + ["open"])

  private static let valued: Set = ["-l", "-pw", "-P", "-p", "-b", "-i", "-hostkey", "-m", "-o"]
}
