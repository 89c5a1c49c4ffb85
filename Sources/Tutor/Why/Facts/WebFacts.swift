import Lab
import Words

extension FactFinder {
  /// Which file of the web server was meant.
  static let webFile = FactFinder("wget.error") { scene in
    guard let typed = scene.words.last(where: { $0.contains("/") && !$0.hasPrefix("-") }) else {
      return Findings()
    }
    let addresses = scene.world.published.map(\.address)
    let path = typed.firstRange(of: "://").map { String(typed[$0.upperBound...]) } ?? typed
    var facts: [String] = []
    var meant: String?
    if let sign = typed.last, ".,;)".contains(sign) {
      let short = typed.dropLast().lowercased()
      meant = addresses.first { $0.lowercased().hasSuffix(short.split(separator: "/").last ?? "") }
      facts.append("The address ends in \"\(sign)\", which is no part of it.")
    }
    let names = addresses.map { String($0.split(separator: "/").last ?? "") }
    let name = String(path.split(separator: "/").last ?? "")
    if meant == nil,
      let near = names.first(where: { $0.lowercased() == name.lowercased() })
        ?? NearestWord.to(name, among: names)
    {
      meant = addresses.first { $0.hasSuffix("/\(near)") }
    }
    facts.append(
      "The web server has \(addresses.isEmpty ? "no file" : Written.list(addresses, most: 4)).")
    return Findings(
      facts, try: (meant ?? addresses.first).map { ["wget \($0)"] } ?? [],
      remedy: facts.count > 1 ? nil : "Type the address of a file that is there.")
  }

  /// What a whole address looks like.
  static let webAddress = FactFinder(
    "wget.missing-url", "wget.url-problem", "wget.unsupported-scheme", "wget.no-https",
    "wget.invalid-host", "wget.bad-port", "wget.open-bracket", "wget.unrecognized-option",
    "wget.invalid-option", "wget.not-simulated"
  ) { scene in
    let addresses = scene.world.published.map(\.address)
    var findings = Findings(
      addresses.isEmpty ? [] : ["The web server has \(Written.list(addresses, most: 4))."],
      try: scene.webCommand)
    let url = scene.words.first { $0.contains("://") }
    if let scheme = url?.prefix(while: { $0 != ":" }).lowercased(), scheme != "http" {
      findings.facts.insert(
        "\(Written.name(scheme)):// is not served in this lab, only http://.", at: 0)
      findings.remedy = "Use http://."
    }
    return findings
  }
}
