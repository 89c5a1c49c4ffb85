import Appliance
import Authority
import Workstation

/// What PC1 can reach in the lab, by name or address, in any case.
final class LabNetwork: Network {
  private let appliances: [String: Appliance]
  private let authority: CertificateAuthority
  private let webServer: WebServer
  /// Hosts that exist whatever is asked of them.
  private let hosts: Set<String>
  /// The machines that answer a `ping`, by name and address.
  private let machines: [String: NetworkHost]

  /// A network with those hosts; appliances are found by any of their names, `machines` by names in
  /// lower case.
  init(
    appliances: [String: Appliance], authority: CertificateAuthority, webServer: WebServer,
    machines: [String: NetworkHost] = [:]
  ) {
    self.machines = machines
    self.appliances = appliances
    self.authority = authority
    self.webServer = webServer
    let authorityHost = authority.config.prefix { $0 != "\\" }.lowercased()
    hosts = Set(appliances.keys).union(webServer.names).union([authorityHost])
  }

  func appliance(at host: String) -> Reached<Appliance> {
    let name = host.lowercased()
    if let appliance = appliances[name] { return .reached(appliance) }
    if hosts.contains(name) || machines[name] != nil { return .refused }
    return IPv4Address.isOne(name) ? .timedOut : .unknownHost
  }

  func authority(at config: String) -> Reached<CertificateAuthority> {
    let asked = config.lowercased()
    if asked == authority.config.lowercased() { return .reached(authority) }
    let host = asked.prefix { $0 != "\\" }
    return hosts.contains(String(host)) ? .refused : .unknownHost
  }

  func get(host: String, port: Int, path: String) -> Reached<WebAnswer> {
    let name = host.lowercased()
    guard hosts.contains(name) else { return .unknownHost }
    guard webServer.names.contains(name), port == 80 else { return .refused }
    return .reached(webServer.answer(to: path, at: host))
  }

  func address(of host: String) -> String? {
    webServer.names.contains(host.lowercased()) ? webServer.address : nil
  }

  func host(at name: String) -> NetworkHost? { machines[name.lowercased()] }
}
