import Classroom
import Gateway
import Glibc
import Lab

/// `mmp serve`: the lab's appliances and PC1 for real SSH and SFTP clients.
struct ServeJob: Job {
  /// The address to listen on, or a name of it.
  var listen: String
  /// The first appliance's port.
  var port: UInt16
  /// How many pods there are; nil for the one that is described.
  var pods: Int?
  /// A folder for host keys.
  var hostKeys: String?
  /// Whether each appliance has an address of its own besides.
  var hosts: Bool
  /// How long a session may do nothing, in minutes.
  var idleTime: Int
  /// Where new sessions and uploads are refused; nil for half of the memory there is.
  var memory: MemorySize?
  /// A file for what happens.
  var journal: String?
  var passwords: PasswordOptions
  /// A name of `mmp scenarios`, or a file.
  var scenario: String?
  var release: ReleaseNumber
  var clock: ClockTime?

  func run() throws(Failure) -> Failure.Status? {
    let stop = StopSignal()
    let address = try HostAddress.found(listen)
    let journalFile = try journal.map { (path) throws(Failure) in try JournalFile(path: path) }
    let classroom = try classroom(password: try passwords.chosen(), journalFile: journalFile)
    let folder = try hostKeys.map { (path) throws(Failure) in try HostKeyFolder(path: path) }
    let appliances = try appliances(of: classroom, keys: folder)
    let sharedKey = try SharedHostKey(in: folder)
    let gateway = Gateway(limits: limits)
    let table = try open(gateway, at: address, to: appliances)
    let secrets = (folder?.files(for: appliances.map(\.fullName)) ?? []) + passwords.files
    let cautions = Cautions(
      address: address, hasOwnPasswords: passwords.areGiven, secrets: secrets,
      descriptorShortage: gateway.descriptorShortage)
    for line in cautions.lines { StandardStream.error.say("warning: \(line)") }
    try StandardStream.output.print(table.text)
    // Whoever has closed standard output does not want to know.
    let show: @Sendable (HostKeyPair) -> Void = {
      try? StandardStream.output.print(EndpointTable.line(ofShared: $0))
    }
    if let key = sharedKey.kept {
      gateway.proveAlso(with: key)
      show(key)
    } else {
      gateway.proveAlso(with: sharedKey.made, whenReady: show)
    }
    gateway.run(until: stop.descriptor) { _ = appliances.first?.machine() }
    journalFile?.finish()
    // A key may still be in the making, and exit would take OpenSSL away from under it.
    _exit(0)
  }

  private var limits: Limits {
    var limits = Limits()
    limits.idleTime = idleTime * 60
    limits.memory = MemoryCeiling(size: memory?.bytes)
    return limits
  }

  /// The pods, none of them built yet.
  private func classroom(
    password: String?, journalFile: JournalFile?
  ) throws(Failure) -> Classroom {
    let scenario = try scenario.map { (text) throws(Failure) in try Scenario.chosen(text) }
    var equipment = Equipment(clock: HostClock.milliseconds, now: clock.now)
    equipment.release = release.release
    equipment.password = password
    equipment.whenBuilt = { _, journal in journalFile?.follow(journal) }
    equipment.whenRefused = { _, error in StandardStream.error.say(error.description) }
    do throws(WorldError) {
      let classroom = Classroom(
        try WorldDescription(scenario: scenario, pods: pods), pods: pods, equipment: equipment)
      // A scenario of the user's own may hold what cannot be built; that is said at once.
      if scenario != nil { try classroom.pods.first?.build() }
      return classroom
    } catch {
      throw Failure(.unreadable, error.description)
    }
  }

  /// The appliances with their ports and host keys.
  private func appliances(
    of classroom: Classroom, keys folder: HostKeyFolder?
  ) throws(Failure) -> [ServedAppliance] {
    guard let ports = classroom.ports(from: port) else {
      throw Failure(.unreadable, "there are not enough ports behind \(port)")
    }
    return try classroom.served(at: ports) { (name) throws(Failure) in
      guard let key = try folder?.key(named: name) ?? HostKeyPair() else {
        throw Failure(.internalError, "cannot make a host key")
      }
      return key
    }
  }

  /// Opens all doors; where they are.
  private func open(
    _ gateway: Gateway, at address: String, to appliances: [ServedAppliance]
  ) throws(Failure) -> EndpointTable {
    var table = EndpointTable(appliances, address: address)
    do throws(ListenFailure) {
      for appliance in appliances {
        try gateway.open(appliance, at: address, port: appliance.port)
      }
      if hosts {
        table.hostsPort = try gateway.openHosts(appliances, besides: address) {
          StandardStream.error.say("\($0.description); names need the port as well: ssh -p")
        }
      }
    } catch {
      throw Failure(error.code == EADDRINUSE ? .inUse : .unreadable, error.description)
    }
    return table
  }
}
