import Workstation

/// The machines of a lab by name and address, in lower case.
struct LabAddresses {
  private(set) var machines: [String: NetworkHost] = [:]
  /// The addresses of the appliances by host name.
  private(set) var appliances: [String: String] = [:]

  /// An appliance has the address among its names; else one of PC1's network, from 101 on in the
  /// order of host names.
  init(_ description: Description, authority: String) {
    let workstation = description.workstation
    let network = IPv4Address.network(of: workstation.address)
    add(["localhost"], at: "127.0.0.1", named: "PC1", timeToLive: 128)
    add(["pc1"], at: workstation.address, named: "PC1", timeToLive: 128)
    let host = String(authority.prefix { $0 != "\\" })
    add(
      description.webServer.names + [host], at: description.webServer.address, named: host,
      timeToLive: 128)
    let all = description.appliances.sorted { $0.key < $1.key }
    let named = Set(all.flatMap(\.value.names).filter { IPv4Address.isOne($0) })
    var number = 100
    for (name, entry) in all {
      var address = entry.names.first { IPv4Address.isOne($0) }
      while address == nil, number < 254 {
        number += 1
        let free = "\(network).\(number)"
        if machines[free] == nil, !named.contains(free) { address = free }
      }
      guard let address else { continue }
      appliances[name] = address
      add(entry.names, at: address, named: entry.names.first ?? name, timeToLive: 64)
    }
  }

  private mutating func add(
    _ names: [String], at address: String, named name: String, timeToLive: Int
  ) {
    let host = NetworkHost(name: name, address: address, timeToLive: timeToLive)
    for name in names + [address] where machines[name.lowercased()] == nil {
      machines[name.lowercased()] = host
    }
  }
}
