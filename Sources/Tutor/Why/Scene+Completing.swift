import Appliance
import Ledger
import MMPShell
import PKI

/// Lines with a word too few or too many.
extension Scene {
  /// What is missing behind `pki match` and the like, and files of this machine that would do.
  var completed: Findings {
    guard words.count >= 2, words[0] == "pki" else { return Findings() }
    guard let shape = command, shape.words.count > 1 else { return Findings() }
    var findings = Findings(["It is typed as \(shape.usage)."])
    let names = files.own.filter { $0.isUsual && $0.held != nil }.prefix(30).map(\.name)
    func holds(_ name: String, _ has: (PKIFile) -> Bool) -> Bool {
      files.named(name)?.held.map(has) ?? false
    }
    let certificates = names.filter { holds($0) { !$0.certificates.isEmpty } }
    func count(_ name: String) -> Int { files.named(name)?.held?.certificates.count ?? 0 }
    let given = words.dropFirst(2).first
    switch words[1] {
    case "match":
      let keys = names.filter { holds($0) { $0.privateKey != nil } }
      let isKey = given.map(keys.contains) ?? false
      for key in isKey ? [given ?? ""] : Array(keys.prefix(4)) {
        for other in isKey || given == nil ? certificates : [given ?? ""] {
          findings.commands += Written.command("pki", "match", key, other)
        }
      }
    case "verify":
      let roots = certificates.filter {
        holds($0) { $0.certificates.contains { $0.namesIssuer($0) } }
      }
      .sorted { count($0) < count($1) }
      for certificate in given.map({ [$0] }) ?? Array(certificates.prefix(2)) {
        for root in roots where root != certificate {
          findings.commands += Written.command("pki", "verify", certificate, root)
        }
      }
    case "unlock":
      for key in names.filter({ holds($0) { $0.hasEncryptedPrivateKey } }).prefix(1) {
        findings.commands += Written.command("pki", "unlock", key)
      }
    case "inspect":
      findings.commands = certificates.prefix(1).flatMap { Written.command("pki", "inspect", $0) }
    default: break
    }
    findings.commands = findings.commands.first(where: serves).map { [$0] } ?? []
    return findings
  }

  /// The appliance's command that the line begins with; nil if it is none.
  private var command: CommandShape? {
    applianceCommands.filter { words.starts(with: $0.words) }
      .max { $0.words.count < $1.words.count }
  }

  /// The line without the words that are too many, for commands that change nothing.
  var shorter: [String] {
    guard incident.message.id == "shell.too-many-arguments", !line.isQuoteOpen, let command,
      command.onlyReads, command.arguments.upperBound < words.count
    else { return [] }
    let count = command.words.count + command.arguments.upperBound
    let written = words.prefix(count).compactMap(Written.word)
    return written.count == count ? [written.joined(separator: " ")] : []
  }
}
