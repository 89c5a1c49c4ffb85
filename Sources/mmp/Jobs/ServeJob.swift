import Classroom
import Gateway
import Glibc
import Lab

/// `mmp serve`: the lab's appliances for real SSH and SFTP clients.
struct ServeJob: Job {
  /// The address to listen on, or a name of it.
  var listen: String
  /// The first appliance's port; 0 if the system is to choose all.
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
  /// Where it says that all ports are open.
  var ready: String?
  /// A file for what happens.
  var journal: String?
  /// Who may log in.
  var entry: ClassPasswords
  /// A name of `mmp scenarios`, or a file.
  var scenario: String?
  var release: ReleaseNumber
  var clock: ClockTime?

  func run() throws(Failure) -> Failure.Status? {
    let stop = StopSignal()
    let address = try HostAddress.found(listen)
    let ready = try ready.map { (target) throws(Failure) in try ReadyNote(target) }
    let journalFile = try journal.map { (path) throws(Failure) in try JournalFile(path: path) }
    let description = try description()
    let lab = { description.outline(pod: $0).password }
    let (roster, passwords) = try entry.read(
      pods: Classroom.numbers(of: description, pods: pods), kept: PodPasswords(), lab: lab)
    let classroom = try classroom(
      description, passwords: passwords, journalFile: journalFile)
    let folder = try hostKeys.map { (path) throws(Failure) in try HostKeyFolder(path: path) }
    var appliances = try appliances(of: classroom, keys: folder)
    let sharedKey = try SharedHostKey(in: folder)
    let gateway = Gateway(limits: limits)
    var table = try open(gateway, at: address, to: &appliances)
    if passwords.areRandom { table.passwords = passwords.byPod }
    let secrets = (folder?.files(for: appliances.map(\.fullName)) ?? []) + entry.secrets(in: roster)
    let cautions = Cautions(
      address: address, hasOwnPasswords: classroom.hasOwn(passwords),
      secrets: secrets,
      descriptorShortage: gateway.descriptorShortage)
    for line in cautions.lines { StandardStream.error.say("warning: \(line)") }
    let showsTable = ready?.hasOutput != true
    if showsTable { try StandardStream.output.print(table.text) }
    try ready?.write(appliances, sharedFingerprint: sharedKey.kept?.fingerprint)
    // Whoever has closed standard output does not want to know.
    let show: @Sendable (HostKeyPair) -> Void = {
      if showsTable { try? StandardStream.output.print(EndpointTable.line(ofShared: $0)) }
    }
    if let key = sharedKey.kept {
      gateway.proveAlso(with: key)
      show(key)
    } else {
      gateway.proveAlso(with: sharedKey.made, whenReady: show)
    }
    gateway.run(until: stop.descriptor) { [first = appliances.first] in _ = first?.appliance() }
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

  /// What each pod is like.
  private func description() throws(Failure) -> WorldDescription {
    let scenario = try scenario.map { (text) throws(Failure) in try Scenario.chosen(text) }
    do throws(WorldError) {
      return try WorldDescription(scenario: scenario, pods: pods)
    } catch {
      throw Failure(.unreadable, error.description)
    }
  }

  /// The pods, none of them built yet.
  private func classroom(
    _ description: WorldDescription, passwords: PodPasswords, journalFile: JournalFile?
  ) throws(Failure) -> Classroom {
    var equipment = Equipment(clock: HostClock.milliseconds, now: clock.now)
    equipment.release = release.release
    equipment.passwords = passwords.byPod
    equipment.whenBuilt = { _, journal in journalFile?.follow(journal) }
    equipment.whenRefused = { _, error in StandardStream.error.say(error.description) }
    let classroom = Classroom(description, pods: pods, equipment: equipment)
    do throws(WorldError) {
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
    let ports = port == 0 ? nil : classroom.ports(from: port)
    if ports == nil, port > 0 {
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
    _ gateway: Gateway, at address: String, to appliances: inout [ServedAppliance]
  ) throws(Failure) -> EndpointTable {
    do throws(ListenFailure) {
      try gateway.open(&appliances, at: address)
      var table = EndpointTable(appliances, address: address)
      if hosts {
        table.hostsPort = try gateway.openHosts(appliances, besides: address) {
          StandardStream.error.say("\($0.description); names need the port as well: ssh -p")
        }
      }
      return table
    } catch {
      throw Failure(error.code == EADDRINUSE ? .inUse : .unreadable, error.description)
    }
  }
}
