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
    help: ArgumentHelp("Copy this folder's files to the appliance first.", valueName: "folder"))
  var files: String?

  @OptionGroup var world: ScenarioOption

  @Option(help: ArgumentHelp("Write the files to this folder at exit.", valueName: "folder"))
  var save: String?

  @OptionGroup var keeping: KeepingOptions

  @OptionGroup var script: ScriptOptions

  /// Refuses a host name that could not stand in a prompt.
  func validate() throws {
    guard HostName.isValid(host) else { throw ValidationError("'\(host)' is no host name.") }
  }

  func check() throws {
    // Behind the options of a bare mmp they are rather a subcommand, or mistaken for one.
    let subcommand = CommandLine.arguments.dropFirst().first
    if let word = words.first, subcommand != Self.configuration.commandName {
      throw ValidationError("Unexpected argument '\(word)'; commands stand behind console or -c.")
    }
    try script.check(words)
  }

  var job: ConsoleJob {
    ConsoleJob(
      host: host, setting: software.setting(scenario: world.nameOrFile, files: files),
      keeping: keeping.keeping(save: save), script: script.script(words))
  }
}
