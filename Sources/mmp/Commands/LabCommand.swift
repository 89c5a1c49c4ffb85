import ArgumentParser

/// `mmp lab`.
struct LabCommand: JobCommand {
  static let configuration = CommandConfiguration(
    commandName: "lab", abstract: "Open PC1's command window in the lab of the page.",
    discussion: """
      From PC1, psftp and ssh lead to the appliances, certreq to the certificate authority, wget \
      to the web server. At a terminal the lab is kept in a file of its own, and taken up the next \
      time; behind a pipe, or with commands, only where --world says so.
      """)

  @Argument(help: ArgumentHelp("Carry out this command and leave, as -c does.", valueName: "word"))
  var words: [String] = []

  @OptionGroup var software: ReleaseOptions

  @Option(
    help: ArgumentHelp(
      "Copy this folder's files to PC1 first, into the folder its window opens in.",
      valueName: "folder"),
    completion: .directory)
  var files: String?

  @OptionGroup var world: ScenarioOption

  @OptionGroup var tasks: TasksOption

  @OptionGroup var kept: WorldOptions

  @Option(
    help: ArgumentHelp(
      "Write the files of that folder of PC1 to this one at exit.", valueName: "folder"),
    completion: .directory)
  var save: String?

  @OptionGroup var keeping: KeepingOptions

  @OptionGroup var tutor: TutorOptions

  @OptionGroup var script: ScriptOptions

  func check() throws {
    try script.check(words)
    if kept.fresh, kept.file == nil, hasCommands || !StandardStream.input.isTerminal {
      throw ValidationError("--fresh is for a world that is kept; see --world.")
    }
  }

  private var hasCommands: Bool { !words.isEmpty || !script.commands.isEmpty }

  var job: LabJob {
    LabJob(
      setting: software.setting(
        scenario: world.nameOrFile, files: files, tasks: tasks.choice(otherwise: .usual)),
      keeping: keeping.keeping(save: save), script: script.script(words), file: kept.file,
      isFresh: kept.fresh, hasTutor: !tutor.isOff)
  }
}
