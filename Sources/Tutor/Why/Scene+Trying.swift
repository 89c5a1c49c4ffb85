import Appliance
import PKI
import Words

/// Commands to try.
extension Scene {
  /// The typed line with one word in place of another; nothing where the line has secrets, or a word
  /// that nobody could type.
  func retyped(_ old: String, as new: String) -> [String] {
    retyped { $0.utf8.elementsEqual(old.utf8) ? new : $0 }
  }

  /// The typed line with every word changed.
  func retyped(_ change: (String) -> String) -> [String] {
    guard !line.isQuoteOpen, words.count < 40, !incident.line.contains("|"),
      let words = withoutPassword
    else { return [] }
    let changed = words.map(change)
    let written = changed.compactMap(Written.word)
    // A word that only a shell would have to quote is left alone.
    guard written.count == words.count, changed != words else { return [] }
    return [written.joined(separator: " ")]
  }

  /// The words of the line without a password, which the program then asks for; nil if one stands
  /// there that it would not ask for.
  var withoutPassword: [String]? {
    guard words.contains("***") else { return words }
    guard let place = words.firstIndex(of: "-pw"), place + 1 < words.count,
      words[place + 1] == "***", words.count(where: { $0 == "***" }) == 1
    else { return nil }
    return Array(words[..<place] + words[(place + 2)...])
  }

  /// What the line of a CSR was meant to be; nil for another command.
  var csrLine: CSRLine? {
    guard let appliance, !line.isQuoteOpen else { return nil }
    return CSRLine(words, at: appliance, called: address(of: appliance.name))
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
