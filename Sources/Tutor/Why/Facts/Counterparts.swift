import Appliance
import Lab
import MMPShell
import Words
import Workstation

/// Commands of other systems and windows, and what does the same.
extension Scene {
  /// What does the same in this window, in words, and as a line.
  struct Counterpart {
    let name: String
    var facts: [String] = []
    var commands: [String] = []
  }

  /// What does in this window what a command does elsewhere; nil if nothing is known to.
  func counterpart(of typed: String) -> Counterpart? {
    let typed = typed.lowercased()
    guard let name = Self.counterparts[incident.window]?[typed] else { return nil }
    var counterpart = Counterpart(name: name)
    let start = name.split(separator: " ").map(String.init)
    guard known(start) else { return nil }
    let rest = Array(words.dropFirst())
    // What scp takes is no line of psftp.
    if typed == "scp" {
      counterpart.commands = leading(to: .psftp)
      return counterpart
    }
    // What takes something away is said, and not offered.
    if ["del", "rm"].contains(name) { return counterpart }
    guard ["ren", "mv"].contains(name) else {
      let takesFile = name == "pki inspect"
      let written = rest.compactMap(Written.word)
      counterpart.commands =
        takesFile && rest.count == 1
        ? written.map { "\(name) \($0)" }
        : start.count > 1 || rest.isEmpty ? [] : retyped(words[0], as: name)
      if counterpart.commands.isEmpty { counterpart.commands = takesFile ? listing : [name] }
      return counterpart
    }
    if rest.count == 2, let new = rest.last, files.named(new) != nil {
      counterpart.facts = ["\(Written.name(new)) is there already, and would not be overwritten."]
      counterpart.commands = listing
    } else if rest.count == 2, files.named(rest[0]) != nil {
      counterpart.commands = retyped(words[0], as: name)
    }
    if counterpart.commands.isEmpty { counterpart.commands = listing }
    return counterpart
  }

  private func known(_ words: [String]) -> Bool {
    incident.window == .appliance
      ? applianceCommands.contains { $0.words == words }
      : self.words(of: incident.window).contains(words[0])
  }

  private static let counterparts: [Incident.Window: [String: String]] = [
    .appliance: [
      "dir": "pki list", "ls": "pki list", "type": "pki inspect", "cat": "pki inspect",
      "quit": "exit", "bye": "exit",
    ],
    .commands: [
      "mv": "ren", "move": "ren", "cp": "copy", "ls": "dir", "rm": "del", "cat": "type",
      "pwd": "cd", "clear": "cls", "curl": "wget", "sftp": "psftp", "scp": "psftp",
    ],
    .psftp: ["copy": "get", "ren": "mv", "move": "mv", "delete": "rm", "erase": "rm"],
  ]

  /// What leads to a window of that kind.
  func leading(to other: Incident.Window) -> [String] {
    switch (incident.window, other) {
    case (.psftp, .commands):
      return line.isQuoteOpen ? [] : ["!\(Written.plain(incident.line, 200))"]
    case (.psftp, _): return ["bye"]
    // PC1 is where it came from.
    case (.appliance, _): return ["exit"]
    case (.commands, _):
      let program = other == .psftp ? "psftp" : "ssh"
      return targetAddress.map { ["\(program) admin@\($0)"] } ?? []
    }
  }

  /// The line with a program's right name and the password that the page prints, where one stands in
  /// the line.
  func withPassword(_ typed: String, as name: String) -> [String] {
    guard let text = rewritten(Array(words.indices), { words[$0] == typed ? name : words[$0] })
    else { return [] }
    return pagePassword(in: text).map { [text.replacing("***", with: $0)] } ?? []
  }
}
