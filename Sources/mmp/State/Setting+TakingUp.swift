import Lab
import MMPShell
import Store

extension Setting {
  /// What was begun, if that is what was asked for; what was not asked for is as it was.
  ///
  /// - Parameter hasFresh: whether another one can be asked for, in which nothing has to be the same.
  func takingUp(
    _ origin: AttemptRow.Origin, at path: String, hasFresh: Bool = true
  ) throws(Failure) -> Setting {
    func refused(_ option: String, _ kept: String) -> Failure {
      Failure(
        .usage,
        "\(path) was begun \(kept); leave out \(option) to go on with it"
          + (hasFresh
            ? " (--world \(ShellWord.quoted(path)) names it), begin anew with --fresh" : "")
          + ", or name another file")
    }
    var kept = self
    guard let release = ReleaseNumber(argument: origin.release) else {
      throw Failure(
        .unreadable,
        "the world in \(path) is of a later mmp: release \(origin.release) is not known")
    }
    if isReleaseGiven, "\(self.release.release)" != origin.release {
      throw refused("--release", "with --release \(origin.release)")
    }
    kept.release = release
    let clock = origin.clock.flatMap(ClockTime.init(argument:))
    if let given = self.clock, given.seconds != clock?.seconds {
      throw refused(
        "--clock", origin.clock.map { "with --clock \($0)" } ?? "with the clock of its host")
    }
    kept.clock = clock
    try tasks.check(against: origin.tasks) { refused("--tasks", $0) }
    if let scenario = try chosenScenario, !scenario.isSame(as: origin) {
      throw refused(
        "--scenario",
        origin.scenario.isEmpty
          ? "without a scenario"
          : origin.scenario == scenario.name
            ? "with another text of \(scenario.name)" : "with --scenario \(origin.scenario)")
    }
    return kept
  }
}

extension Scenario {
  /// Whether a world that began so began with this one. Those of the program may have changed with
  /// it.
  fileprivate func isSame(as origin: AttemptRow.Origin) -> Bool {
    if let own = Scenario.ownName(of: name) {
      return Scenario.ownName(of: origin.scenario) == own
    }
    return source.elementsEqual(origin.world.utf8)
  }
}
