public import Gateway

extension Gateway {
  /// Opens the doors to machines at their ports, and gives those their ports that have none yet.
  ///
  /// - Throws: why one of them cannot be served.
  public func open(
    _ appliances: inout [ServedAppliance], at address: String
  ) throws(ListenFailure) {
    for index in appliances.indices {
      appliances[index].port = try open(
        appliances[index], at: address, port: appliances[index].port)
    }
  }

  /// Opens a door to a machine, at a port that is free if `port` is 0.
  ///
  /// - Returns: the port.
  /// - Throws: why nobody can be served there.
  @discardableResult
  private func open(
    _ served: ServedAppliance, at address: String, port: UInt16
  ) throws(ListenFailure) -> UInt16 {
    var endpoint = Endpoint(
      address: address, port: port, hostKey: served.hostKey,
      passwordPrompt: served.passwordPrompt, machine: served.machine)
    endpoint.view = served.view
    endpoint.attend = served.attend
    return try open(endpoint)
  }

  /// Opens the doors on addresses of the appliances' own, so that names lead to them.
  ///
  /// - Parameters:
  ///   - listen: the address at which all are served already.
  ///   - notStandard: told why port 22 cannot be had, before the doors are opened at others.
  /// - Returns: whether they are at port 22, where ssh looks; else each is at its own port.
  /// - Throws: why one of them cannot be served.
  public func openHosts(
    _ appliances: [ServedAppliance], besides listen: String,
    notStandard: (ListenFailure) -> Void
  ) throws(ListenFailure) -> HostsPort {
    for (index, served) in appliances.enumerated() {
      do throws(ListenFailure) {
        try open(served, at: served.ownAddress, port: 22)
      } catch {
        guard index == 0 else { throw error }
        notStandard(error)
        // Listening everywhere covers these.
        for served in appliances where listen != "0.0.0.0" && listen != "::" {
          try open(served, at: served.ownAddress, port: served.port)
        }
        return .own
      }
    }
    return .standard
  }
}

/// At which port an appliance's name is to be asked.
public enum HostsPort: Sendable {
  /// 22.
  case standard
  /// The one in the table.
  case own
}

/// The addresses that lead back to the machine itself.
public enum Loopback {
  /// Whether only this machine reaches what listens there.
  public static func contains(_ address: String) -> Bool {
    address.hasPrefix("127.") || address == "::1"
  }
}
