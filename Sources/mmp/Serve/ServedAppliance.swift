import Appliance
import Gateway
import Glibc

/// An appliance behind a port.
struct ServedAppliance {
  /// Its names on the network, the full one first.
  let names: [String]
  /// Who may log in.
  let users: [String]
  let port: UInt16
  /// Which one of all it is, from 0.
  let position: Int
  let hostKey: HostKeyPair
  /// The appliance itself, made when first asked for.
  let appliance: @Sendable () -> Appliance?

  /// A loopback address of its own, from 127.0.1.11 on: ten appliances in each third part.
  var ownAddress: String { "127.0.\(1 + position / 10).\(11 + position % 10)" }
}

/// The addresses that lead back to the machine itself.
enum Loopback {
  static func contains(_ address: String) -> Bool {
    address.hasPrefix("127.") || address == "::1"
  }
}

extension Gateway {
  /// Opens a door to an appliance.
  func open(_ served: ServedAppliance, at address: String, port: UInt16) throws(Failure) {
    do throws(ListenFailure) {
      try open(
        Endpoint(
          address: address, port: port, hostKey: served.hostKey, appliance: served.appliance))
    } catch {
      throw Failure(error.code == nil ? .unreadable : .internalError, error.description)
    }
  }

  /// Opens the doors on addresses of the appliances' own, so that names lead to them.
  ///
  /// - Returns: whether they are at port 22, where ssh looks; else each is at its own port.
  func openHosts(
    _ appliances: [ServedAppliance], besides listen: String
  ) throws(Failure) -> HostsPort {
    for (index, served) in appliances.enumerated() {
      do throws(Failure) {
        try open(served, at: served.ownAddress, port: 22)
      } catch {
        guard index == 0 else { throw error }
        StandardStream.error.say("\(error.description); names need the port as well: ssh -p")
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
enum HostsPort {
  /// 22.
  case standard
  /// The one in the table.
  case own
}
