/// The words of a typed line, cut as both the appliance and PC1's programs cut them: at blanks, with
/// double quotation marks taken off.
struct CommandWords {
  /// The longest line or value that is looked at, in bytes: Swift compares combining marks in a time
  /// that grows with the square of their number.
  static let longest = 2_048

  /// As much of a text as is looked at.
  static func short(_ text: String) -> String {
    text.utf8.count <= longest ? text : String(decoding: text.utf8.prefix(longest), as: UTF8.self)
  }

  /// The words.
  let words: [String]
  /// Whether a quotation mark is open at the end.
  let isQuoteOpen: Bool

  /// The words of a line, up to 200.
  init(_ line: String) {
    var words: [String] = []
    var word = ""
    var hasWord = false
    var isQuoted = false
    for scalar in line.unicodeScalars {
      if words.count == 200 { break }
      if !isQuoted, scalar == " " || scalar == "\t" {
        if hasWord { words.append(word) }
        (word, hasWord) = ("", false)
      } else {
        hasWord = true
        if scalar == "\"" { isQuoted.toggle() } else { word.unicodeScalars.append(scalar) }
      }
    }
    if hasWord { words.append(word) }
    self.words = words
    isQuoteOpen = isQuoted
  }

  /// What stands behind these words, if the line begins with them.
  func behind(_ start: String...) -> [String]? {
    guard words.count >= start.count,
      zip(words, start).allSatisfy({ $0.utf8.elementsEqual($1.utf8) })
    else { return nil }
    return Array(words.dropFirst(start.count))
  }

  /// The word behind an option, in any case, as in `-config VALUE`.
  func value(of option: String) -> String? {
    for (index, word) in words.enumerated().dropLast()
    where word.lowercased() == "-\(option)" || word.lowercased() == "/\(option)" {
      return words[index + 1]
    }
    return nil
  }
}

/// The words of a line that starts a connection.
struct ConnectionWords {
  /// What it is to connect to, without the user; nil if it starts none.
  private(set) var target: String?
  /// The user's name; nil if it has none.
  private(set) var user: String?

  init(_ line: String) {
    // A pipe may stand in front: echo put x | psftp host.
    let last = line.split(separator: "|").last.map(String.init) ?? line
    var rest = CommandWords(last).words[...]
    guard let name = rest.popFirst()?.lowercased() else { return }
    let program = name.hasSuffix(".exe") ? String(name.dropLast(4)) : name
    guard ["psftp", "open", "plink", "ssh", "putty", "sftp"].contains(program) else { return }
    while let word = rest.popFirst() {
      if word.hasPrefix("-") {
        guard Self.valued.contains(word) else { continue }
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

  private static let valued: Set = ["-l", "-pw", "-P", "-p", "-b", "-i", "-hostkey", "-m", "-o"]
}
