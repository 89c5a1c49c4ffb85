import Appliance
import Ledger
import Synchronization

/// The commands of one release.
struct CommandTable: Sendable {
  /// In the order in which `help` lists them.
  let commands: [Command]

  /// The commands that `release` has. All its consoles share one table: a server has thousands.
  static func shared(for release: Release) -> CommandTable {
    tables.withLock { tables in
      if let known = tables.first(where: { $0.release == release }) { return known.table }
      let table = CommandTable(commands: all.filter { $0.since <= release })
      tables.append((release, table))
      return table
    }
  }

  /// A list: a dictionary's first use would cost a start more than its commands do, as Swift looks
  /// through all conformances of the program for that of the key.
  private static let tables = Mutex<[(release: Release, table: CommandTable)]>([])

  /// One row a command. A new command adds its file, its row here and its transcript.
  private static let all: [Command] = [
    .date, .exit, .help, .hostname,
    .pki, .pkiCSR, .pkiInspect, .pkiList, .pkiMatch, .pkiPKCS12ToSSH, .pkiSelfsigned, .pkiSign,
    .pkiUnlock, .pkiVerify,
    .reboot, .version,
  ]

  /// The commands open to `role`.
  func open(to role: Role) -> CommandTable {
    CommandTable(commands: commands.filter { $0.roles.contains(role) })
  }

  /// The command that `words` start with (the longest one) and the words behind it.
  func command(for words: [String]) -> (command: Command, arguments: [String])? {
    // By places: a command is copied once it is found, and not for each that it is not.
    var found: (place: Int, count: Int)?
    for place in commands.indices where words.startsWithWords(commands[place].words) {
      let count = commands[place].words.count
      if count > found?.count ?? 0 { found = (place, count) }
    }
    return found.map { (commands[$0.place], Array(words.dropFirst($0.count))) }
  }

  /// All commands whose first words are `words`.
  func commands(under words: some Collection<String>) -> [Command] {
    commands.filter { $0.words.startsWithWords(words) }
  }

  /// The command found on a line, if it has as many arguments as it takes, and such as it takes.
  func check(
    _ found: (command: Command, arguments: [String])?, in line: CommandLineWords
  ) throws(Refusal) -> (command: Command, arguments: [String]) {
    guard let (command, arguments) = found else { throw Refusal(MMPMessages.unknownCommand) }
    if !arguments.isEmpty, command.syntax.isEmpty {
      let siblings = commands(under: command.words).filter { $0.words != command.words }
      if !siblings.isEmpty { throw Refusal(MMPMessages.unknownCommand, usage: siblings) }
    }
    if line.isQuoteOpen { throw Refusal(MMPMessages.invalidArgument) }
    if arguments.count < command.argumentCount.lowerBound {
      throw Refusal(MMPMessages.incompleteCommand, usage: [command])
    }
    if arguments.count > command.argumentCount.upperBound {
      throw Refusal(MMPMessages.tooManyArguments, usage: [command])
    }
    for (index, argument) in arguments.enumerated() {
      guard command.parameter(at: index)?.check(argument) ?? true else {
        throw Refusal(MMPMessages.invalidArgument)
      }
    }
    return (command, arguments)
  }
}
