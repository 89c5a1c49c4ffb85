/// What follows a command of the window, cut into names and switches.
struct Words {
  enum Word: Equatable {
    /// A name, quotation marks taken off.
    case name(String)
    /// What follows a slash, as typed.
    case option(String)
    /// The sign between files to be joined; only `copy` knows it.
    case plus
    /// A comma, which means something to `copy` only.
    case comma
  }

  /// In the order typed.
  let words: [Word]

  /// Cuts at blanks, commas, semicolons and equals signs outside quotation marks.
  init(_ text: String, joins: Bool = false) {
    var words: [Word] = []
    var current: String?
    var isOption = false
    var isQuoted = false
    func end() {
      if let word = current { words.append(isOption ? .option(word) : .name(word)) }
      current = nil
      isOption = false
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"":
        isQuoted.toggle()
        current = current ?? ""
      case _ where isQuoted: current = (current ?? "") + String(scalar)
      case " ", "\t", ";", "=": end()
      case ",":
        end()
        if joins { words.append(.comma) }
      case "+" where joins:
        end()
        words.append(.plus)
      case "/":
        end()
        current = ""
        isOption = true
      default: current = (current ?? "") + String(scalar)
      }
    }
    end()
    self.words = words
  }

  /// The names alone.
  var names: [String] {
    words.compactMap {
      guard case .name(let name) = $0 else { return nil }
      return name
    }
  }

  /// The switches alone.
  var options: [String] {
    words.compactMap {
      guard case .option(let option) = $0 else { return nil }
      return option
    }
  }

  /// Whether help is asked for.
  var asksForHelp: Bool { words.contains(.option("?")) }
}

/// The words of a program, cut as the C library of Windows cuts them: a backslash counts before a
/// quotation mark only.
enum ProgramArguments {
  static func words(in text: String) -> [String] {
    var words: [String] = []
    var word: String?
    var isQuoted = false
    var slashes = 0
    func flush() {
      guard slashes > 0 else { return }
      word = (word ?? "") + String(repeating: "\\", count: slashes)
      slashes = 0
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": slashes += 1
      case "\"":
        let isEscaped = slashes % 2 == 1
        slashes /= 2
        flush()
        word = word ?? ""
        if isEscaped { word?.append("\"") } else { isQuoted.toggle() }
      case " " where !isQuoted, "\t" where !isQuoted:
        flush()
        if let word { words.append(word) }
        word = nil
      default:
        flush()
        word = (word ?? "") + String(scalar)
      }
    }
    flush()
    if let word { words.append(word) }
    return words
  }
}
