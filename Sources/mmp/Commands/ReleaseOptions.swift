import Appliance
import ArgumentParser

/// The software appliances run, and the time they believe it is.
struct ReleaseOptions: ParsableArguments {
  @Option(
    name: .customLong("release"),
    help: ArgumentHelp(
      "The release to behave as: 2.0 to 2.9, 3.0 to 3.12. (default: \(Release.default))",
      valueName: "release"))
  var given: ReleaseNumber?

  /// The release that was asked for, or the usual one.
  var release: ReleaseNumber { given ?? ReleaseNumber(release: .default) }

  @Option(
    help: ArgumentHelp(
      "A time to stand still at, such as 2026-11-23T09:00:00Z.", valueName: "iso8601"))
  var clock: ClockTime?
}

extension ReleaseOptions {
  /// The setting of a session with that software.
  func setting(scenario: String?, files: String?, tasks: TaskChoice) -> Setting {
    Setting(
      release: release, isReleaseGiven: given != nil, clock: clock, scenario: scenario,
      files: files, tasks: tasks)
  }
}
