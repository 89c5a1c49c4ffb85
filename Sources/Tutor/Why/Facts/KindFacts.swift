import Ledger
import PKI

extension FactFinder {
  /// What a file holds in place of what was wanted, and which file has that.
  static let kind = FactFinder(
    "file.no-certificate", "file.no-private-key", "file.no-csr", "file.empty", "inspect.unknown",
    "unlock.not-encrypted", "pkcs12-to-ssh.not-pkcs12", "pkcs12-to-ssh.no-ssh-form",
    "file.too-many", "file.too-large", "file.key-too-large", "file.too-many-rounds",
    "sign.invalid-csr", "shell.incorrect-password", "shell.unknown-cipher"
  ) { scene in
    let words = scene.arguments(of: "pki").dropFirst()
    guard let name = scene.file ?? words.first, let file = scene.files.named(name) else {
      return Findings()
    }
    var findings = Findings(["\(scene.files.shown(file)) holds \(HeldWords.of(file))."])
    // What is too large or takes too long is not looked into.
    if file.held?.excess == nil { findings.facts += Damage.facts(of: file, in: scene.files) }
    if scene.incident.message.id == "file.no-certificate"
      || scene.incident.message.id == "file.no-private-key"
    {
      findings.facts += [HeldWords.advice(on: file)].compactMap(\.self)
    }
    switch scene.incident.message.id {
    case "file.no-certificate":
      findings += Kind.swapped(in: scene)
      findings += Kind.other(than: name, in: scene) { !$0.certificates.isEmpty }
    case "file.no-private-key":
      findings += Kind.swapped(in: scene)
      findings += Kind.other(than: name, in: scene) {
        $0.privateKey != nil || $0.hasEncryptedPrivateKey
      }
    case "file.no-csr": findings += Kind.other(than: name, in: scene) { $0.request != nil }
    case "shell.incorrect-password":
      findings.again = Written.command("pki", "unlock", name).first
    case "file.empty", "file.too-many", "file.too-large", "file.key-too-large":
      findings.commands += scene.substitutes(for: name)
    default: break
    }
    findings.commands += scene.inspect(name)
    return findings
  }

  /// Which keys have a password on, and how it goes.
  static let encrypted = FactFinder("file.key-encrypted") { scene in
    guard let name = scene.file, let file = scene.files.named(name) else { return Findings() }
    let isTraditional = file.contents.firstRange(of: Array("Proc-Type: 4,ENCRYPTED".utf8)) != nil
    let sign = isTraditional ? "Proc-Type: 4,ENCRYPTED" : "BEGIN ENCRYPTED PRIVATE KEY"
    return Findings(
      [
        "\(scene.files.shown(file)) says so itself (\(sign)); whoever encrypted it knows the "
          + "password, and services cannot ask for it."
      ], try: Written.command("pki", "unlock", name))
  }
}

/// Files given for others.
private enum Kind {
  /// Whether key and certificate were given in the wrong order.
  static func swapped(in scene: Scene) -> Findings {
    let names = scene.arguments(of: "pki", "match")
    guard names.count == 2, let first = scene.files.named(names[0])?.held,
      let second = scene.files.named(names[1])?.held, !first.certificates.isEmpty,
      second.privateKey != nil || second.hasEncryptedPrivateKey
    else { return Findings() }
    return Findings(
      ["The key comes first, then the certificate: the two were swapped."],
      try: Written.command("pki", "match", names[1], names[0]))
  }

  /// The file of the same name before its extension that has what is wanted.
  static func other(
    than name: String, in scene: Scene, _ has: (PKIFile) -> Bool
  ) -> Findings {
    let found = scene.files.own.filter { file in
      file.name != name && file.name.stem == name.stem && file.held.map(has) ?? false
    }
    guard let first = found.first else { return Findings() }
    return Findings(
      ["\(Written.list(found.map(scene.files.shown))) would serve."],
      try: scene.substitutes(for: name, best: first))
  }
}
