import Appliance
import Console
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
      // Of those with as few other digits the one that is nearest as a number.
      let value = IPv4Address.number(typed)
      let sorted = addresses.map(\.1).sorted { left, right in
        func distance(_ address: String) -> UInt32 {
          let other = IPv4Address.number(address)
          return max(value, other) - min(value, other)
        }
        return distance(left) < distance(right)
      }
      if let near = NearestWord.to(typed, among: sorted),
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
    // wget takes an address without a scheme, too.
    if words.first?.lowercased().hasPrefix("wget") ?? false {
      return words.dropFirst().last { !$0.hasPrefix("-") }
        .map { String($0.prefix { $0 != "/" && $0 != ":" }) }
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
    // What is masked was to be a password, and is told as that.
    guard words[option + 1] != TypedLine.mask else { return Findings() }
    let kept = words.indices.filter { $0 != option && $0 != option + 1 }
    return Findings(
      ["Nothing listens at port \(Written.name(words[option + 1])): SSH is at port 22."],
      try: rewritten(kept) { words[$0] }.map { [$0] } ?? [])
  }
}

extension IPv4Address {
  /// An address as a number.
  fileprivate static func number(_ address: String) -> UInt32 {
    address.split(separator: ".").reduce(0) { $0 << 8 | (UInt32($1) ?? 0) & 0xFF }
  }
}
