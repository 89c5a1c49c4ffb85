import Appliance
import ArgumentParser

/// The software appliances run, and the time they believe it is.
struct ReleaseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The release to behave as: 2.0 to 2.9, 3.0 to 3.12.", valueName: "release"))
  var release = ReleaseNumber(release: .default)

  @Option(
    help: ArgumentHelp(
      "A time to stand still at, such as 2026-11-23T09:00:00Z.", valueName: "iso8601"))
  var clock: ClockTime?
}

extension ReleaseOptions {
  /// The setting of a session with that software.
  func setting(scenario: String?, files: String?) -> Setting {
    Setting(release: release, clock: clock, scenario: scenario, files: files)
  }
}
