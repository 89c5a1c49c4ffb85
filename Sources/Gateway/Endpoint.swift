public import Console
public import Journal
public import LineEditing

/// A machine's door: what stands behind an address and port.
public struct Endpoint: Sendable {
  /// The address to listen on, such as `127.0.0.1`.
  public let address: String
  /// The port to listen on; 0 for one that is free.
  public internal(set) var port: UInt16
  /// What it proves itself with.
  public let hostKey: HostKeyPair
  /// The machine behind it; asked when somebody wants to log in, so that it may be made then.
  public let machine: @Sendable () -> (any ServedMachine)?
  /// What is asked for the password with; nil if that is left to clients.
  public let passwordPrompt: String?
  /// Where others see a terminal of somebody's, asked when it opens; nil if nobody may. Commands that
  /// come with the request, pipes and files are not seen.
  public var view: @Sendable (Presence) -> TerminalView? = { _ in nil }

  /// Told of each session that a person at a terminal types at, before it starts.
  public var attend: @Sendable (Session) -> Void = { _ in }
  /// The doors that are closed together with it.
  public var group = DoorGroup()

  /// A door to a machine.
  public init(
    address: String, port: UInt16, hostKey: HostKeyPair, passwordPrompt: String?,
    machine: @escaping @Sendable () -> (any ServedMachine)?
  ) {
    self.address = address
    self.port = port
    self.hostKey = hostKey
    self.machine = machine
    self.passwordPrompt = passwordPrompt
  }

  /// An address at which a client on this machine finds what listens at `address`.
  public static func reachable(_ address: String) -> String {
    switch address {
    case "0.0.0.0": "127.0.0.1"
    case "::": "::1"
    default: address
    }
  }
}

/// Where a connection comes from.
struct Peer: Sendable {
  /// The address, in numbers.
  let address: String
  /// The port.
  let port: UInt16
}
