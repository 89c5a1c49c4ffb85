import Appliance
import Lab
import Ledger
import MMPShell
import Words
import Workstation

extension FactFinder {
  /// Which command was meant, and which window it belongs to.
  static let commandName = FactFinder(
    "shell.unknown-command", "cmd.unknown-command", "psftp.unknown-command", "psftp.help-not-found",
    "cmd.help-unknown"
  ) { scene in
    guard let typed = scene.incident["word"] ?? scene.incident["name"] ?? scene.words.first else {
      return Findings()
    }
    // What help was asked for is what is not there.
    let asked = scene.words.dropFirst().first
    if typed.lowercased() == "help" || scene.incident.message.id == "cmd.help-unknown",
      let asked
    {
      return help(asked, in: scene)
    }
    let shown = Written.name(typed)
    // Behind ! psftp hands a line to PC1's window.
    let isHanded = scene.incident.window == .psftp && scene.words.first?.hasPrefix("!") ?? false
    let here = isHanded ? .commands : scene.incident.window
    if here == .appliance, typed == "pki", let word = scene.words.dropFirst().first {
      var findings = Findings(["pki has no command \(Written.name(word))."], try: ["help pki"])
      if let near = NearestWord.to(word, among: scene.pkiWords) {
        findings.facts.append("The nearest is pki \(near).")
        findings.commands = scene.retyped(word, as: near) + findings.commands
      }
      return findings
    }
    var facts: [String] = []
    var commands: [String] = []
    let known = scene.words(of: here)
    if let same = known.first(where: { $0 == typed.lowercased() && $0 != typed }) {
      facts.append("\(same) is written in lower case.")
      commands = scene.retyped(typed, as: same)
    } else if let other = [Incident.Window.appliance, .commands, .psftp].first(where: {
      $0 != here && scene.words(of: $0).contains(typed.lowercased())
    }) {
      facts.append(
        scene.programNames.contains(typed.lowercased())
          ? "\(shown) is a program of PC1, not a command of \(name(of: here))."
          : "\(shown) is a command of \(name(of: other)), not of \(name(of: here)).")
      let counterpart = scene.counterpart(of: typed)
      if let counterpart {
        facts.append("What does that here is \(counterpart.name).")
        facts += counterpart.facts
      }
      commands = counterpart?.commands ?? scene.leading(to: other)
    } else if let counterpart = scene.counterpart(of: typed) {
      facts.append("\(shown) is not known here; what does that is \(counterpart.name).")
      facts += counterpart.facts
      commands = counterpart.commands
    } else if let near = NearestWord.to(typed, among: known) {
      facts.append("The nearest command is \(near).")
      commands =
        (isHanded ? scene.retyped("!" + typed, as: "!" + near) : scene.retyped(typed, as: near))
        + scene.withPassword(typed, as: near)
    } else if here == .appliance, let word = scene.words.dropFirst().first, known.contains(word) {
      facts.append("\(word) is a command by itself, without \(shown) in front.")
      commands = [word == "reboot" ? "help reboot" : word]
    }
    return Findings(facts, try: commands + ["help"])
  }

  /// Which help was asked for.
  private static func help(_ asked: String, in scene: Scene) -> Findings {
    let here = scene.incident.window
    let known = scene.words(of: here)
    let shown = Written.name(asked)
    if here == .commands, scene.programNames.contains(asked) {
      let option = ["certreq": "-?", "wget": "--help", "ping": "", "ssh": ""][asked] ?? "-h"
      return Findings(
        ["\(shown) is a program, not a command of the window: it explains itself."],
        try: [option.isEmpty ? asked : "\(asked) \(option)"])
    }
    let other = [Incident.Window.appliance, .commands, .psftp].first {
      $0 != here && scene.words(of: $0).contains(asked.lowercased())
    }
    if let other {
      return Findings(
        [
          scene.programNames.contains(asked.lowercased())
            ? "\(shown) is a program of PC1, not a command of \(name(of: here))."
            : "\(shown) is a command of \(name(of: other)), not of \(name(of: here))."
        ], try: ["help"])
    }
    let isPKI = here == .appliance && asked == "pki"
    let word = isPKI ? scene.words.dropFirst(2).first ?? "" : asked
    let near = NearestWord.to(word, among: isPKI ? scene.pkiWords : known)
    return Findings(
      ["There is no command \(isPKI ? "pki " : "")\(Written.name(word)) to have help for."]
        + (near.map { ["The nearest is \(isPKI ? "pki " : "")\($0)."] } ?? []),
      try: (near.map { ["help \(isPKI ? "pki " : "")\($0)"] } ?? []) + ["help"])
  }

  private static func name(of window: Incident.Window) -> String {
    switch window {
    case .appliance: "the appliance's console"
    case .commands: "PC1's command window"
    case .psftp: "psftp"
    }
  }
}

extension Scene {
  /// The commands of the appliance it was met at; elsewhere those of the usual release.
  var applianceCommands: [CommandShape] { Shell.commands(of: appliance?.release ?? .default) }

  /// What a window takes at its prompt, each once.
  func words(of window: Incident.Window) -> [String] {
    switch window {
    case .appliance:
      applianceCommands.map { $0.words[0] }.reduce(into: []) { words, word in
        if !words.contains(word) { words.append(word) }
      }
    case .commands: world.workstation.commandNames
    case .psftp: World.psftpCommands
    }
  }

  /// What may follow `pki`.
  fileprivate var pkiWords: [String] {
    applianceCommands.filter { $0.words.first == "pki" }.compactMap { $0.words.dropFirst().first }
  }

  /// The programs of PC1's command window.
  fileprivate var programNames: [String] { world.workstation.programs.flatMap(\.names) }
}
