import Appliance
import Lab
import Ledger
import Words
import Workstation

extension FactFinder {
  /// Which machine was meant.
  static let host = FactFinder(
    "putty.host-unknown", "plink.host-unknown", "ssh.host-unknown", "ping.host-unknown",
    "wget.no-address", "wget.unresolved", "putty.refused", "plink.refused", "ssh.refused",
    "wget.refused", "putty.timed-out", "plink.timed-out", "ssh.timed-out", "wget.unreachable",
    "ping.unreachable", "ping.timed-out"
  ) { scene in
    guard let typed = scene.typedHost, (1...255).contains(typed.utf8.count) else {
      return Findings()
    }
    let network = scene.world.workstation.network
    let known = scene.world.machineNames
    let shown = Written.name(typed)
    var findings = Findings()
    if let machine = network.host(at: typed) {
      findings.facts.append("\(shown) is \(Written.name(machine.name)), and answers to ping.")
      findings += scene.refusal(of: typed)
      return findings
    }
    if IPv4Address.isOne(typed) {
      let addresses = known.compactMap { name in network.host(at: name).map { (name, $0.address) } }
      findings.facts.append("No machine of the lab has the address \(shown).")
      if let near = NearestWord.to(typed, among: addresses.map(\.1)),
        let name = addresses.first(where: { $0.1 == near })?.0
      {
        findings.facts.append("The nearest is \(near), that of \(name).")
        findings.commands += scene.retypedHost(typed, as: near)
      }
    } else {
      findings.facts.append("No machine is called \(shown).")
      let short = typed.lowercased().prefix { $0 != "." }
      let near =
        known.first { $0.lowercased().prefix { $0 != "." } == short }
        ?? NearestWord.to(typed, among: known)
      if let near {
        findings.facts.append("The nearest name is \(near).")
        findings.commands += scene.retypedHost(typed, as: near)
      } else {
        findings.facts.append(
          "There are \(Written.list(known.filter { $0.contains(".") && !IPv4Address.isOne($0) })).")
      }
    }
    let first = scene.world.applianceNames.keys.min().map(scene.address)
    if let first, scene.incident.window == .commands { findings.commands.append("ping \(first)") }
    return findings
  }
}

extension Scene {
  /// The host that was to be reached.
  fileprivate var typedHost: String? {
    if let host = incident["host"] ?? incident["address"] { return host }
    if words.first?.lowercased() == "ping" { return words.dropFirst().last { !$0.hasPrefix("-") } }
    if let url = words.first(where: { $0.contains("://") }) {
      let rest = url[(url.firstRange(of: "://")?.upperBound ?? url.startIndex)...]
      return String(rest.prefix { $0 != "/" && $0 != ":" })
    }
    return incident.target
  }

  /// The line with another host in it.
  fileprivate func retypedHost(_ host: String, as name: String) -> [String] {
    retyped { $0.contains(host) ? $0.replacing(host, with: name) : $0 }
  }

  /// Why a machine that is there takes no connection.
  fileprivate func refusal(of host: String) -> Findings {
    guard case .reached = world.workstation.network.appliance(at: host) else {
      return Findings(
        ["It is no appliance; these are \(Written.list(world.applianceNames.keys.sorted()))."],
        try: retypedHost(host, as: address(of: world.applianceNames.keys.min() ?? "cms1a")))
    }
    guard let option = words.firstIndex(where: { $0 == "-P" || $0 == "-p" }),
      option + 1 < words.count
    else { return Findings(["Nothing listens there but SSH, at port 22."]) }
    var rest = words
    rest.removeSubrange(option...(option + 1))
    let command = rest.compactMap(Written.word)
    return Findings(
      ["Nothing listens at port \(Written.name(words[option + 1])): SSH is at port 22."],
      try: command.count == rest.count && !rest.contains("***")
        ? [command.joined(separator: " ")] : [])
  }
}
