import Lab
import Store

/// The state file of a class: what it was begun as, and its pods.
struct ServedState {
  /// Its worlds.
  let archive: Archive
  /// Its host keys.
  let hostKeys: StateHostKeys
  /// What its pods are, as the first start had it.
  let setting: Setting
  /// What pods that are begun are kept as.
  let origin: AttemptRow.Origin
  /// How many pods there are; nil for the one that is described.
  let pods: Int?

  /// Opens the file, or makes it.
  ///
  /// - Parameters:
  ///   - setting: what was asked for, which must be what the class was begun as.
  ///   - pods: how many pods were asked for; nil for as many as there are.
  init(path: String, as setting: Setting, pods: Int?) throws(Failure) {
    let file = try Failure.stating(path) { () throws(StoreFault) in
      try StateFile(path, .existingOrNew)
    }
    archive = Archive(file, at: path)
    hostKeys = StateHostKeys(in: file, at: path)
    let kept = try Failure.stating(path) { () throws(StoreFault) in
      try file.read { (reading) throws(StoreFault) in try Self.kept(in: reading) }
    }
    if let kept {
      self.setting = try setting.takingUp(kept.origin, at: path, hasFresh: false)
      self.pods = pods ?? kept.pods
      origin = kept.origin
    } else {
      self.setting = setting
      self.pods = pods
      origin = AttemptRow.Origin(
        try setting.chosenScenario, release: setting.release.release, clock: setting.clock?.text)
    }
    let (setup, count) = (origin, self.pods)
    guard kept == nil || count != kept?.pods else { return }
    try Failure.stating(path) { () throws(StoreFault) in
      try file.write { (writing) throws(StoreFault) in
        try writing.setMeta(Key.pods, count.map(String.init) ?? "")
        try writing.setMeta(Key.scenario, setup.scenario)
        try writing.setMeta(Key.world, setup.world)
        try writing.setMeta(Key.release, setup.release)
        try writing.setMeta(Key.clock, setup.clock)
      }
    }
  }

  /// What the description of the pods is read from.
  var scenario: Scenario? {
    get throws(Failure) {
      do throws(WorldError) { return try origin.chosenScenario } catch {
        throw Failure(.unreadable, error.description)
      }
    }
  }

  /// Ends with the file: all is in it then that can be.
  func close() {
    if archive.file.isMoved {
      StandardStream.error.say("\(archive.file.path) was moved or removed while it was served")
    }
    archive.close()
  }

  private enum Key {
    static let pods = "class pods"
    static let scenario = "class scenario"
    static let world = "class world"
    static let release = "class release"
    static let clock = "class clock"
  }

  /// What a class was begun as, or the lab of one trainee; nil for a new file.
  private static func kept(
    in reading: Reading
  ) throws(StoreFault) -> (origin: AttemptRow.Origin, pods: Int?)? {
    if let scenario = try reading.meta(Key.scenario), let world = try reading.meta(Key.world),
      let release = try reading.meta(Key.release)
    {
      let origin = AttemptRow.Origin(
        scenario: scenario, world: world, release: release, clock: try reading.meta(Key.clock))
      return (origin, try reading.meta(Key.pods).flatMap { Int($0) })
    }
    guard let pod = try reading.pods().first,
      let attempt = try reading.liveAttempt(of: pod.pod)
    else { return nil }
    return (attempt.origin, nil)
  }
}
