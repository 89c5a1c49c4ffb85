import ArgumentParser
import Classroom
import Gateway
import Glibc
import Lab

/// `mmp serve`: the lab's appliances for real SSH and SFTP clients.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Let SSH and SFTP clients into the lab's appliances.",
    discussion: """
      Each appliance has a port of its own, and with --pods each trainee a lab of their own. What is \
      changed lasts until the program ends, which SIGTERM and Ctrl-C make it do. docs/serving.md \
      says how to run a class and what is safe to expose.
      """)

  @Option(help: ArgumentHelp("Listen on this address.", valueName: "address"))
  var listen = "127.0.0.1"

  @Option(help: ArgumentHelp("The first appliance's port; the others follow.", valueName: "port"))
  var port: UInt16 = 2201

  @Option(
    help: ArgumentHelp(
      "Serve this many labs, pods 1 to N, instead of the page's pod.", valueName: "N"))
  var pods: Int?

  @Option(
    help: ArgumentHelp(
      "Keep the host keys in this folder; they are made on first use.", valueName: "folder"))
  var hostKeys: String?

  @Flag(
    help: """
      Listen also on a loopback address per appliance, on port 22 if possible, and print lines for \
      a hosts file.
      """)
  var hosts = false

  @OptionGroup var journal: JournalOption

  @OptionGroup var passwords: PasswordOptions

  @OptionGroup var world: ScenarioOption

  @OptionGroup var software: ReleaseOptions

  @Option(
    help: ArgumentHelp("End sessions that do nothing for so long.", valueName: "minutes"))
  var idleTime = 240

  /// As many classes as one machine has, and few enough for addresses and ports.
  private static let podLimit = 250

  func validate() throws {
    if let pods, !(1...Self.podLimit).contains(pods) {
      throw ValidationError("There can be 1 to \(Self.podLimit) pods.")
    }
    guard port > 0 else { throw ValidationError("The port is 1 to 65535.") }
    guard (1...100_000).contains(idleTime) else {
      throw ValidationError("The idle time is 1 to 100000 minutes.")
    }
  }

  func run() throws {
    do throws(Failure) {
      let stop = StopSignal()
      let journalFile = try journal.opened()
      let classroom = try classroom(
        password: try passwords.chosen(), journalFile: journalFile)
      let appliances = try appliances(of: classroom)
      let gateway = Gateway(limits: limits)
      let table = try open(gateway, to: appliances)
      if !passwords.areGiven, !Loopback.contains(listen) {
        StandardStream.error.say(
          "warning: \(listen) is open to others, and the passwords are the lab's public ones; "
            + "see --password-file")
      }
      try StandardStream.output.print(table.text)
      gateway.run(until: stop.descriptor) { _ = appliances.first?.appliance() }
      journalFile?.finish()
      // A key may still be in the making, and exit would take OpenSSL away from under it.
      _exit(0)
    } catch {
      throw error.reported()
    }
  }

  private var limits: Limits {
    var limits = Limits()
    limits.idleTime = idleTime * 60
    return limits
  }

  /// The pods, none of them built yet.
  private func classroom(
    password: String?, journalFile: JournalFile?
  ) throws(Failure) -> Classroom {
    let scenario = try world.scenario()
    var equipment = Equipment(clock: HostClock.milliseconds, now: software.clock.now)
    equipment.release = software.release.release
    equipment.password = password
    equipment.whenBuilt = { _, journal in journalFile?.follow(journal) }
    equipment.whenRefused = { _, error in StandardStream.error.say(error.description) }
    do throws(WorldError) {
      let classroom = Classroom(
        try WorldDescription(scenario: scenario), pods: pods, equipment: equipment)
      // A scenario of the user's own may hold what cannot be built; that is said at once.
      if scenario != nil { try classroom.pods.first?.build() }
      return classroom
    } catch {
      throw Failure(.unreadable, error.description)
    }
  }

  /// The appliances with their ports and host keys.
  private func appliances(of classroom: Classroom) throws(Failure) -> [ServedAppliance] {
    let folder = try hostKeys.map { (path) throws(Failure) in try HostKeyFolder(path: path) }
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
    _ gateway: Gateway, to appliances: [ServedAppliance]
  ) throws(Failure) -> EndpointTable {
    var table = EndpointTable(appliances, address: listen)
    do throws(ListenFailure) {
      for appliance in appliances {
        try gateway.open(appliance, at: listen, port: appliance.port)
      }
      if hosts {
        table.hostsPort = try gateway.openHosts(appliances, besides: listen) {
          StandardStream.error.say("\($0.description); names need the port as well: ssh -p")
        }
      }
    } catch {
      throw Failure(error.code == nil ? .unreadable : .internalError, error.description)
    }
    return table
  }
}
