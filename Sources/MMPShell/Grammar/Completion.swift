extension CommandTable {
  /// The characters Tab adds to `line`: the rest of the first word that fits, and no blank, so that
  /// a second Tab changes nothing (RECALLED, shell.md 5: `help we` becomes `help webadmin` and
  /// stays).
  ///
  /// Where nothing is typed yet, only a single possibility is filled in.
  func completion(of line: String, files: [String]) -> String {
    let parsed = CommandLineWords(line)
    let typed = line[parsed.lastWordStart...]
    guard !parsed.isQuoteOpen, !typed.utf8.contains(UInt8(ascii: "\"")) else { return "" }
    let before = typed.isEmpty ? parsed.words : Array(parsed.words.dropLast())
    let fitting = candidates(after: before, files: files).filter { $0.startsWithBytes(of: typed) }
    guard let match = typed.isEmpty && fitting.count != 1 ? nil : fitting.first,
      !fitting.contains(where: { $0.hasSameBytes(as: typed) })
    else { return "" }
    return String(decoding: match.utf8.dropFirst(typed.utf8.count), as: UTF8.self)
  }

  /// What may stand behind `words`, commands before file names.
  private func candidates(after words: [String], files: [String]) -> [String] {
    guard let (command, arguments) = command(for: words),
      let parameter = command.parameter(at: arguments.count)
    else { return nextWords(after: words) }
    return parameter.completions(
      CompletionContext(files: files, arguments: arguments, commandWords: nextWords))
  }

  /// The words that follow `words` in commands, each once.
  private func nextWords(after words: [String]) -> [String] {
    commands(under: words).compactMap { $0.words.dropFirst(words.count).first }.uniqued
  }
}

extension Array where Element: Hashable {
  /// The elements without later repetitions.
  fileprivate var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
