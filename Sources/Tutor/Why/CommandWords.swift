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
  /// Where each stands in the line, its quotation marks included.
  let places: [Range<String.Index>]
  /// Whether a quotation mark is open at the end.
  let isQuoteOpen: Bool

  /// The words of a line, up to 200.
  init(_ line: String) { self.init(line, in: line.startIndex..<line.endIndex) }

  /// The words of a part of a line, up to 200.
  init(_ line: String, in part: Range<String.Index>) {
    var words: [String] = []
    var places: [Range<String.Index>] = []
    var word = ""
    var start: String.Index?
    var isQuoted = false
    let scalars = line.unicodeScalars[part]
    for index in scalars.indices {
      if words.count == 200 { break }
      let scalar = scalars[index]
      if !isQuoted, scalar == " " || scalar == "\t" {
        if let first = start {
          words.append(word)
          places.append(first..<index)
        }
        (word, start) = ("", nil)
      } else {
        start = start ?? index
        if scalar == "\"" { isQuoted.toggle() } else { word.unicodeScalars.append(scalar) }
      }
    }
    if let start, words.count < 200 {
      words.append(word)
      places.append(start..<part.upperBound)
    }
    self.words = words
    self.places = places
    isQuoteOpen = isQuoted
  }

  /// The commands of a line of PC1's window, in their order: what stands between signs that join
  /// commands. Quotation marks hide such signs, a caret takes the meaning of what follows.
  static func commands(in line: String) -> [Range<String.Index>] {
    var commands: [Range<String.Index>] = []
    var start = line.startIndex
    var (isQuoted, isEscaped) = (false, false)
    for index in line.unicodeScalars.indices where commands.count < 40 {
      let scalar = line.unicodeScalars[index]
      if !isQuoted, !isEscaped, scalar == "|" || scalar == "&" {
        commands.append(start..<index)
        start = line.unicodeScalars.index(after: index)
      }
      if scalar == "\"", !isEscaped { isQuoted.toggle() }
      isEscaped = scalar == "^" && !isEscaped && !isQuoted
    }
    commands.append(start..<line.endIndex)
    return commands.filter { !line[$0].allSatisfy(\.isWhitespace) }
  }

  /// The name of the program that the line starts, without `.exe`; nil without a word.
  var program: String? {
    guard let name = words.first?.lowercased() else { return nil }
    return name.hasSuffix(".exe") ? String(name.dropLast(4)) : name
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
