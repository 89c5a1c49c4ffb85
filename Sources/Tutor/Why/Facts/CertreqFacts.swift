import Authority
import Lab
import Ledger
import PKI
import Words

extension FactFinder {
  /// Which template was asked for, and which there are.
  static let template = FactFinder("certreq.unsupported-template", "certreq.no-template") { scene in
    let names = scene.world.authority.templates.map(\.name)
    guard let typed = scene.incident["template"] ?? scene.templateWord else {
      // What is fetched was sent by another line.
      guard !scene.isRetrieval else { return Findings() }
      let word = scene.line.value(of: "attrib").map {
        "-attrib is \(Written.name($0)), without CertificateTemplate: in front"
      }
      return Findings(
        [
          "\(word ?? "There is no -attrib"); the CA publishes \(Written.list(names))."
        ], try: scene.certreq)
    }
    var facts = ["The CA publishes \(Written.list(names)), not \(Written.name(typed))."]
    let plain = typed.filter { $0.isLetter || $0.isNumber }.lowercased()
    guard let near = CertreqLine.template(meantBy: typed, among: names) else {
      return Findings(facts, try: scene.certreq)
    }
    facts.append(
      plain == near.lowercased()
        ? "\(near) is its name; with blanks or signs it is another one."
        : "The nearest is \(near).")
    return Findings(facts, try: scene.certreq)
  }

  /// What -config was, and what it should be.
  static let authority = FactFinder("certreq.unreachable", "certreq.cancelled") { scene in
    let config = scene.world.authority.config
    guard let typed = scene.line.value(of: "config") else {
      return Findings(
        ["The line has no -config; the lab's is \"\(config)\"."], try: scene.certreq)
    }
    var facts: [String] = []
    if typed.lowercased() != config.lowercased() {
      facts.append("-config is \(Written.plain(typed, 100)); the lab's is \(config).")
      if let place = zip(typed.lowercased(), config.lowercased()).enumerated()
        .first(where: { $0.element.0 != $0.element.1 })?.offset
      {
        facts.append("They differ from the \(Written.ordinal(place + 1)) character on.")
      } else {
        facts.append("One of them ends before the other.")
      }
    } else if scene.incident.message.id == "certreq.cancelled", !scene.isRetrieval {
      let files = scene.words.filter { $0.contains(".") && !$0.contains("\\") }
      if files.count > 1, scene.files.named(files[0]) != nil,
        let there = (files.dropFirst() + ["\(files[1].stem).rsp"])
          .first(where: { scene.files.named($0) != nil })
      {
        facts.append(
          "\(Written.name(there)) is there already, and overwriting it was declined: answer y, or give "
            + "another name.")
      }
      facts.append(
        "The line names \(Written.count(files.count, "file")): "
          + "\(files.isEmpty ? "none" : Written.list(files.map(Written.name))).")
    }
    return Findings(facts, try: scene.certreq)
  }

  /// What the file is that was to be a request.
  static let request = FactFinder("certreq.no-request") { scene in
    let names = scene.words.filter { $0.contains(".") && !$0.contains("\\") && !$0.hasPrefix("-") }
    guard let name = names.first, let file = scene.files.named(name) else { return Findings() }
    var findings = Findings([
      "\(Written.name(file.name)) holds \(HeldWords.of(file, in: scene.files))."
    ])
    findings.facts += Damage.facts(of: file, in: scene.files)
    let other =
      scene.files.own.first { $0.name.stem == name.stem && $0.held?.request != nil }
      ?? scene.files.own.first { $0.held?.request != nil }
    if let other {
      findings.facts.append("\(Written.name(other.name)) is a request.")
      if names.count > 1, names[1].lowercased() == other.name.lowercased() {
        findings.facts.append("The request comes first, then the certificate to write.")
      }
    }
    findings.commands = scene.certreq + Written.command("type", file.name)
    return findings
  }

  /// What is in a request that the CA does not sign.
  static let issue = FactFinder(
    "certreq.bad-subject", "certreq.bad-signature", "certreq.key-length", "certreq.not-made"
  ) { scene in
    guard !scene.isRetrieval else { return Findings() }
    let names = scene.words.filter { $0.contains(".") && !$0.contains("\\") && !$0.hasPrefix("-") }
    guard let name = names.first, let file = scene.files.named(name) else { return Findings() }
    guard let request = file.held?.request else {
      return Findings(["\(Written.name(file.name)) holds \(HeldWords.of(file, in: scene.files))."])
    }
    let shown = Written.name(file.name)
    switch scene.incident.message.id {
    case "certreq.bad-subject":
      let values = request.subjectAttributes.map { attribute in
        let value = attribute.value ?? "no text"
        return "\(Written.name(value)) (\(Written.count(value.unicodeScalars.count, "character")))"
      }
      return Findings([
        "The subject in \(shown) has \(values.isEmpty ? "nothing" : Written.list(values))."
      ])
    case "certreq.key-length":
      return Findings([
        "\(shown) has a key of the kind \(Written.name(request.keyKind)) with \(request.keyBits) bits; "
          + "the CA's templates want "
          + Written.list(scene.world.authority.templates.map { "\($0.name): \($0.minimumKey)" })
          + "."
      ])
    case "certreq.bad-signature":
      return request.isSignedByItsKey
        ? Findings(["\(shown) has another content by now."])
        : Findings(["The signature in \(shown) is not that of its own key."])
    default: return Findings()
    }
  }
}
