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
      let mended = joined(words)
      if let command = mended.map(Written.word).allThere, !scene.line.isQuoteOpen,
        !words.contains("***")
      {
        findings.commands.append(command.joined(separator: " "))
      }
    } else if scene.incident.message.id != "shell.incomplete-command", words.count > 2 {
      findings.facts += attributes(words)
      if scene.incident.message.id == "shell.too-many-arguments" {
        let shown = words.map { "[\(Written.name($0))]" }.joined(separator: " ")
        findings.facts.append("The appliance saw \(words.count) words: \(shown).")
      }
    }
    findings.commands += Written.command("help", "pki")
    return findings
  }

  /// That no CN is among the words, or in which word it is.
  static let missingAttribute = FactFinder("csr.missing-cn") { scene in
    let words = scene.arguments(of: "pki").dropFirst(2)
    for word in words {
      let name = word.prefix { $0 != ":" }
      guard name != "CN", name.lowercased() == "cn", word.contains(":") else { continue }
      return Findings(
        ["\(Written.name(word)) is not CN:, upper and lower case count."],
        try: scene.retyped(word, as: "CN" + word.dropFirst(2)))
    }
    guard scene.words.count > 2, ["csr", "selfsigned"].contains(scene.words[1]),
      let name = scene.arguments(of: "pki").dropFirst().first, let appliance = scene.appliance
    else { return Findings() }
    let host = scene.address(of: appliance.name)
    return Findings(
      ["None of the words begins with CN:."],
      try: Written.command("pki", scene.words[1], name, "CN:\(host)"))
  }

  private static func isCut(_ words: [String], at index: Int) -> Bool {
    guard index + 1 < words.count else { return false }
    return words[index].hasSuffix(",") || words[index + 1].hasPrefix(",")
  }

  private static func joined(_ words: [String]) -> [String] {
    var joined: [String] = []
    for (index, word) in words.enumerated() {
      if index > 0, isCut(words, at: index - 1) {
        joined[joined.count - 1] += word
      } else {
        joined.append(word)
      }
    }
    return joined
  }

  private static let names = [
    "CN", "OU", "O", "L", "ST", "C", "emailAddress", "subjectAltName",
  ]

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
        facts.append("\(shown) has no colon: a value with blanks needs quotation marks.")
      } else if !names.contains(name) {
        let meant =
          names.first { $0.lowercased() == name.lowercased() }
          ?? NearestWord.to(name, among: names)
        facts.append(
          "\(Written.name(name)) is no attribute"
            + (meant.map { "; \($0) is" } ?? "; there are \(Written.list(names, most: 8))") + ".")
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

extension [String?] {
  /// All of them; nil if one is not there.
  fileprivate var allThere: [String]? {
    let there = compactMap { $0 }
    return there.count == count ? there : nil
  }
}
