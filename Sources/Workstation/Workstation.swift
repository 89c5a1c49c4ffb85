package import Appliance
public import Journal
public import Time

/// PC1, the lab's Windows machine: a drive, a folder, a network.
///
/// It belongs to one session and so to one thread.
public final class Workstation {
  /// Its files.
  public let drive: Drive
  /// The user's folder, `%userprofile%`.
  public let home: WindowsPath
  /// The folder its command window is in.
  public var folder: WindowsPath
  /// What it can reach.
  public let network: any Network
  /// Its own address, which hosts see when something on it connects to them.
  public let address: String
  /// The port the next connection comes from: Windows counts up from 49152, the first of RFC 6335's
  /// dynamic ports.
  private var nextPort: UInt16 = 49_152
  /// Whoever sits at it, as events name them.
  public let presence: Presence
  /// The time by its clock, in seconds since 1970.
  public let now: @Sendable () -> UnixTime
  /// `%errorlevel%`: what the last program came to.
  public var errorLevel = 0
  /// What its programs keep in the registry: names of values by key.
  package var registry: [String: Set<String>] = [:]
  /// The programs its command window finds beside its own commands.
  package let programs: [Program]

  /// A workstation with that user's folder, in its `folder`.
  package init(
    home: WindowsPath, folder: WindowsPath, network: any Network, programs: [Program],
    address: String = "10.0.224.150", presence: Presence? = nil,
    now: @escaping @Sendable () -> UnixTime
  ) {
    self.home = home
    self.folder = folder
    self.network = network
    self.programs = programs
    self.address = address
    self.now = now
    self.presence = presence ?? Presence(Journal(), host: "pc1", actor: nil)
    drive = Drive(now: now)
  }

  /// Somebody sits down at it: what is there by now was there before anything happened.
  public func begin() {
    drive.whenChanged = { [presence] in presence.record($0) }
    presence.record(.begun(.console))
  }

  /// They leave.
  public func end() { presence.record(.ended(.console)) }

  /// Knocks at an appliance's front door, from a port of its own as every connection does.
  package func caller(at appliance: Appliance) -> Caller {
    defer { nextPort = nextPort == .max ? 49_152 : nextPort + 1 }
    return appliance.frontDoor.caller(from: .network(address: address, port: nextPort))
  }
}
