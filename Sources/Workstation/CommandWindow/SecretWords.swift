import Console

/// Finds the secrets in a typed line: what stands behind an option that its program declares secret.
///
/// It looks at the line as typed, before the window does anything with it, and sooner masks too much
/// than too little: whatever cannot be told apart goes.
struct SecretWords {
  private let options: [String: Set<String>]

  /// The secrets of those programs.
  init(_ programs: [Program]) {
    var options: [String: Set<String>] = [:]
    for program in programs where !program.secretOptions.isEmpty {
      for name in program.names { options[name] = program.secretOptions }
    }
    self.options = options
  }

  /// The line with `***` in the place of each secret.
  func told(of line: String) -> TypedLine {
    // Bytes, as characters are slow to tell apart in a line of combining marks.
    var rest = Array(line.utf8)[...]
    let words = Self.words(rest).map { Self.bare($0).lowercased() }
    let secret = options.filter { name, _ in words.contains { $0.hasSuffix(name) } }
      .reduce(into: Set<String>()) { $0.formUnion($1.value) }
    guard !secret.isEmpty else { return TypedLine(line) }
    var text: [UInt8] = []
    var secrets: [String] = []
    var isNext = false
    while let word = Self.words(rest, limit: 1).first {
      text += rest[..<word.startIndex]
      let bare = Self.bare(word)
      text += isNext ? Array(TypedLine.mask.utf8)[...] : word
      if isNext, !bare.isEmpty { secrets.append(bare) }
      isNext = !isNext && secret.contains(bare.lowercased())
      rest = rest[word.endIndex...]
    }
    return TypedLine(String(decoding: text + rest, as: UTF8.self), secrets: secrets)
  }

  /// The words of a line: quotation marks hold blanks together, a caret takes the meaning of what
  /// follows, and signs that join commands are blanks here.
  private static func words(
    _ text: ArraySlice<UInt8>, limit: Int = .max
  ) -> [ArraySlice<UInt8>] {
    var words: [ArraySlice<UInt8>] = []
    var start: Int?
    var (isQuoted, isEscaped) = (false, false)
    for index in text.indices {
      let byte = text[index]
      if !isQuoted, !isEscaped, separators.contains(byte) {
        if let first = start { words.append(text[first..<index]) }
        if words.count >= limit { return words }
        start = nil
      } else if start == nil {
        start = index
      }
      if byte == UInt8(ascii: "\""), !isEscaped { isQuoted.toggle() }
      isEscaped = byte == UInt8(ascii: "^") && !isEscaped && !isQuoted
    }
    if let first = start { words.append(text[first...]) }
    return words
  }

  private static let separators = Set(" \t&|<>()@".utf8)

  /// A word without the signs that only keep it together; `.exe` does not count.
  private static func bare(_ word: ArraySlice<UInt8>) -> String {
    let bare = String(decoding: word.filter { !"\"^".utf8.contains($0) }, as: UTF8.self)
    return bare.lowercased().hasSuffix(".exe") ? String(bare.dropLast(4)) : bare
  }
}
