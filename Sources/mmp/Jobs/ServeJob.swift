import Appliance
import Classroom
import Gateway
import Glibc
import Lab
import Store

/// `mmp serve`: the lab's appliances and PC1 for real SSH and SFTP clients.
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
  /// How many keys are kept ready for each processor.
  var keyStock: Int
  /// Where it says that all ports are open.
  var ready: String?
  /// A file for what happens.
  var journal: String?
  /// Who may log in.
  var entry: ClassPasswords
  /// The scenario, release and clock.
  var setting: Setting
  /// A file that keeps all pods; nil for memory.
  var state: String?
  /// At whose ports the lab speaks to whoever is at a terminal.
  var tutored = TutoredDoors.workstation

  func run() throws(Failure) -> Failure.Status? {
    let stop = StopSignal()
    let address = try HostAddress.found(listen)
    let ready = try ready.map { (target) throws(Failure) in try ReadyNote(target) }
    let journalFile = try journal.map { (path) throws(Failure) in try JournalFile(path: path) }
    let kept = try state.map { (path) throws(Failure) in
      try ServedState(path: path, as: setting, pods: pods)
    }
    let scenario = if let kept { try kept.scenario } else { try setting.chosenScenario }
    let description = try description(of: scenario, pods: kept?.pods ?? pods)
    let numbers = Classroom.numbers(of: description, pods: kept?.pods ?? pods)
    let (roster, passwords) = try entry.read(
      pods: numbers, kept: try kept?.passwords ?? PodPasswords(),
      lab: { description.outline(pod: $0).password })
    let stock = KeyStock(
      perProcessor: keyStock, bits: Appliance.keyBits, pods: numbers.count)
    let classroom = classroom(
      description, passwords: passwords, keys: stock, kept: kept, journalFile: journalFile)
    // A scenario of the user's own may hold what cannot be built; that is said at once.
    if scenario != nil { try buildFirst(of: classroom) }
    let folder = try hostKeys.map { (path) throws(Failure) in try HostKeyFolder(path: path) }
    let keys: (any HostKeyPlace)? = folder ?? kept?.hostKeys
    var appliances = try appliances(of: classroom, keys: keys)
    try kept?.hostKeys.write()
    let sharedKey = try SharedHostKey(in: keys)
    let gateway = Gateway(limits: limits)
    var table = try open(gateway, at: address, to: &appliances)
    // Kept ones are for the handout, and not for the system's log.
    if passwords.areRandom, kept == nil { table.passwords = passwords.byPod }
    let handout = Handout(
      classroom, appliances, at: address, sharedKey: sharedKey.kept, roster: roster,
      passwords: passwords)
    try kept?.keep(handout, passwords: passwords, isNamed: roster != nil)
    let desk = kept.flatMap { ClassServer(of: classroom, keptIn: $0.archive) }
    let secrets = (keys?.files(for: appliances.map(\.fullName)) ?? []) + entry.secrets(in: roster)
    let cautions = Cautions(
      address: address, hasOwnPasswords: classroom.hasOwn(passwords), secrets: secrets,
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
      gateway.proveAlso(with: sharedKey.made) { key in
        show(key)
        var handout = handout
        handout.sharedKey = key.publicKey
        kept?.keepDoors(of: handout, passwords: passwords)
      }
    }
    gateway.run(
      until: stop.descriptor, preparing: { [first = appliances.first] in _ = first?.machine() },
      afterwards: stock.fill)
    desk?.close()
    journalFile?.finish()
    if let archive = kept?.archive {
      if archive.file.isMoved {
        StandardStream.error.say("\(archive.file.path) was moved or removed while it was served")
      }
      archive.close()
    }
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
  private func description(of scenario: Scenario?, pods: Int?) throws(Failure) -> WorldDescription {
    do throws(WorldError) {
      return try WorldDescription(scenario: scenario, pods: pods)
    } catch {
      throw Failure(.unreadable, error.description)
    }
  }

  /// The pods, none of them built yet.
  private func classroom(
    _ description: WorldDescription, passwords: PodPasswords, keys: KeyStock,
    kept: ServedState?, journalFile: JournalFile?
  ) -> Classroom {
    let setting = kept?.setting ?? setting
    var equipment = Equipment(clock: HostClock.milliseconds, now: setting.clock.now)
    equipment.release = setting.release.release
    equipment.keys = keys
    equipment.tutored = tutored
    equipment.passwords = passwords.byPod
    equipment.archive = kept?.archive
    if let origin = kept?.origin { equipment.origin = origin }
    equipment.whenBuilt = { _, journal in journalFile?.follow(journal) }
    equipment.whenRefused = { _, error in StandardStream.error.say(error.description) }
    return Classroom(description, pods: kept?.pods ?? pods, equipment: equipment)
  }

  private func buildFirst(of classroom: Classroom) throws(Failure) {
    do throws(WorldError) {
      try classroom.pods.first?.build()
    } catch {
      throw Failure(.unreadable, error.description)
    }
  }

  /// The appliances with their ports and host keys.
  private func appliances(
    of classroom: Classroom, keys: (any HostKeyPlace)?
  ) throws(Failure) -> [ServedAppliance] {
    let ports = port == 0 ? nil : classroom.ports(from: port)
    if ports == nil, port > 0 {
      throw Failure(.unreadable, "there are not enough ports behind \(port)")
    }
    return try classroom.served(at: ports) { (name) throws(Failure) in
      guard let key = try keys?.key(named: name) ?? HostKeyPair() else {
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
