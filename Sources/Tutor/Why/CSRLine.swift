import Appliance
import Lab
import PKI
import Words

/// A line of `pki csr` or `pki selfsigned`, and what it was meant to be.
struct CSRLine {
  /// The names of the attributes.
  static let names = ["CN", "OU", "O", "L", "ST", "C", "emailAddress", "subjectAltName"]

  private let command: String
  private let appliance: Appliance
  /// What the appliance is called on PC1.
  private let address: String
  private let rest: [String]
  /// Who may hold certificates in the lab, by the usual basename.
  private let holders: [String: CertificateHolder]
  private var attributes: [(name: String, value: String)] = []

  /// A line's words; nil for another command.
  init?(
    _ words: [String], at appliance: Appliance, called address: String,
    holders: [String: CertificateHolder] = [:]
  ) {
    guard words.count >= 2, words[0] == "pki", ["csr", "selfsigned"].contains(words[1]) else {
      return nil
    }
    command = words[1]
    rest = Array(words.dropFirst(2).prefix(40))
    self.appliance = appliance
    self.address = address
    self.holders = holders
  }

  /// Whether the first word behind the command is an attribute: the basename is missing.
  var lacksBasename: Bool { rest.first.map(Self.isAttribute) ?? true }

  /// The line that the appliance takes; nothing if there is none.
  var mended: [String] {
    var line = self
    guard let basename = line.basename() else { return [] }
    line.readAttributes()
    line.mendAttributes()
    guard line.isAccepted else { return [] }
    let words = line.attributes.map { "\($0.name):\($0.value)" }.map(Written.word)
    let all = words.compactMap(\.self)
    guard all.count == words.count else { return [] }
    return [(["pki", command, basename] + all).joined(separator: " ")]
  }

  /// Why the line that is taken has another basename than the one that was typed; nil if it has not.
  var caution: String? {
    guard !typedBasename.isEmpty, let new = basename(), new != typedBasename,
      let there = existing(typedBasename)
    else { return nil }
    return "\(Written.name(there)) is here already, and pki \(command) would overwrite it unasked. "
      + "Hence \(new) in the line to try; whoever wants it made anew types \(typedBasename)."
  }

  /// Whether a word is one of `NAME:value`, if perhaps misspelled.
  static func isAttribute(_ word: String) -> Bool { attribute(word) != nil }

  /// The words in front of the attributes, or what serves in their place; nil if nothing does.
  private func basename() -> String? {
    let kept = typedBasename
    // Whoever makes a key anew loses the old one.
    let cn = rest.compactMap(Self.attribute).first { $0.name == "CN" }?.value ?? ""
    let label = String(
      cn.stem.filter { $0.isASCII && ($0.isLetter || $0.isNumber) })
    let base = kept.isEmpty ? appliance.name : kept
    return ([kept, base + "new", label] + (2...9).map { "\(base)\($0)" }).first {
      appliance.release.acceptsBasename($0) && existing($0) == nil
    }
  }

  /// What was typed in front of the attributes, as far as a basename may have it.
  private var typedBasename: String {
    var typed = names.joined()
    for ending in [".csr", ".key", ".cer", ".crt"] where typed.hasSuffix(ending) {
      typed = String(typed.dropLast(4))
    }
    return String(
      typed.unicodeScalars.filter { appliance.release.acceptsBasename(String($0)) }
        .map(Character.init))
  }

  /// The file that would be overwritten under that basename; nil if there is none.
  private func existing(_ basename: String) -> String? {
    [".key", command == "csr" ? ".csr" : ".crt"].map { basename + $0 }
      .first { appliance.file(named: $0) != nil }
  }

  /// The words that are no attributes yet; a host's name behind one of them is no basename.
  private var names: [String] {
    var names: [String] = []
    for word in rest {
      if Self.isAttribute(word) || Self.names.contains(word), !names.isEmpty || word.contains(":") {
        break
      }
      if !names.isEmpty, word.contains("."), AlternativeName.isHostName(word) { break }
      names.append(word)
    }
    return names
  }

  /// A word's name and value; nil if it has no name.
  private static func attribute(_ word: String) -> (name: String, value: String)? {
    guard let sign = word.firstIndex(where: { $0 == ":" || $0 == "=" }) else { return nil }
    let typed = String(word[..<sign])
    let value = String(word[word.index(after: sign)...])
    return meant(by: typed).map { ($0, value) }
  }

  /// The name of the attribute that somebody meant; nil if that cannot be told.
  static func meant(by typed: String) -> String? {
    if names.contains(typed) { return typed }
    if ["san", "dns", "subjectaltnames", "altname"].contains(typed.lowercased()) {
      return "subjectAltName"
    }
    return names.first { $0.lowercased() == typed.lowercased() }
      ?? (typed.count > 2 ? NearestWord.to(typed, among: names.filter { $0.count > 2 }) : nil)
  }

  private mutating func readAttributes() {
    var words = rest.dropFirst(names.count)
    while let word = words.popFirst() {
      var pair = Self.attribute(word)
      if Self.names.contains(word) { pair = (word, "") }
      if let (name, value) = pair {
        if value.isEmpty, let next = words.first, !Self.isAttribute(next) {
          words.removeFirst()
          add(name, next)
        } else {
          add(name, value)
        }
      } else if !word.contains(":") {
        addNameless(word)
      }
    }
  }

  private mutating func addNameless(_ word: String) {
    let isHost = AlternativeName.isHostName(word) && word.contains(".")
    if let last = attributes.last, last.name == "subjectAltName" || last.value.hasSuffix(",") {
      attributes[attributes.count - 1].value += "," + word
    } else if word.hasPrefix(",") {
      add("subjectAltName", word)
    } else if isHost {
      let hasCN = (attributes.map(\.name) + rest.compactMap { Self.attribute($0)?.name })
        .contains("CN")
      add(hasCN ? "subjectAltName" : "CN", word)
    } else if let last = attributes.last, ["O", "OU", "L", "ST"].contains(last.name) {
      attributes[attributes.count - 1].value += " " + word
    }
  }

  /// What is there already stays, but for a list, which grows.
  private mutating func add(_ name: String, _ value: String) {
    guard let old = attributes.firstIndex(where: { $0.name == name }) else {
      return attributes.append((name, value))
    }
    if name == "subjectAltName" {
      attributes[old].value += "," + value
    } else if attributes[old].value.isEmpty {
      attributes[old].value = value
    }
  }

  private mutating func mendAttributes() {
    attributes = attributes.compactMap { name, value in
      guard name == "subjectAltName" else { return value.isEmpty ? nil : (name, value) }
      var seen: Set<String> = []
      let entries = value.split { ", ;".contains($0) }.prefix(200).map(Self.entry)
        .filter { AlternativeName($0) != nil && seen.insert($0.lowercased()).inserted }
      return entries.isEmpty ? nil : (name, entries.joined(separator: ","))
    }
    if command == "csr", !attributes.contains(where: { $0.name == "CN" }) {
      let holder = holders[typedBasename.lowercased()]
      attributes.insert(("CN", holder?.commonName ?? address), at: 0)
      if let names = holder?.names, !names.isEmpty,
        !attributes.contains(where: { $0.name == "subjectAltName" })
      {
        attributes.append(("subjectAltName", names.joined(separator: ",")))
      }
    }
    if !isAccepted { attributes.removeAll { !["CN", "subjectAltName"].contains($0.name) } }
  }

  /// An entry of the list without the kind that OpenSSL's files have in front, as in `DNS:`.
  private static func entry(_ entry: Substring) -> String {
    for kind in ["DNS:", "IP:", "DNS=", "IP="] where entry.uppercased().hasPrefix(kind) {
      return String(entry.dropFirst(kind.count))
    }
    return String(entry)
  }

  /// Whether OpenSSL takes the subject.
  private var isAccepted: Bool {
    let kinds: [String: DistinguishedName.Attribute] = [
      "CN": .commonName, "OU": .organizationalUnit, "O": .organization, "L": .locality,
      "ST": .state, "C": .country, "emailAddress": .emailAddress,
    ]
    let subject = DistinguishedName(
      attributes.compactMap { pair in kinds[pair.name].map { ($0, pair.value) } })
    return (try? subject.validate()) != nil
  }
}
