import Appliance
import Ledger
import PKI
import Words

extension FactFinder {
  /// Which word the appliance does not take, and that a blank cut a list.
  static let arguments = FactFinder(
    "shell.invalid-argument", "shell.too-many-arguments", "shell.incomplete-command"
  ) { scene in
    var findings = Findings()
    if scene.line.isQuoteOpen {
      findings.facts.append("A quotation mark is open at the end of the line.")
    }
    let words = Array(scene.words.prefix(40))
    if let cut = words.indices.first(where: { isCut(words, at: $0) }) {
      let shown = words.map { "[\(Written.name($0))]" }.joined(separator: " ")
      findings.facts.append(
        "A blank beside the comma cut the list behind \(Written.name(words[cut])); the appliance saw "
          + "the words \(shown).")
    } else if scene.incident.message.id != "shell.incomplete-command", words.count > 2 {
      findings.facts += attributes(words)
      if scene.incident.message.id == "shell.too-many-arguments" {
        let shown = words.map { "[\(Written.name($0))]" }.joined(separator: " ")
        findings.facts.append("The appliance saw \(words.count) words: \(shown).")
      }
    }
    if scene.incident.message.id == "shell.incomplete-command", let line = scene.csrLine {
      findings.facts.append(
        line.lacksBasename && words.count > 2
          ? "The basename is missing: the name of the files, as in cms1a."
          : "Behind pki \(words[1]) stand a basename for the files and CN: with the name.")
    }
    if scene.incident.message.id == "shell.incomplete-command" { findings += scene.completed }
    findings += scene.csrLine == nil ? Findings([], try: scene.shorter) : scene.mendedCSR
    // Help for the family that the line is of.
    let family = words.first.flatMap { scene.words(of: .appliance).contains($0) ? $0 : nil }
    findings.commands += Written.command("help", family ?? "pki")
    return findings
  }

  /// That no CN is among the words, or in which word it is.
  static let missingAttribute = FactFinder("csr.missing-cn") { scene in
    let words = scene.arguments(of: "pki").dropFirst(2)
    for word in words {
      let name = word.prefix { $0 != ":" }
      guard name != "CN", name.lowercased() == "cn", word.contains(":") else { continue }
      return Findings(["\(Written.name(word)) is not CN:, upper and lower case count."])
        .joined(to: scene.mendedCSR)
    }
    return Findings(["None of the words begins with CN:."]).joined(to: scene.mendedCSR)
  }

  private static func isCut(_ words: [String], at index: Int) -> Bool {
    guard index + 1 < words.count else { return false }
    return words[index].hasSuffix(",") || words[index + 1].hasPrefix(",")
  }

  /// What is wrong with `NAME:value` words.
  private static func attributes(_ words: [String]) -> [String] {
    guard words.count > 3, words[0] == "pki", ["csr", "selfsigned"].contains(words[1]) else {
      return []
    }
    var facts: [String] = []
    var seen: [String] = []
    for word in words.dropFirst(3) {
      let shown = Written.name(word)
      let name = String(word.prefix { $0 != ":" })
      let value = word.dropFirst(name.count + 1)
      if !word.contains(":") {
        facts.append(nameless(word, in: words))
      } else if !CSRLine.names.contains(name) {
        let meant = CSRLine.meant(by: name)
        facts.append(
          "\(Written.name(name)) is no attribute"
            + (meant.map { "; \($0) is" } ?? "; there are \(Written.list(CSRLine.names, most: 8))")
            + ".")
      } else if value.isEmpty {
        facts.append("\(shown) has no value.")
      } else if seen.contains(name) {
        facts.append("\(name): is there twice.")
      } else if name == "subjectAltName" {
        facts += entries(value)
      } else if name == "C", value.utf8.count != 2 {
        facts.append("C: takes two letters, as in C:US.")
      }
      seen.append(name)
    }
    return Array(facts.prefix(4))
  }

  /// What a word without a colon may have been meant for.
  private static func nameless(_ word: String, in words: [String]) -> String {
    let shown = Written.name(word)
    if let sign = word.firstIndex(of: "="), CSRLine.names.contains(String(word[..<sign])) {
      return "\(shown) has = where a colon belongs."
    }
    if CSRLine.names.contains(word) {
      return "\(shown) stands alone: its colon and its value belong to the same word."
    }
    if AlternativeName.isHostName(word), word.contains(".") {
      return words.contains { $0.hasPrefix("CN:") }
        ? "\(shown) has no name in front: more names belong into subjectAltName:, with commas between "
          + "them and no blank."
        : "\(shown) has no name in front: CN: was forgotten, as in CN:\(shown)."
    }
    return "\(shown) has no colon: a value with blanks needs quotation marks."
  }

  private static func entries(_ list: Substring) -> [String] {
    for (index, entry) in list.split(separator: ",", omittingEmptySubsequences: false)
      .prefix(200).enumerated() where AlternativeName(entry) == nil
    {
      return [
        entry.isEmpty
          ? "The \(Written.ordinal(index + 1)) entry of the list is empty: a comma too many."
          : "The \(Written.ordinal(index + 1)) entry of the list, \(Written.name(String(entry))), "
            + "is neither a host name nor an address."
      ]
    }
    return []
  }
}
