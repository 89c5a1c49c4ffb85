import Classroom
import Lab
import Store
import Tutor

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
  /// What is to be done in them; nil for nothing.
  let tasks: TaskSet?

  /// Whether no class was begun in the file before.
  let isNew: Bool

  /// Opens the file, or makes it. Nothing is begun in it before ``keep(_:from:passwords:isNamed:)``: a start
  /// that fails must not settle what the next one serves.
  ///
  /// - Parameters:
  ///   - setting: what was asked for, which must be what the class was begun as.
  ///   - pods: how many pods were asked for; nil for as many as there are.
  init(path: String, as setting: Setting, pods: Int?) throws(Failure) {
    // A scenario that is none leaves no file behind.
    let scenario = try setting.chosenScenario
    let file = try StateFile.patientlyOpened(path)
    do throws(Failure) {
      let kept = try Self.kept(in: file, at: path)
      self.setting =
        try kept.map { (kept) throws(Failure) in
          try setting.takingUp(kept.origin, at: path, hasFresh: false)
        } ?? setting
      self.pods = pods ?? kept?.pods
      isNew = kept == nil
      var begun =
        kept?.origin
        ?? AttemptRow.Origin(
          scenario, release: setting.release.release, clock: setting.clock?.text)
      tasks = try Self.tasks(&begun, setting.tasks, at: path)
      origin = begun
    } catch {
      file.discard()
      throw error
    }
    archive = Archive(file, at: path)
    hostKeys = StateHostKeys(in: file, at: path)
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

  /// Ends with the file after a start that failed. One that was made for it goes.
  func giveUp() { archive.file.discard() }

  /// Keeps what the class is begun as, and how many pods it has from now on.
  func keepSetup(_ writing: Writing) throws(StoreFault) {
    try writing.setMeta(Key.pods, pods.map(String.init) ?? "")
    try writing.setMeta(Key.scenario, origin.scenario)
    try writing.setMeta(Key.world, origin.world)
    try writing.setMeta(Key.release, origin.release)
    try writing.setMeta(Key.clock, origin.clock)
    try writing.setMeta(Key.tasks, origin.tasks?.name)
    try writing.setMeta(Key.tasksSource, origin.tasks?.source)
  }

  /// Keeps what is to be done in the pods that there are.
  func keepTasks(_ writing: Writing) throws(StoreFault) {
    let pods = try writing.reading.pods()
    // Those that nobody was in yet have them as well.
    try writing.setTasksToCome(tasks?.rowsToCome(in: pods.map(\.pod)) ?? [:])
    guard let own = origin.tasks else { return }
    // So do attempts that were begun without a word about any, whether somebody comes or not.
    for pod in pods {
      guard let attempt = try writing.reading.liveAttempt(of: pod.pod), attempt.origin.tasks == nil
      else { continue }
      try writing.setTasks(tasks?.rows(for: pod.pod) ?? [], of: attempt.id, from: own)
    }
  }

  private enum Key {
    static let pods = ClassStatus.podsKey
    static let scenario = GradeSheet.scenarioKey
    static let world = GradeSheet.worldKey
    static let release = GradeSheet.releaseKey
    static let clock = "class clock"
    static let tasks = GradeSheet.assignmentKey
    static let tasksSource = GradeSheet.sourceKey
  }

  /// What is to be done in a class as it was begun; if nobody asked then, what is asked for now.
  private static func tasks(
    _ origin: inout AttemptRow.Origin, _ choice: TaskChoice, at path: String
  ) throws(Failure) -> TaskSet? {
    let scenario: Scenario?
    do throws(WorldError) { scenario = try origin.chosenScenario } catch {
      throw Failure(.unreadable, error.description)
    }
    guard let kept = origin.tasks else {
      let set = try choice.set(in: scenario)
      origin.tasks = choice.kept(set)
      return set
    }
    do throws(TaskSetError) { return try kept.set(in: scenario) } catch {
      throw Failure(.unreadable, "the tasks in \(path) cannot be taken up: \(error)")
    }
  }

  /// How many pods a class may have: as many classes as one machine has, and few enough for addresses
  /// and ports.
  static let possiblePods = 1...250

  /// What a class was begun as; nil for a new file.
  ///
  /// - Throws: that it is the world of a lab: as a class, `mmp lab` would not open it any more; or that
  ///   somebody has changed it.
  private static func kept(
    in file: StateFile, at path: String
  ) throws(Failure) -> (origin: AttemptRow.Origin, pods: Int?)? {
    let (kept, isWorld) = try Failure.stating(path) { () throws(StoreFault) in
      try file.read { (reading) throws(StoreFault) in
        (try Self.kept(in: reading), try !reading.pods().isEmpty)
      }
    }
    if let pods = kept?.pods, !possiblePods.contains(pods) {
      throw Failure(.unreadable, "\(path) is damaged: it is said to be a class of \(pods) pods")
    }
    guard kept == nil, isWorld else { return kept }
    throw Failure(
      .unreadable,
      "\(path) is the world of a lab, which mmp lab --world \(ShellWord.quoted(path)) takes up; "
        + "a class needs a file of its own")
  }

  private static func kept(
    in reading: Reading
  ) throws(StoreFault) -> (origin: AttemptRow.Origin, pods: Int?)? {
    guard let scenario = try reading.meta(Key.scenario), let world = try reading.meta(Key.world),
      let release = try reading.meta(Key.release)
    else { return nil }
    let origin = AttemptRow.Origin(
      scenario: scenario, world: world, release: release, clock: try reading.meta(Key.clock),
      tasks: try reading.meta(Key.tasks).map { (name) throws(StoreFault) in
        AttemptRow.Origin.Tasks(name: name, source: try reading.meta(Key.tasksSource) ?? "")
      })
    return (origin, try reading.meta(Key.pods).flatMap { Int($0) })
  }
}
