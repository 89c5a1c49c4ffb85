import Appliance
import Console
import Lab
import Ledger
import Words
import Workstation

extension FactFinder {
  /// That a password stands behind an option that is not the one for it.
  static let password = FactFinder(
    "putty.unknown-option", "ssh.unknown-option", "putty.refused", "plink.refused", "ssh.refused"
  ) { scene in
    let words = scene.words
    guard let place = scene.misnamedPassword, let program = scene.line.program else {
      return Findings()
    }
    let option = Written.name(words[place])
    guard let right = scene.passwordOption else {
      return Findings(
        ["\(program) takes no password on its line, \(option) or not: it asks for it."],
        try: [scene.withoutPassword].compactMap(\.self))
    }
    let mended = scene.pagePassword(in: scene.incident.line).flatMap { password in
      scene.rewritten(Array(words.indices)) {
        $0 == place ? right : $0 == place + 1 ? password : words[$0]
      }
    }
    return Findings(
      ["The option of \(program) for a password is \(right), not \(option)."],
      try: [mended, scene.withoutPassword].compactMap(\.self))
  }
}

extension Scene {
  /// The option, by its number, behind which a password was typed though it is none for it; nil if
  /// there is none.
  var misnamedPassword: Int? {
    guard program?.asksSecret ?? false else { return nil }
    return words.indices.dropLast().first { index in
      words[index + 1] == TypedLine.mask && words[index] != passwordOption
        && Program.meansPassword(words[index])
    }
  }

  /// The option of the command's program for a password; nil if it has none.
  fileprivate var passwordOption: String? { program?.secretOptions.min() }

  /// The program of PC1 that the command starts; nil for another command.
  private var program: Program? {
    world.workstation.programs.first { line.program.map($0.names.contains) ?? false }
  }

  /// The password that the page prints, if it is that of the user in a line that connects: whoever has
  /// the page knows it.
  func pagePassword(in line: String) -> String? {
    let typed = ConnectionWords(line)
    guard let page = try? WorldDescription().outline(pod: world.pod), typed.user == page.user,
      let host = typed.target, host.utf8.count < 256,
      case .reached(let appliance) = world.workstation.network.appliance(at: host),
      appliance.accounts.contains(where: { $0.name == page.user && $0.password == page.password })
    else { return nil }
    return page.password
  }
}
