import Appliance
import ArgumentParser
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
      let appliances = try appliances(
        password: try passwords.chosen(), journalFile: journalFile)
      let gateway = Gateway(limits: limits)
      for appliance in appliances {
        try gateway.open(appliance, at: listen, port: appliance.port)
      }
      var table = EndpointTable(appliances, address: listen)
      if hosts { table.hostsPort = try gateway.openHosts(appliances, besides: listen) }
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

  /// The appliances of all pods, none of them built yet.
  private func appliances(
    password: String?, journalFile: JournalFile?
  ) throws(Failure) -> [ServedAppliance] {
    let scenario = try world.scenario()
    let description = try WorldDescription.read(scenario)
    let keys = KeyWorkers()
    let folder = try hostKeys.map { (path) throws(Failure) in try HostKeyFolder(path: path) }
    var appliances: [ServedAppliance] = []
    for pod in pods.map({ (1...$0).map(Optional.init) }) ?? [nil] {
      let served = ServedPod(
        description, pod: pod, release: software.release.release, password: password, keys: keys,
        journalFile: journalFile, now: software.clock.now)
      // A scenario of the user's own may hold what cannot be built; that is said at once.
      if scenario != nil, appliances.isEmpty { try served.build() }
      let outline = description.outline(pod: pod)
      for entry in outline.appliances {
        guard let port = UInt16(exactly: Int(port) + appliances.count) else {
          throw Failure(.unreadable, "there are not enough ports behind \(self.port)")
        }
        guard let key = try folder?.key(named: entry.names.first ?? entry.hostname) ?? HostKeyPair()
        else { throw Failure(.internalError, "cannot make a host key") }
        appliances.append(
          ServedAppliance(
            names: entry.names, users: outline.users, port: port, position: appliances.count,
            hostKey: key, appliance: { served.appliance(named: entry.hostname) }))
      }
    }
    return appliances
  }
}
