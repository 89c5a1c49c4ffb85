/// In what manner somebody is at a machine.
public enum Manner: String, Sendable, CaseIterable {
  /// At the machine's own console.
  case console
  /// At a prompt over the network, with or without a terminal.
  case terminal
  /// With commands that came with the request.
  case exec
  /// With files, from a real SFTP client.
  case sftp
  /// With files, from PC1's psftp.
  case psftp
}

/// Somebody who is at a machine, as events name them.
public struct Actor: Sendable, Equatable {
  /// Where somebody comes from.
  public enum Source: Sendable, Equatable, CustomStringConvertible {
    /// The machine's own console, which asks nobody who they are.
    case console
    /// A client on the network, by its address and port.
    case network(address: String, port: UInt16)

    /// `console`, or address and port joined by a colon.
    public var description: String {
      switch self {
      case .console: "console"
      case .network(let address, let port): "\(address):\(port)"
      }
    }
  }

  /// The number of the visit, unique in its world; nil for somebody who was not let in.
  public let visit: Int?
  /// The user's name, as given.
  public let user: String
  /// Where they come from.
  public let source: Source

  /// Somebody.
  public init(visit: Int?, user: String, source: Source) {
    self.visit = visit
    self.user = user
    self.source = source
  }
}
