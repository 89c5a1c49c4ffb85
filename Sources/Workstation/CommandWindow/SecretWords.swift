package import Console

/// Finds the secrets in a typed line: what stands behind an option that its program declares secret.
///
/// It looks at the line as typed, before the window does anything with it, and sooner masks too much
/// than too little: what the window may cut otherwise goes, to the end of the line.
package struct SecretWords {
  private let options: [(program: String, options: Set<String>)]
  /// The programs that ask for a secret, and the options that give it instead.
  private let askers: (names: Set<String>, options: Set<String>)

  /// The secrets of those programs.
  package init(_ programs: [Program]) {
    let asking = programs.filter(\.asksSecret)
    askers = (Set(asking.flatMap(\.names)), Set(asking.flatMap(\.secretOptions)))
    options = programs.filter { !$0.secretOptions.isEmpty }.flatMap { program in
      program.names.map { ($0, program.secretOptions) }
    }
  }

  /// The line with `***` in the place of each secret.
  package func told(of line: String) -> TypedLine {
    // Bytes, as characters are slow to tell apart in a line of combining marks.
    let bytes = Array(line.utf8)
    // Most lines have no options, addresses or pipes, and this is done with every one.
    guard bytes.contains(where: { Self.signs.contains($0) }) else { return TypedLine(line) }
    let words = Self.words(bytes[...])
    let bareWords = words.map { Self.bare($0).lowercased() }
    let secret = secretOptions(in: words)
    let misnamed = misnamedOptions(among: bareWords)
    var masked =
      (pipedAnswer(in: bytes, words, misnamed).map { [$0] } ?? []) + Self.logins(in: bytes)
    var isNext = false
    for (index, word) in words.enumerated() {
      let bare = bareWords[index]
      if isNext {
        masked.append(Self.range(of: word, in: bytes))
        isNext = false
      } else if secret.contains(bare) || misnamed.contains(index) {
        isNext = true
      } else if let option = secret.filter({ $0.utf8.count > 2 && bare.contains($0) })
        .max(by: { ($0.utf8.count, $0) < ($1.utf8.count, $1) })
      {
        // Typed in one, or behind a quotation mark that is not closed: the program does not know it
        // so, but a secret it is.
        let start = bare.hasPrefix(option) ? word.startIndex + option.utf8.count : word.startIndex
        masked.append(start..<(bare.hasPrefix(option) ? word.endIndex : bytes.endIndex))
      }
    }
    return Self.told(of: bytes, masking: masked)
  }

  /// What is masked for a secret: the word, if the window cuts it as it is cut here, with nothing but
  /// blanks in front; else all up to the end of the line.
  private static func range(of word: ArraySlice<UInt8>, in bytes: [UInt8]) -> Range<Int> {
    let quote = UInt8(ascii: "\"")
    let inner = word.first == quote && word.last == quote ? word.dropFirst().dropLast() : word
    let isPlain = !inner.contains { "\"^%\\".utf8.contains($0) }
    let gap = bytes[..<word.startIndex].reversed().prefix { separators.contains($0) }
    let isNear = !gap.contains { "<>".utf8.contains($0) }
    return
      (isNear ? word.startIndex : word.startIndex - gap.count)..<(isPlain && isNear
      ? word.endIndex : bytes.endIndex)
  }

  /// Options such as `-pw` are no others' and count on any line, as a name may be behind a variable;
  /// shorter ones only where their program is named.
  private func secretOptions(in words: [ArraySlice<UInt8>]) -> Set<String> {
    let names = Set(words.map { Self.bare($0).lowercased() })
    return options.reduce(into: []) { secret, one in
      let isNamed = names.contains { $0.hasSuffix(one.program) }
      secret.formUnion(one.options.filter { isNamed || $0.utf8.count > 2 })
    }
  }

  /// The words, by their numbers, that were meant to be the option for a password of a program that
  /// asks for one, but are not: a password stands behind them all the same. A number may be a port.
  private func misnamedOptions(among words: [String]) -> Set<Int> {
    guard words.contains(where: { name in askers.names.contains { name.hasSuffix($0) } }) else {
      return []
    }
    return Set(
      words.indices.dropLast().filter { index in
        Program.meansPassword(words[index])
          && !(words[index] == "-p" && UInt32(words[index + 1]) != nil)
      })
  }

  /// What `echo` pipes into a client that has no password to give: it answers the question.
  private func pipedAnswer(
    in bytes: [UInt8], _ words: [ArraySlice<UInt8>], _ misnamed: Set<Int>
  ) -> Range<Int>? {
    guard let bar = bytes.firstIndex(of: UInt8(ascii: "|")), let first = words.first,
      Self.bare(first).lowercased().hasPrefix("echo"), first.endIndex <= bar
    else { return nil }
    let behind = words.filter { $0.startIndex > bar }.map { Self.bare($0).lowercased() }
    guard behind.contains(where: askers.names.contains),
      !behind.contains(where: askers.options.contains), first.endIndex < bar,
      !misnamed.contains(where: { words[$0].startIndex > bar })
    else { return nil }
    return first.endIndex + 1..<max(bar, first.endIndex + 1)
  }

  /// The passwords in addresses such as `http://user:password@host/`: from the colon to the last `@`
  /// in front of the host, or of the whole word where what stands there is no port.
  private static func logins(in bytes: [UInt8]) -> [Range<Int>] {
    let mark = Array("://".utf8)
    return bytes.indices.dropLast(mark.count - 1).compactMap { start in
      guard bytes[start..<start + mark.count].elementsEqual(mark) else { return nil }
      let word = bytes[(start + mark.count)...].prefix { !" \t\"".utf8.contains($0) }
      let place = word.prefix { !"/?#".utf8.contains($0) }
      guard let colon = place.firstIndex(of: UInt8(ascii: ":")) else { return nil }
      let isPort = place[(colon + 1)...].allSatisfy { (0x30...0x39).contains($0) }
      let end =
        place.lastIndex(of: UInt8(ascii: "@"))
        ?? (isPort ? nil : word.lastIndex(of: UInt8(ascii: "@")))
      return end.flatMap { $0 > colon + 1 ? colon + 1..<$0 : nil }
    }
  }

  private static func told(of bytes: [UInt8], masking ranges: [Range<Int>]) -> TypedLine {
    var text: [UInt8] = []
    var secrets: [String] = []
    var done = 0
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where range.lowerBound >= done
    {
      text += bytes[done..<range.lowerBound] + Array(TypedLine.mask.utf8)
      secrets += words(bytes[range]).map(bare).filter { !$0.isEmpty }
      done = range.upperBound
    }
    return TypedLine(String(decoding: text + bytes[done...], as: UTF8.self), secrets: secrets)
  }

  /// The words of a line, cut at blanks and at signs that join commands; quotation marks hold blanks
  /// together, a caret takes the meaning of what follows.
  private static func words(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var words: [ArraySlice<UInt8>] = []
    var start: Int?
    var (isQuoted, isEscaped) = (false, false)
    for index in text.indices {
      let byte = text[index]
      if !isQuoted, !isEscaped, separators.contains(byte) {
        if let first = start { words.append(text[first..<index]) }
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

  /// One of these is in each option, address and pipe.
  private static let signs: [UInt8] = Array("-/|".utf8)

  private static let separators = Set(" \t&|<>,;=".utf8)

  /// A word without the signs that only keep it together or stand in front; `.exe` does not count.
  private static func bare(_ word: ArraySlice<UInt8>) -> String {
    let bytes = word.drop { "@(!".utf8.contains($0) }.filter { !"\"^".utf8.contains($0) }
    let bare = String(decoding: bytes, as: UTF8.self)
    return bare.lowercased().hasSuffix(".exe") ? String(bare.dropLast(4)) : bare
  }
}
