import ArgumentParser

/// What is kept of a session besides files.
struct KeepingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Write a transcript that mmp test replays to this file.", valueName: "file"),
    completion: .file())
  var record: String?

  @OptionGroup var journal: JournalOption

  /// The same with a folder for the files.
  func keeping(save: String?) -> Keeping {
    Keeping(save: save, record: record, journal: journal.path)
  }
}
