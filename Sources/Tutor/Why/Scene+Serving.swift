import Appliance
import PKI

/// Whether a command to try does what it is for, looked at where that costs little.
extension Scene {
  /// Whether a command of this window has another answer than an error, as far as can be told.
  func serves(_ command: String) -> Bool {
    let words = CommandWords(command).words
    guard incident.window == .appliance, let appliance, words.count > 2, words[0] == "pki" else {
      return true
    }
    let names = Array(words.dropFirst(2))
    switch words[1] {
    case "inspect": return shows(names[0])
    case "unlock": return files.named(names[0])?.held?.hasEncryptedPrivateKey ?? false
    case "match" where names.count == 2 && appliance.isQuick(names):
      return (try? appliance.pair(privateKey: names[0], certificate: names[1])) != nil
    case "verify" where (2...3).contains(names.count) && appliance.isQuick(names):
      return
        (try? appliance.verify(
          certificate: names[0], links: Array(names.dropFirst().dropLast()),
          anchors: names.last ?? ""
        )) != nil
    case "match", "verify": return false
    default: return true
    }
  }

  /// Whether `pki inspect` has something to show of a file.
  private func shows(_ name: String) -> Bool {
    guard let held = files.named(name)?.held else { return false }
    return held.elements.contains {
      switch $0 {
      case .damaged, .excessive: false
      default: true
      }
    }
  }

  /// The typed line with another file of this machine in place of one that does not serve: the
  /// handiest with which it does.
  ///
  /// - Parameter best: what is tried first.
  func substitutes(for name: String, best: LabFile? = nil) -> [String] {
    guard words.count > 2, words[0] == "pki", ["match", "verify", "inspect"].contains(words[1])
    else { return best.map { retyped(name, as: $0.name) } ?? [] }
    let others = words.dropFirst(2).filter { $0 != name }
    let isKey = words[1] == "match" && words[2] == name
    let isRoot = words[1] == "verify" && words[2] != name
    // In the place of the certificate that is to be verified only one for the same holder serves.
    let isLeaf = words[1] == "verify" && !isRoot
    let holders = files.named(name).map(holders(in:)) ?? []
    let leaf = others.first.flatMap(files.named)?.held?.certificates.first
    let isInspect = words[1] == "inspect"
    let candidates = files.own.filter { file in
      guard !isInspect, file.isUsual, !others.contains(file.name), file.name != name,
        let held = file.held
      else {
        return false
      }
      if isKey { return held.privateKey != nil }
      guard let first = held.certificates.first else { return false }
      // A certificate says nothing of itself.
      if isRoot {
        return held.certificates.contains { $0.namesIssuer($0) && $0.der != leaf?.der }
      }
      return !isLeaf || file.name.shortStem == name.shortStem
        || holders.contains(files.holder(first)) && !first.isAuthority
    }
    // Those of the other file's name, then the smallest: a root alone says more than a bundle.
    let stem = isRoot ? nil : others.first?.stem
    let ranked = candidates.sorted { $0.rank(beside: stem) < $1.rank(beside: stem) }
    let named = best.map { [$0] } ?? []
    let first = ranked.prefix(16)
    return (named + first.filter(\.isWhole) + first.filter { !$0.isWhole }).lazy
      .filter { !others.contains($0.name) }
      .flatMap { retyped(name, as: $0.name) }.first(where: serves).map { [$0] } ?? []
  }

  /// Whom the certificates are for that begin in a file, read or not.
  private func holders(in file: LabFile) -> [String] {
    FileParts(file.contents, held: file.held).parts.prefix(4)
      .compactMap { $0.certificate.map { files.holder($0) } }
  }
}
