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
    var findings = Findings([
      "\(scene.files.shown(file)) holds \(HeldWords.of(file, in: scene.files))."
    ])
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
      findings += Kind.certificate(for: file, in: scene)
    case "file.no-private-key":
      findings += Kind.swapped(in: scene)
      findings += Kind.key(in: scene, than: file)
    case "file.no-csr":
      findings += Kind.serving(file, in: scene, of: file.held?.privateKey.map(KeyOwner.key)) {
        $0.request != nil
      } command: {
        scene.retyped(name, as: $0)
      }
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

  /// The files with the certificate that is wanted: that of the key given, else that of what was
  /// given in a certificate's place.
  static func certificate(for file: LabFile, in scene: Scene) -> Findings {
    let names = scene.arguments(of: "pki", "match")
    let given = names.count == 2 ? scene.files.named(names[0])?.held?.privateKey : nil
    if let given {
      return serving(file, in: scene, of: .key(given)) {
        !$0.certificates.isEmpty
      } command: {
        Written.command("pki", "match", names[0], $0)
      }
    }
    // Behind the first file stands a bundle, which no key tells.
    guard scene.words.dropFirst(2).first == file.name else { return Findings() }
    let key = file.held?.privateKey.map(KeyOwner.key)
    return serving(file, in: scene, of: key ?? file.held?.request.map(KeyOwner.request)) {
      !$0.certificates.isEmpty
    } command: {
      scene.retyped(file.name, as: $0)
    }
  }

  /// The files with the key of the certificate that was given, or of the request in its place.
  static func key(in scene: Scene, than file: LabFile) -> Findings {
    let names = scene.arguments(of: "pki", "match")
    let held = names.count == 2 ? scene.files.named(names[1])?.held : nil
    if let key = held?.privateKey, held?.certificates.isEmpty ?? false {
      let others = scene.files.holding { $0.certificates.first?.matches(key) ?? false }
      return Findings(
        ["\(Written.name(names[1])) is the key: it comes first, then its certificate."],
        try: others.filter(scene.files.isOwn).flatMap {
          Written.command("pki", "match", names[1], $0.name)
        })
    }
    let owner =
      held?.certificates.first.map(KeyOwner.certificate)
      ?? held?.request.map(KeyOwner.request)
    var findings = serving(file, in: scene, of: owner) {
      $0.privateKey != nil
    } command: {
      Written.command("pki", "match", $0, names[1])
    }
    // A key stays where it is.
    findings.facts = Array(findings.facts.prefix(1))
    return findings
  }

  /// The files that have what is wanted, with that public key: a name says nothing of that.
  static func serving(
    _ file: LabFile, in scene: Scene, of owner: KeyOwner?, _ has: (PKIFile) -> Bool,
    command: (String) -> [String]
  ) -> Findings {
    guard let owner else { return Findings() }
    let stem = scene.words.last?.stem
    let found = scene.files.holding { has($0) && owner.isOwner(of: $0) }
      .filter { ($0.name != file.name || !scene.files.isOwn($0)) && $0.isWhole }
      .enumerated().sorted {
        let ranks = ($0.element.rank(beside: stem), $1.element.rank(beside: stem))
        let own = (scene.files.isOwn($0.element) ? 0 : 1, scene.files.isOwn($1.element) ? 0 : 1)
        return (own.0, ranks.0, $0.offset) < (own.1, ranks.1, $1.offset)
      }.map(\.element)
    guard let first = found.first else { return Findings() }
    var findings = Findings(
      ["\(Written.list(found.map(scene.files.shown), most: 4)) would serve: the key is the same."])
    if scene.files.isOwn(first) {
      findings.commands = command(first.name)
    } else if let way = scene.files.way(of: first) {
      findings.facts.append("To get it here: \(way).")
    }
    return findings
  }
}

/// What a public key is known by.
private enum KeyOwner {
  case key(PrivateKey)
  case request(CertificateRequest)
  case certificate(Certificate)

  /// Whether what a file holds first of a kind is of that key.
  func isOwner(of file: PKIFile) -> Bool {
    let certificate = file.certificates.first
    switch self {
    case .key(let key):
      return certificate?.matches(key) ?? file.request?.matches(key) ?? false
    case .request(let request):
      return certificate?.hasKey(of: request) ?? file.privateKey.map(request.matches) ?? false
    case .certificate(let other):
      return file.privateKey.map { other.matches($0) } ?? certificate?.hasKey(of: other) ?? false
    }
  }
}
