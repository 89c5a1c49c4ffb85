import Appliance
import Console
import Lab
import PKI
import Words

/// Commands to try.
extension Scene {
  /// The typed line with one word in place of another; nothing where the line has secrets, or a word
  /// that nobody could type.
  func retyped(_ old: String, as new: String) -> [String] {
    retyped { $0.utf8.elementsEqual(old.utf8) ? new : $0 }
  }

  /// The typed line with every word of the command changed; all else stays as it was typed.
  func retyped(_ change: (String) -> String) -> [String] {
    guard let kept = keptWords else { return [] }
    return rewritten(kept) { change(words[$0]) }.map { [$0] } ?? []
  }

  /// The typed line without a password, which the program then asks for; nil if one stands there that
  /// it would not ask for.
  var withoutPassword: String? { keptWords.flatMap { rewritten($0) { words[$0] } } }

  /// The typed line with some words of the command only, each as `word` says; nil if nothing is
  /// changed, or if a word has to be written that nobody could type.
  func rewritten(_ kept: [Int], _ word: (Int) -> String) -> String? {
    guard !line.isQuoteOpen, words.count < 40 else { return nil }
    let typed = incident.line
    var text = typed[..<part.lowerBound]
    var end = part.lowerBound
    for index in kept {
      let place = line.places[index]
      // What was left out takes the blanks in front of it with it.
      let isNext = index == 0 || kept.contains(index - 1)
      text += isNext ? typed[end..<place.lowerBound] : text.isEmpty ? "" : " "
      let new = word(index)
      if new.utf8.elementsEqual(words[index].utf8) {
        text += typed[place]
      } else {
        guard let written = Written.word(new) else { return nil }
        text += written
      }
      end = place.upperBound
    }
    let last = line.places.last?.upperBound ?? part.lowerBound
    text += typed[last..<part.upperBound]
    let line = String(text + typed[part.upperBound...])
    return line == typed ? nil : line
  }

  /// The words of the command that stay if a password is left out: their numbers. Nil if that cannot
  /// be: what is piped in would be taken for the password.
  private var keptWords: [Int]? {
    let masks = words.indices.filter { words[$0] == TypedLine.mask }
    guard let mask = masks.first else {
      return incident.line.contains(TypedLine.mask) ? nil : Array(words.indices)
    }
    guard masks.count == 1, mask > 0, !isPiped,
      words[mask - 1] == "-pw" || misnamedPassword == mask - 1
    else { return nil }
    return words.indices.filter { $0 != mask && $0 != mask - 1 }
  }

  /// Whether another command's output is what this one reads.
  var isPiped: Bool {
    incident.line[..<part.lowerBound].last == "|"
      && !incident.line[..<part.lowerBound].hasSuffix("||")
  }

  /// What the line of a CSR was meant to be; nil for another command.
  var csrLine: CSRLine? {
    guard let appliance, !line.isQuoteOpen else { return nil }
    return CSRLine(
      words, at: appliance, called: address(of: appliance.name), holders: world.holders)
  }

  /// The line of a CSR as it was meant to be, and why it has another basename.
  var mendedCSR: Findings {
    guard let line = csrLine else { return Findings() }
    let mended = line.mended
    return Findings(mended.isEmpty ? [] : [line.caution].compactMap(\.self), try: mended)
  }

  /// The line with which certreq does what it was to do.
  var certreq: [String] { CertreqLine(words, in: files)?.mended ?? [] }

  /// The command that shows what a file of this machine holds.
  func inspect(_ name: String) -> [String] {
    switch incident.window {
    case .appliance: Written.command("pki", "inspect", name)
    case .commands: Written.command("type", name)
    case .psftp: []
    }
  }

  /// The command that lists the files where the error was met.
  var listing: [String] {
    switch incident.window {
    case .appliance: ["pki list"]
    case .commands: ["dir"]
    case .psftp: ["ls"]
    }
  }
}
