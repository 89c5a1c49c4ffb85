public import Appliance
public import Journal
import Synchronization
public import Time

/// PC1, the lab's Windows machine: a drive, a registry, a network.
///
/// Any number of windows and visits, on threads of their own, share it; what each has of its own is
/// its ``Seat``.
public final class Workstation: Machine {
  /// What its world calls it.
  public let name = "pc1"
  /// Its files.
  public let drive: Drive
  /// The user's folder, `%userprofile%`.
  public let home: WindowsPath
  /// The folder its windows open in.
  public let folder: WindowsPath
  /// What it can reach.
  public let network: any Network
  /// Its own address, which hosts see when something on it connects to them.
  public let address: String
  /// Who hears of what happens at it.
  public let journal: Journal
  /// Who may log in over the network.
  public var accounts: [Account] { accountList.withLock { $0 } }
  /// The time by its clock, in seconds since 1970.
  public let now: @Sendable () -> UnixTime
  /// The programs its command windows find beside their own commands.
  package let programs: [Program]
  /// What its command windows take at their prompt: their own commands, then the programs.
  package var commandNames: [String] {
    Builtin.all.flatMap(\.names) + programs.flatMap(\.names)
  }
  /// What its programs keep: names of values by key.
  package let registry: Registry
  private let visits = Mutex(VisitList())
  private let accountList: Mutex<[Account]>
  private let nextPort = Mutex(Workstation.firstPort)

  /// Windows counts the ports of connections up from here, the first of RFC 6335's dynamic ports.
  private static let firstPort: UInt16 = 49_152

  /// A workstation with that user's folder, whose windows open in `folder`.
  package init(
    home: WindowsPath, folder: WindowsPath, network: any Network, programs: [Program],
    address: String = "10.0.224.150", accounts: [Account] = [], journal: Journal = Journal(),
    now: @escaping @Sendable () -> UnixTime
  ) {
    self.home = home
    self.folder = folder
    self.network = network
    self.programs = programs
    self.address = address
    accountList = Mutex(accounts)
    self.journal = journal
    self.now = now
    drive = Drive(journal: journal, of: name, now: now)
    registry = Registry(journal: journal, of: name)
  }

  /// A new window's, of whoever sits at the machine itself.
  public func seat() -> Seat {
    let actor = Actor(visit: journal.numberOfVisit(), user: home.name, source: .console)
    return Seat(at: self, as: Presence(journal, host: name, actor: actor))
  }

  /// A new window's, of somebody who has come over the network.
  public func seat(for visit: MachineVisit<Workstation>) -> Seat {
    Seat(at: self, as: visit.presence, of: visit)
  }

  /// Takes note of a visit over the network, which ``close()`` ends.
  public func admit(_ visit: any Cuttable) {
    let isClosed = visits.withLock { visits in
      _ = visits.add(visit)
      return visits.isClosed
    }
    if isClosed { visit.cut() }
  }

  /// Takes it out of service: whoever came over the network is gone, and so is at once whoever comes
  /// by an old connection.
  public func close() { for visit in visits.withLock({ $0.close() }) { visit.cut() } }

  /// Has all who come over the network log in with another password from now on. Whoever is there
  /// stays.
  public func set(password: String) {
    accountList.withLock { $0 = $0.map { $0.with(password: password) } }
  }

  /// Knocks at an appliance's front door, from a port of its own as every connection does.
  package func caller(at appliance: Appliance) -> Caller {
    let port = nextPort.withLock { next in
      defer { next = next == .max ? Self.firstPort : next + 1 }
      return next
    }
    return appliance.frontDoor.caller(from: .network(address: address, port: port))
  }
}
