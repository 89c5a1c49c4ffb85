/// Writes a printed line so that a replay expects just that line.
enum RecordedLine {
  /// What stands for any run of characters.
  static let gap = Array("[..]".utf8)

  /// The line with a gap in place of each of `gaps`, which are in order.
  ///
  /// A line that a transcript would read as something else (a prompt, one of `prompts`, a comment)
  /// gets a gap in front, which nothing goes into; what would be a wildcard gets one for its bracket.
  static func text(
    of line: ArraySlice<UInt8>, gaps: [Range<Int>] = [], before prompts: [ArraySlice<UInt8>]
  ) -> [UInt8] {
    var text: [UInt8] = []
    var done = line.startIndex
    for range in gaps {
      text += literal(line[done..<range.lowerBound])
      text += gap
      done = range.upperBound
    }
    text +=
      gaps.isEmpty && line.trimmingEnd.elementsEqual("[...]".utf8)
      ? gap + line.dropFirst() : literal(line[done...])
    let isMistaken = isMistaken(line, prompts) || isMistaken(text[...], prompts)
    return isMistaken && !text.starts(with: gap) ? gap + text : text
  }

  private static func isMistaken(
    _ line: ArraySlice<UInt8>, _ prompts: [ArraySlice<UInt8>]
  ) -> Bool {
    if line.starts(with: "#:".utf8) || WindowPrompt.scan(line) != nil { return true }
    return prompts.contains { prompt in
      !prompt.isBlank && (line.starts(with: prompt) || line.trimmingEnd == prompt.trimmingEnd)
    }
  }

  /// Text that means itself.
  private static func literal(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    for index in text.indices {
      let isWildcard = text[index] == UInt8(ascii: "[") && startsWildcard(text[index...])
      result += isWildcard ? gap : [text[index]]
    }
    return result
  }

  /// Whether `[..]` stands there, or the same with a name: `[name=..]`.
  private static func startsWildcard(_ text: ArraySlice<UInt8>) -> Bool {
    if text.starts(with: gap) { return true }
    let rest = text.dropFirst().drop {
      $0.isASCIILetter || $0.isDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
    }
    return rest.starts(with: "=..]".utf8)
  }
}
