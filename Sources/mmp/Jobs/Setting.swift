import Appliance
import Lab
import Threads
import Time
import Transcripts

/// What a session takes place in.
struct Setting {
  /// The release to behave as.
  var release = ReleaseNumber(release: .default)
  /// Whether somebody asked for that release.
  var isReleaseGiven = false
  /// A time to stand still at; nil for the host's.
  var clock: ClockTime?
  /// A name of `mmp scenarios`, or a file; nil for a world without a fault.
  var scenario: String?
  /// A folder whose files are there first.
  var files: String?
  /// What is to be done.
  var tasks = TaskChoice.unasked
  /// The lab for a file that is not there yet, made while the file is.
  private(set) var ahead: Ahead<Result<World, Failure>>?

  /// The lab, in its scenario.
  func lab() throws(Failure) -> World {
    try World.built(try chosenScenario, release: release, clock: clock)
  }

  /// The same, which begins to make the lab if there is no file at that place that may have one. A
  /// scenario that is none is refused, before it leaves a file behind.
  func begun(aheadOf place: WorldPlace) throws(Failure) -> Setting {
    let scenario = try chosenScenario
    guard !place.isThere else { return self }
    var setting = self
    setting.ahead = Ahead { [release, clock] in
      Result { () throws(Failure) in try World.built(scenario, release: release, clock: clock) }
    }
    return setting
  }

  /// The same for what comes later, which keeps nobody's lab.
  var withoutAhead: Setting {
    var setting = self
    setting.ahead = nil
    return setting
  }

  /// The scenario; nil for a world without a fault.
  var chosenScenario: Scenario? {
    get throws(Failure) {
      try scenario.map { (text) throws(Failure) in try Scenario.chosen(text) }
    }
  }

  /// The header of a transcript, in `file`, that is to be replayed in the same world.
  func header(in file: HostFile) -> TranscriptHeader {
    var header = TranscriptHeader()
    header[.release] = "\(release.release)"
    header[.clock] = clock?.text ?? CalendarTime(clock.now()).iso8601
    header[.files] = files.map { file.relativePath(to: $0) }
    header[.scenario] = scenario.map { text in
      guard !Scenario.allNames.contains(text) else { return text }
      let path = file.relativePath(to: text)
      // A file beside the transcript must not look like a name.
      return path.contains("/") ? path : "./\(path)"
    }
    return header
  }
}

extension Scenario {
  /// The one that the command line names, by its name or its file.
  static func chosen(_ nameOrFile: String) throws(Failure) -> Scenario {
    // A name that tells is not given to whoever does not have it.
    try called(nameOrFile, or: HostFile(path: nameOrFile), hinting: neutralNames)
  }
}
