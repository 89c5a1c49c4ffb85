import Classroom

/// Where machines are served: where the command line has them, else where they were last.
struct ServedPlace {
  /// The address, in numbers.
  let address: String
  /// The first machine's port, behind which the others follow; nil if the system chooses all.
  let firstPort: UInt16?
  private let last: LastPlace?
  private let isGiven: Bool

  /// A place.
  ///
  /// - Parameters:
  ///   - address: what was asked for, in numbers; nil for nothing.
  ///   - port: the first port that was asked for; 0 if the system is to choose all, nil for nothing.
  ///   - last: where the class was served last; nil if it never was.
  init(address: String?, port: UInt16?, last: LastPlace?) {
    isGiven = address != nil
    self.address = address ?? last?.address ?? "127.0.0.1"
    firstPort =
      switch (port, last) {
      case (0?, _): nil
      case (let port?, _): port
      case (nil, let last?): last.firstPort
      case (nil, nil): 2_201
      }
    self.last = last
  }

  /// The port that a machine had last, if the system has chosen it and is to choose again; nil for one
  /// that has none to be taken again.
  func chosenBefore(_ host: ServedHost) -> UInt16? {
    guard firstPort == nil, let last, last.firstPort == nil else { return nil }
    return last.port(of: host.hostname, in: host.pod)
  }

  /// What is said of machines that are not where they were; nil if all are.
  func change(of hosts: [ServedHost]) -> String? {
    guard let last else { return nil }
    let moved = hosts.filter { host in
      last.port(of: host.hostname, in: host.pod).map { $0 != host.port } ?? false
    }
    guard last.address != address || !moved.isEmpty else { return nil }
    let address = last.address == address ? "" : "at \(address), no more at \(last.address)"
    let ports =
      moved.isEmpty ? "" : "\(moved.count) of \(hosts.count) machines at other ports than before"
    let change = [address, ports].filter { !$0.isEmpty }.joined(separator: ", ")
    return "the class is served \(change): cards that were printed before lead elsewhere"
  }

  /// What may help where the address cannot be listened at.
  var hint: String {
    isGiven || last == nil ? "" : "; the class was served there last, --listen says where else"
  }
}
