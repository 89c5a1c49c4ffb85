package import Store

/// Where a class was served last.
package struct LastPlace: Sendable, Equatable {
  /// The address, in numbers.
  package let address: String
  /// The first machine's port, behind which the others' followed; nil if the system chose all.
  package let firstPort: UInt16?
  private let ports: [String: UInt16]

  init(address: String, firstPort: UInt16?, hosts: [(pod: Int, name: String, port: UInt16)]) {
    self.address = address
    ports = hosts.reduce(into: [:]) { $0[Self.key($1.pod, $1.name)] = $1.port }
    self.firstPort = firstPort
  }

  /// The port a machine of that host name had; nil for one that was not served.
  package func port(of host: String, in pod: Int) -> UInt16? { ports[Self.key(pod, host)] }

  private static func key(_ pod: Int, _ host: String) -> String { "\(pod) \(host)" }
}

extension Writing {
  /// Keeps at which port the first machine is served; nil if the system chooses all.
  package func keep(firstPort: UInt16?) throws(StoreFault) {
    try setMeta(Key.firstPort, firstPort.map(String.init) ?? Key.chosen)
  }
}

extension Reading {
  /// Where the class was served last; nil if it never was.
  package func lastPlace() throws(StoreFault) -> LastPlace? {
    guard let record = try servedRecord() else { return nil }
    let hosts = record.ports
    let kept = try meta(Key.firstPort)
    // An earlier version has not kept it; ports that the system chooses do not follow each other.
    let isInOrder = zip(hosts, hosts.dropFirst()).allSatisfy { Int($0.port) + 1 == Int($1.port) }
    let first = kept == nil && isInOrder ? hosts.first?.port : kept.flatMap { UInt16($0) }
    return LastPlace(address: record.address, firstPort: first, hosts: hosts)
  }
}

private enum Key {
  static let firstPort = "class first port"
  static let chosen = "chosen"
}
