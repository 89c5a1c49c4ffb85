import Classroom
import Gateway
import Glibc

/// `mmp serve`: the lab's appliances and PC1 for real SSH and SFTP clients.
struct ServeJob: Job {
  /// The address to listen on, or a name of it; nil for where the class was served last.
  var listen: String?
  /// The first machine's port; 0 if the system is to choose all, nil for where it was last.
  var port: UInt16?
  /// How many pods there are; nil for the one that is described.
  var pods: Int?
  /// A folder for host keys.
  var hostKeys: String?
  /// Whether each machine has an address of its own besides.
  var ownAddresses: Bool
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
    let address = try listen.map { (name) throws(Failure) in try HostAddress.found(name) }
    let ready = try ready.map { (target) throws(Failure) in try ReadyNote(target) }
    let journalFile = try journal.map { (path) throws(Failure) in try JournalFile(path: path) }
    let kept = try state.map { (path) throws(Failure) in
      try ServedState(path: path, as: setting.suitingTasks(), pods: pods)
    }
    do throws(Failure) {
      let place = ServedPlace(address: address, port: port, last: try kept?.lastPlace)
      try serve(until: stop, at: place, keptIn: kept, telling: ready, journalFile: journalFile)
    } catch {
      kept?.giveUp()
      throw error
    }
    journalFile?.finish()
    kept?.close()
    // A key may still be in the making, and exit would take OpenSSL away from under it.
    _exit(0)
  }

  private func serve(
    until stop: StopSignal, at place: ServedPlace, keptIn kept: ServedState?,
    telling ready: ReadyNote?, journalFile: JournalFile?
  ) throws(Failure) {
    let people = try gathered(kept: kept, journalFile: journalFile)
    let doors = try opened(to: people, at: place, kept: kept)
    let handout = handout(of: people, behind: doors)
    try kept?.hostKeys.write()
    try kept?.keep(
      handout, from: place.firstPort, passwords: people.passwords, isNamed: people.roster != nil)
    let desk = kept.flatMap { ClassServer(of: people.classroom, keptIn: $0.archive) }
    defer { desk?.close() }
    warn(of: people, behind: doors)
    if let change = place.change(of: doors.hosts) { StandardStream.error.say(change) }
    let showsTable = ready?.hasOutput != true
    if showsTable { try StandardStream.output.print(doors.table.text) }
    try ready?.write(doors.hosts, sharedFingerprint: doors.sharedKey.kept?.fingerprint)
    proveAlso(behind: doors, isShown: showsTable) { key in
      var handout = handout
      handout.sharedKey = key.publicKey
      kept?.keepDoors(of: handout, passwords: people.passwords)
    }
    doors.gateway.run(
      until: stop.descriptor, preparing: { [first = doors.hosts.first] in _ = first?.machine() },
      afterwards: people.stock.fill)
  }

  private func handout(of people: People, behind doors: Doors) -> Handout {
    Handout(
      people.classroom, doors.hosts, at: doors.address, sharedKey: doors.sharedKey.kept,
      roster: people.roster, passwords: people.passwords)
  }

  private func warn(of people: People, behind doors: Doors) {
    let secrets =
      (doors.keys?.files(for: doors.hosts.map(\.fullName)) ?? [])
      + entry.secrets(in: people.roster)
    let cautions = Cautions(
      address: doors.address, hasOwnPasswords: people.classroom.hasOwn(people.passwords),
      secrets: secrets, descriptorShortage: doors.gateway.descriptorShortage)
    for line in cautions.lines { StandardStream.error.say("warning: \(line)") }
  }
}
