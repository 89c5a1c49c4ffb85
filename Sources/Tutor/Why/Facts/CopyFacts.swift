import Lab
import Ledger
import Words
import Workstation

extension FactFinder {
  /// That the files to join have no `+` between them.
  static let joining = FactFinder("cmd.syntax") { scene in
    guard scene.line.program == "copy", !scene.line.isQuoteOpen else { return Findings() }
    let names = scene.words.dropFirst().filter { !$0.hasPrefix("/") }
    guard names.count > 2, !names.contains(where: { $0.contains("+") }), let last = names.last
    else { return Findings() }
    let sources = names.dropLast()
    var findings = Findings([
      "copy joins files with + between them; the line names \(names.count) and has no +. The last, "
        + "\(Written.name(last)), is the one that is written."
    ])
    let near = scene.files.own
    var meant: [String] = []
    for source in sources {
      if scene.files.named(source) != nil {
        meant.append(source)
        continue
      }
      let similar = SimilarFiles(
        source, near: near, in: scene.files, place: "in \(scene.files.folder)")
      findings.facts += similar.facts
      if let best = similar.best { meant.append(best.name) }
    }
    let written = meant.compactMap(Written.word)
    // As bytes: else a Ctrl-Z is put behind them.
    if written.count == sources.count, let target = Written.word(last) {
      findings.commands = ["copy /b \(written.joined(separator: "+")) \(target)"]
    }
    return findings
  }
}
