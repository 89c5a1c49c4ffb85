public import Gateway
import Glibc

extension Gateway {
  /// Opens the doors to machines at their ports, and gives those their ports that have none yet.
  ///
  /// - Parameters:
  ///   - mayMove: whether a machine whose port stays taken is served at one that the system chooses.
  ///   - waits: asked, after a while, whether a port that is taken is tried again: whoever had it may
  ///     be about to end.
  /// - Throws: why one of them cannot be served.
  public func open(
    _ hosts: inout [ServedHost], at address: String, mayMove: Bool = false,
    waits: () -> Bool = { false }
  ) throws(ListenFailure) {
    for index in hosts.indices {
      hosts[index].port = try open(hosts[index], at: address, mayMove: mayMove, waits: waits)
    }
  }

  /// Opens a door to a machine at its port, which may still be taken.
  private func open(
    _ served: ServedHost, at address: String, mayMove: Bool, waits: () -> Bool
  ) throws(ListenFailure) -> UInt16 {
    while true {
      do throws(ListenFailure) {
        return try open(served, at: address, port: served.port)
      } catch {
        guard error.code == EADDRINUSE else { throw error }
        if waits() { continue }
        guard mayMove else { throw error }
        return try open(served, at: address, port: 0)
      }
    }
  }

  /// Opens a door to a machine, at a port that is free if `port` is 0.
  ///
  /// - Returns: the port.
  /// - Throws: why nobody can be served there.
  @discardableResult
  private func open(
    _ served: ServedHost, at address: String, port: UInt16
  ) throws(ListenFailure) -> UInt16 {
    var endpoint = Endpoint(
      address: address, port: port, hostKey: served.hostKey,
      passwordPrompt: served.passwordPrompt, machine: served.machine)
    endpoint.view = served.view
    endpoint.attend = served.attend
    endpoint.group = served.doors
    return try open(endpoint)
  }

  /// Opens the doors on addresses of the machines' own, so that names lead to them.
  ///
  /// - Parameters:
  ///   - listen: the address at which all are served already.
  ///   - notStandard: told why port 22 cannot be had, before the doors are opened at others.
  /// - Returns: whether they are at port 22, where ssh looks; else each is at its own port.
  /// - Throws: why one of them cannot be served.
  public func openHosts(
    _ hosts: [ServedHost], besides listen: String,
    notStandard: (ListenFailure) -> Void
  ) throws(ListenFailure) -> HostsPort {
    for (index, served) in hosts.enumerated() {
      do throws(ListenFailure) {
        try open(served, at: served.ownAddress, port: 22)
      } catch {
        guard index == 0 else { throw error }
        notStandard(error)
        // Listening everywhere covers these.
        for served in hosts where listen != "0.0.0.0" && listen != "::" {
          try open(served, at: served.ownAddress, port: served.port)
        }
        return .own
      }
    }
    return .standard
  }
}

/// At which port a machine's name is to be asked.
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
