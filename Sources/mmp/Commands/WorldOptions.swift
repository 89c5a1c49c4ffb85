import ArgumentParser

/// Where the world is kept.
struct WorldOptions: ParsableArguments {
  @Option(
    name: .customLong("world"),
    help: ArgumentHelp(
      "Keep the world in this file, and take up what is in it (docs/state.md).",
      valueName: "file"),
    completion: .file())
  var file: String?

  @Flag(help: "Begin the kept world anew; what was done stays in its file.")
  var fresh = false

  func validate() throws {
    if file?.isEmpty == true { throw ValidationError("The file of --world has no name.") }
  }
}
