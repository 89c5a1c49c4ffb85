import Appliance
import ArgumentParser

/// `mmp console`.
struct ConsoleCommand: JobCommand {
  static let configuration = CommandConfiguration(
    commandName: "console", abstract: "Open the MMP console of one appliance.")

  @Argument(help: ArgumentHelp("Carry out this command and leave, as -c does.", valueName: "word"))
  var words: [String] = []

  @Option(help: ArgumentHelp("The appliance's host name.", valueName: "name"))
  var host = "cms1a"

  @OptionGroup var software: ReleaseOptions

  @Option(
    help: ArgumentHelp("Copy this folder's files to the appliance first.", valueName: "folder"),
    completion: .directory)
  var files: String?

  @OptionGroup var world: ScenarioOption

  @OptionGroup var tasks: TasksOption

  @OptionGroup var kept: WorldOptions

  @Option(
    help: ArgumentHelp("Write the files to this folder at exit.", valueName: "folder"),
    completion: .directory)
  var save: String?

  @OptionGroup var keeping: KeepingOptions

  @OptionGroup var tutor: TutorOptions

  @OptionGroup var script: ScriptOptions

  /// Refuses a host name that could not stand in a prompt.
  func validate() throws {
    guard HostName.isValid(host) else { throw ValidationError("'\(host)' is no host name.") }
  }

  func check() throws {
    // Behind the options of a bare mmp they are rather a subcommand, or mistaken for one.
    let subcommand = CommandLine.arguments.dropFirst().first
    if let word = words.first, subcommand != Self.configuration.commandName {
      let isSubcommand = MMP.subcommands.contains { $0._commandName == word }
      throw ValidationError(
        "Unexpected argument '\(word)'; "
          + (isSubcommand
            ? "a subcommand stands before all options." : "commands stand behind console or -c."))
    }
    try script.check(words)
    if kept.fresh, kept.file == nil {
      throw ValidationError("--fresh is for a world that is kept; see --world.")
    }
  }

  var job: ConsoleJob {
    ConsoleJob(
      host: host,
      setting: software.setting(
        scenario: world.nameOrFile, files: files, tasks: tasks.choice(otherwise: .unasked)),
      keeping: keeping.keeping(save: save), script: script.script(words), file: kept.file,
      isFresh: kept.fresh, hasTutor: !tutor.isOff)
  }
}
