import Appliance
import ArgumentParser
import Lab
import Transcripts
import Words

/// `--scenario`: the world to start in.
struct ScenarioOption: ParsableArguments {
  @Option(
    name: .customLong("scenario"),
    help: ArgumentHelp(
      "Start in the lab with a fault in it: a name of mmp scenarios, or a YAML file.",
      valueName: "name|file"))
  var nameOrFile: String?

  /// The scenario; nil if none was asked for.
  func scenario() throws(Failure) -> Scenario? {
    try nameOrFile.map { (text) throws(Failure) in
      try Scenario.called(text, or: HostFile(path: text))
    }
  }

  /// The appliance a console opens on: the lab's of that name in a scenario, else a new one.
  func appliance(_ options: ApplianceOptions) throws(Failure) -> Appliance {
    guard let scenario = try scenario() else { return try options.appliance() }
    let lab = try World.built(scenario, release: options.release, clock: options.clock)
    guard let appliance = lab.appliance(named: options.host) else {
      throw Failure(.unreadable, "the lab has no appliance \(options.host)")
    }
    if let files = options.files { try appliance.load(HostFolder(path: files)) }
    return appliance
  }

  /// The header of a transcript, in `file`, that is to be replayed in the same world.
  func header(_ options: ApplianceOptions, in file: HostFile) -> TranscriptHeader {
    var header = options.header(in: file)
    header[.scenario] = nameOrFile.map { text in
      guard !Scenario.names.contains(text) else { return text }
      let path = file.relativePath(to: text)
      // A file beside the transcript must not look like a name.
      return path.contains("/") ? path : "./\(path)"
    }
    return header
  }

  /// As ``header(_:in:)``, for the console of one appliance.
  func header(
    _ options: ApplianceOptions, ofConsoleIn file: HostFile
  ) throws(Failure) -> TranscriptHeader {
    var header = header(options, in: file)
    // The lab has an appliance of that name, with files; the console was that of a new one.
    if nameOrFile == nil,
      let twin = try World.built(nil, release: options.release, clock: options.clock)
        .appliance(named: options.host), !twin.files.isEmpty
    {
      header[.scenario] = LabStage.noLab
    }
    return header
  }
}

extension Scenario {
  /// The one of that name, else the one in a file.
  static func called(_ name: String, or file: HostFile) throws(Failure) -> Scenario {
    if let scenario = named(name) { return scenario }
    guard file.exists else {
      let hint = NearestWord.to(name, among: names).map { "; did you mean \($0)?" } ?? ""
      throw Failure(.unreadable, "there is no scenario \(file.path)\(hint)")
    }
    return try Scenario(in: file)
  }

  /// Reads a scenario of the user's own.
  init(in file: HostFile) throws(Failure) {
    let source = try file.read(atMost: Self.largestFile)
    do throws(WorldError) {
      try self.init(name: file.path, source: source)
    } catch {
      throw Failure(.unreadable, error.description)
    }
  }
}

extension World {
  /// The world at the edge: its errors end the program with a sentence.
  static func built(
    _ scenario: Scenario?, release: ReleaseNumber, clock: ClockTime?
  ) throws(Failure) -> World {
    do throws(WorldError) {
      return try World(
        scenario: scenario, release: release.release, clock: HostClock.milliseconds,
        now: clock.now)
    } catch {
      throw Failure(.unreadable, error.description)
    }
  }
}
