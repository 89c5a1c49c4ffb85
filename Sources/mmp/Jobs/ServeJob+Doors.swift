import Classroom
import Gateway
import Glibc

extension ServeJob {
  /// Where a class is found: its machines behind their ports, which are open.
  struct Doors {
    let gateway: Gateway
    let address: String
    let hosts: [ServedHost]
    /// Where the machines' host keys are kept; nil for nowhere.
    let keys: (any HostKeyPlace)?
    let sharedKey: SharedHostKey
    let table: EndpointTable
  }

  /// Opens the doors to a class; nobody is let in yet.
  func opened(
    to people: People, at place: ServedPlace, kept: ServedState?
  ) throws(Failure) -> Doors {
    let folder = try hostKeys.map { (path) throws(Failure) in try HostKeyFolder(path: path) }
    let keys: (any HostKeyPlace)? = folder ?? kept?.hostKeys
    var hosts = try hosts(of: people.classroom, at: place, keys: keys)
    let sharedKey = try SharedHostKey(in: keys)
    let gateway = Gateway(limits: limits)
    var table = try open(gateway, at: place, to: &hosts)
    // Kept ones are for the handout, and not for the system's log.
    if people.passwords.areRandom, kept == nil { table.passwords = people.passwords.byPod }
    return Doors(
      gateway: gateway, address: place.address, hosts: hosts, keys: keys, sharedKey: sharedKey,
      table: table)
  }

  /// Has all machines prove themselves with the key they share as well, once there is one.
  ///
  /// - Parameters:
  ///   - isShown: whether its line is printed.
  ///   - whenMade: told of a key that was not kept before.
  func proveAlso(
    behind doors: Doors, isShown: Bool, whenMade: @escaping @Sendable (HostKeyPair) -> Void
  ) {
    // Whoever has closed standard output does not want to know.
    let show: @Sendable (HostKeyPair) -> Void = {
      if isShown { try? StandardStream.output.print(EndpointTable.line(ofShared: $0)) }
    }
    if let key = doors.sharedKey.kept {
      doors.gateway.proveAlso(with: key)
      show(key)
    } else {
      doors.gateway.proveAlso(with: doors.sharedKey.made) { key in
        show(key)
        whenMade(key)
      }
    }
  }

  private var limits: Limits {
    var limits = Limits()
    limits.idleTime = idleTime * 60
    limits.memory = MemoryCeiling(size: memory?.bytes)
    return limits
  }

  /// The machines with their ports and host keys.
  private func hosts(
    of classroom: Classroom, at place: ServedPlace, keys: (any HostKeyPlace)?
  ) throws(Failure) -> [ServedHost] {
    let ports = place.firstPort.flatMap { classroom.ports(from: $0) }
    if ports == nil, let first = place.firstPort {
      throw Failure(.unreadable, "there are not enough ports behind \(first)")
    }
    var hosts = try classroom.served(at: ports) { (name) throws(Failure) in
      guard let key = try keys?.key(named: name) ?? HostKeyPair() else {
        throw Failure(.internalError, "cannot make a host key")
      }
      return key
    }
    for index in hosts.indices {
      if let port = place.chosenBefore(hosts[index]) { hosts[index].port = port }
    }
    return hosts
  }

  /// How often ports that are taken are tried, and how long is waited in between, in microseconds.
  private static let (portTrials, portPause) = (20, UInt32(50_000))

  /// Opens all doors; where they are.
  private func open(
    _ gateway: Gateway, at place: ServedPlace, to hosts: inout [ServedHost]
  ) throws(Failure) -> EndpointTable {
    let address = place.address
    var trials = Self.portTrials
    do throws(ListenFailure) {
      // A server that was killed may have its ports for a moment longer than its file.
      try gateway.open(&hosts, at: address, mayMove: place.firstPort == nil) {
        trials -= 1
        usleep(Self.portPause)
        return trials > 0
      }
      var table = EndpointTable(hosts, address: address)
      if ownAddresses {
        table.hostsPort = try gateway.openHosts(hosts, besides: address) {
          StandardStream.error.say("\($0.description); names need the port as well: ssh -p")
        }
      }
      return table
    } catch {
      throw Failure(
        error.code == EADDRINUSE ? .inUse : .unreadable,
        error.description + (error.code == EADDRNOTAVAIL ? place.hint : ""))
    }
  }
}
