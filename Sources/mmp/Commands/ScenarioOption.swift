import ArgumentParser
import Lab
import Words

/// `--scenario`: the world to start in.
struct ScenarioOption: ParsableArguments {
  @Option(
    name: .customLong("scenario"),
    help: ArgumentHelp(
      "Start in the lab with a fault in it: a name of mmp scenarios, or a YAML file.",
      valueName: "name|file"),
    completion: .list(Scenario.neutralNames))
  var nameOrFile: String?
}

extension Scenario {
  /// The one of that name, else the one in a file.
  ///
  /// - Parameter names: of which the nearest is named if there is none.
  static func called(
    _ name: String, or file: HostFile, hinting names: [String] = allNames
  ) throws(Failure) -> Scenario {
    if let scenario = named(name) { return scenario }
    guard file.exists else {
      let hint = NearestWord.hint(for: name, among: names) ?? ""
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
  ///
  /// - Parameters:
  ///   - pod: the number of its pod; nil for the one it is described as.
  ///   - random: what serial numbers are made of.
  static func built(
    _ scenario: Scenario?, release: ReleaseNumber, clock: ClockTime?, pod: Int? = nil,
    random: @escaping @Sendable () -> UInt64 = { .random(in: 0 ... .max) }
  ) throws(Failure) -> World {
    do throws(WorldError) {
      return try World(
        scenario: scenario, release: release.release, pod: pod, random: random,
        clock: HostClock.milliseconds, now: clock.now)
    } catch {
      throw Failure(.unreadable, error.description)
    }
  }
}
