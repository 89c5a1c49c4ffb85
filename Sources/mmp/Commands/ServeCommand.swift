import ArgumentParser
import Classroom
import Gateway

/// `mmp serve`.
struct ServeCommand: JobCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Let SSH and SFTP clients into the lab's appliances and PC1.",
    discussion: """
      Each machine has a port of its own, PC1 behind the appliances, and with --pods each trainee a lab \
      of their own. What is changed lasts until the program ends, which SIGTERM and Ctrl-C make it do, or with --state as \
      long as that file. docs/serving.md says how to run a class and what is safe to expose.
      """)

  @Option(
    help: ArgumentHelp(
      """
      Listen on this address, or on that of this name; by itself on 127.0.0.1, or where the class of \
      --state was served last.
      """, valueName: "address"))
  var listen: String?

  @Option(
    help: ArgumentHelp(
      """
      The first machine's port; the others follow. With 0 the system chooses them. By itself 2201, or \
      as the class of --state was served last.
      """, valueName: "port"))
  var port: UInt16?

  @Option(
    help: ArgumentHelp(
      "Serve this many labs, pods 1 to N, instead of the page's pod.", valueName: "N"))
  var pods: Int?

  @Option(
    help: ArgumentHelp(
      """
      Who is at which pod: a table of comma-separated values with a header, pod,id and maybe \
      last_name, first_name, email, password.
      """, valueName: "file"),
    completion: .file())
  var roster: String?

  @Option(
    help: ArgumentHelp(
      """
      Write JSON with all ports to this file when they are open; with - to standard output, instead \
      of the table.
      """, valueName: "file|-"),
    completion: .file())
  var ready: String?

  @Option(
    help: ArgumentHelp(
      "Keep the host keys in this folder; they are made on first use.", valueName: "folder"),
    completion: .directory)
  var hostKeys: String?

  @Flag(
    help: """
      Listen also on a loopback address per machine, on port 22 if possible, and print lines for \
      a hosts file.
      """)
  var hosts = false

  @Option(
    help: ArgumentHelp(
      "Keep all pods, their host keys and passwords in this file, and take up what is in it.",
      valueName: "file"),
    completion: .file())
  var state: String?

  @OptionGroup var journal: JournalOption

  @OptionGroup var passwords: PasswordOptions

  @OptionGroup var world: ScenarioOption

  @OptionGroup var tasks: TasksOption

  @OptionGroup var software: ReleaseOptions

  @Option(
    help: ArgumentHelp("End sessions that do nothing for so long.", valueName: "minutes"))
  var idleTime = 240

  @Option(
    help: ArgumentHelp(
      "Refuse sessions and uploads beyond so much memory, such as 2G; by itself half of what there is.",
      valueName: "size"))
  var memory: MemorySize?

  @Option(
    help: ArgumentHelp(
      """
      Keep so many keys in stock for each processor, made while nobody waits for anything; 0 for \
      none.
      """, valueName: "N"))
  var keyStock = KeyStock.usual

  @Flag(
    inversion: .prefixedNo,
    help: """
      Have the lab answer lines that begin with a colon at all ports, or at none; by itself it does at \
      PC1's.
      """)
  var tutor: Bool?

  /// As many keys as all pods of a small machine may want at once.
  private static let stockLimit = 1_000

  func validate() throws {
    if let pods, !ServedState.possiblePods.contains(pods) {
      throw ValidationError("There can be 1 to \(ServedState.possiblePods.upperBound) pods.")
    }
    if state?.isEmpty == true { throw ValidationError("The file of --state has no name.") }
    if ready == "-", passwords.areRandom, state == nil {
      throw ValidationError(
        "New passwords stand in the table, which --ready - leaves out; give --state as well.")
    }
    guard (1...100_000).contains(idleTime) else {
      throw ValidationError("The idle time is 1 to 100000 minutes.")
    }
    guard (0...Self.stockLimit).contains(keyStock) else {
      throw ValidationError("The stock is 0 to \(Self.stockLimit) keys for each processor.")
    }
  }

  var job: ServeJob {
    ServeJob(
      listen: listen, port: port, pods: pods, hostKeys: hostKeys, ownAddresses: hosts,
      idleTime: idleTime,
      memory: memory, keyStock: keyStock, ready: ready, journal: journal.path,
      entry: ClassPasswords(roster: roster, options: passwords),
      setting: software.setting(
        scenario: world.nameOrFile, files: nil, tasks: tasks.choice(otherwise: .usual)),
      state: state, tutored: tutor.map { $0 ? .all : .none } ?? .workstation)
  }
}
