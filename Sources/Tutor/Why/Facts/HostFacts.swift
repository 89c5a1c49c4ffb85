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
    // From the web server comes a file that it has.
    let isWeb = scene.words.first?.lowercased().hasPrefix("wget") ?? false
    if isWeb { findings.commands += scene.webCommand }
    if let machine = network.host(at: typed) {
      let isName = machine.name.lowercased() == typed.lowercased()
      findings.facts.append(
        "\(shown) \(isName ? "is there" : "is \(Written.name(machine.name))"), and answers to ping."
      )
      findings += isWeb ? scene.webRefusal(by: machine.name) : scene.refusal(of: typed)
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
      findings.facts.append(
        typed.hasSuffix(".")
          ? "The full stop at the end is no part of the name." : "No machine is called \(shown).")
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
    if let first = scene.usualAddress, scene.incident.window == .commands {
      findings.commands.append("ping \(first)")
    }
    return findings
  }
}

extension Scene {
  /// The host that was to be reached.
  fileprivate var typedHost: String? {
    // The address in ping's answer is that of who says so.
    if words.first?.lowercased() == "ping" { return words.dropFirst().last { !$0.hasPrefix("-") } }
    if let host = incident["host"] ?? incident["address"] { return host }
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

  /// The download of a file that the web server has: the one of the name typed, else the first.
  var webCommand: [String] {
    let addresses = world.published.map(\.address)
    let last = words.last?.split(separator: "/").last?.lowercased() ?? ""
    let meant = addresses.first { $0.lowercased().hasSuffix("/\(last)") } ?? addresses.first
    return meant.map { ["wget \($0)"] } ?? []
  }

  /// Why a machine that is there does not answer wget.
  fileprivate func webRefusal(by machine: String) -> Findings {
    let host = world.published.first?.address.split(separator: "/").dropFirst().first.map(
      String.init)
    guard let host, world.workstation.network.host(at: host)?.name == machine else {
      return Findings(["It is no web server" + (host.map { "; that is \($0)." } ?? ".")])
    }
    return Findings(["Its web server is at port 80: leave the port out."])
  }

  /// Why a machine that is there takes no connection.
  fileprivate func refusal(of host: String) -> Findings {
    guard case .reached = world.workstation.network.appliance(at: host) else {
      return Findings(
        ["It is no appliance; these are \(Written.list(world.applianceNames.keys.sorted()))."],
        try: usualAddress.map { retypedHost(host, as: $0) } ?? [])
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
