import ArgumentParser

/// `mmp class`: what whoever leads a class asks of it, and has done.
struct ClassCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "class", abstract: "See and lead a class that mmp serve keeps in a state file.",
    discussion: """
      It works while mmp serve has the file open, and without a server on the file alone. A pod is \
      named by its number or by what the roster knows its trainee by.
      """,
    subcommands: [
      Status.self, Grade.self, Events.self, Watch.self, Say.self, Reset.self, Snapshot.self,
      Snapshots.self,
      Restore.self, Drop.self, Inject.self, Remove.self, Forget.self, PasswordCommand.self,
      HandoutCommand.self,
    ])
}

/// `--state`: the file that a class is kept in.
struct StateOption: ParsableArguments {
  @Option(
    name: .customLong("state"),
    help: ArgumentHelp("The class's file, as mmp serve --state has it.", valueName: "file"),
    completion: .file())
  var path: String
}
