/// Markdown as lines of a terminal: paragraphs in a line each, lists, and code that stays whole.
public enum MarkdownLines {
  /// All of it in one line, without its signs but for those of a list's items.
  public static func line(of text: String) -> String {
    lines(of: text).compactMap { line in
      var words = line.drop { $0 == " " }
      while words.last == " " { words.removeLast() }
      return words.isEmpty ? nil : String(words)
    }.joined(separator: " ")
  }

  /// The lines, with no end; those of code have four blanks in front.
  static func lines(of text: String) -> [String] {
    var lines: [String] = []
    var paragraph = ""
    var fence: Substring?
    func endParagraph() {
      if !paragraph.isEmpty { lines.append(plain(paragraph)) }
      paragraph = ""
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let line = line.last == "\r" ? line.dropLast() : line
      let content = line.drop { $0 == " " || $0 == "\t" }
      if let open = fence {
        if content.hasPrefix(open) { fence = nil } else { lines.append(codeIndent + line) }
      } else if content.hasPrefix("```") || content.hasPrefix("~~~") {
        endParagraph()
        fence = content.prefix(3)
      } else if content.isEmpty {
        endParagraph()
      } else if paragraph.isEmpty, line.hasPrefix(codeIndent) {
        lines.append(String(line))
      } else if let item = item(content) {
        endParagraph()
        paragraph = item
      } else if content.first == "#", let words = heading(content) {
        endParagraph()
        lines.append(plain(words))
      } else {
        paragraph += (paragraph.isEmpty ? "" : " ") + content
      }
    }
    endParagraph()
    return lines
  }

  private static let codeIndent = "    "

  /// A list's item with two blanks in front; nil for anything else.
  private static func item(_ content: Substring) -> String? {
    if let first = content.first, "-*+".contains(first), content.dropFirst().first == " " {
      return "  - " + content.dropFirst().drop { $0 == " " }
    }
    let number = content.prefix { $0.isASCII && $0.isNumber }
    let rest = content[number.endIndex...]
    guard (1...3).contains(number.count), let sign = rest.first, sign == "." || sign == ")",
      rest.dropFirst().first == " "
    else { return nil }
    return "  \(number)\(sign) " + rest.dropFirst().drop { $0 == " " }
  }

  private static func heading(_ content: Substring) -> String? {
    let words = content.drop { $0 == "#" }
    return words.first == " " ? String(words.dropFirst()) : nil
  }

  /// A paragraph without the signs of code, emphasis and links. Behind the text of a link stands its
  /// address.
  static func plain(_ text: String) -> String {
    var shown = ""
    var rest = text[...]
    while let first = rest.first {
      if first == "\\", let next = rest.dropFirst().first, next.isPunctuation || next.isSymbol {
        shown.append(next)
        rest = rest.dropFirst(2)
      } else if first == "`", let (code, after) = code(rest) {
        shown += code
        rest = after
      } else if first == "*" || first == "_",
        let (inner, after) = emphasis(rest, behind: shown.last)
      {
        shown += plain(String(inner))
        rest = after
      } else if first == "[", let (words, address, after) = link(rest) {
        shown += plain(String(words)) + (words == address ? "" : " (\(address))")
        rest = after
      } else {
        shown.append(first)
        rest = rest.dropFirst()
      }
    }
    return shown
  }

  private static func code(_ text: Substring) -> (Substring, Substring)? {
    let marks = text.prefix { $0 == "`" }
    let inner = text[marks.endIndex...]
    guard let end = inner.firstRange(of: String(marks)), end.lowerBound > inner.startIndex
    else { return nil }
    var code = inner[..<end.lowerBound]
    if code.first == " ", code.last == " ", code.count > 2 { code = code.dropFirst().dropLast() }
    return (code, inner[end.upperBound...])
  }

  /// Signs count in front of and behind words only: `*.cer` and `a_b_c` are none.
  private static func emphasis(
    _ text: Substring, behind last: Character?
  ) -> (Substring, Substring)? {
    let sign = text[text.startIndex]
    let marks = text.prefix { $0 == sign }
    guard marks.count <= 3, last.map({ !$0.isLetter && !$0.isNumber }) ?? true else { return nil }
    let inner = text[marks.endIndex...]
    guard let first = inner.first, first.isLetter || first.isNumber || "`\"([\\".contains(first)
    else { return nil }
    var place = inner.startIndex
    while place < inner.endIndex {
      // What is behind a backslash ends nothing.
      if inner[place] == "\\" {
        place = inner.index(place, offsetBy: 2, limitedBy: inner.endIndex) ?? inner.endIndex
        continue
      }
      guard inner[place...].hasPrefix(marks) else {
        place = inner.index(after: place)
        continue
      }
      let end = place..<inner.index(place, offsetBy: marks.count)
      let next = inner[end.upperBound...].first
      if inner[inner.index(before: end.lowerBound)] != " ",
        next.map({ !$0.isLetter && !$0.isNumber && $0 != sign && $0 != "." }) ?? true
          || next == "." && !hasLetterBehindDot(inner[end.upperBound...])
      {
        return (inner[..<end.lowerBound], inner[end.upperBound...])
      }
      place = end.upperBound
    }
    return nil
  }

  private static func hasLetterBehindDot(_ text: Substring) -> Bool {
    text.dropFirst().first.map { $0.isLetter || $0.isNumber } ?? false
  }

  private static func link(_ text: Substring) -> (Substring, Substring, Substring)? {
    guard let middle = text.firstRange(of: "]("), middle.lowerBound > text.startIndex else {
      return nil
    }
    let words = text[text.index(after: text.startIndex)..<middle.lowerBound]
    guard let end = text[middle.upperBound...].firstIndex(of: ")"), !words.contains("[") else {
      return nil
    }
    return (words, text[middle.upperBound..<end], text[text.index(after: end)...])
  }
}
