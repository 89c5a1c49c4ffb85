import Classroom
import Journal
import Lab
import Store
import Threads
import Tutor

/// A world for sessions and the file that keeps it.
struct KeptWorld {
  /// The world.
  let world: World
  /// What it was begun as.
  let setting: Setting
  /// How its tasks stand; nil where there are none.
  let progress: Progress?

  private let origin: AttemptRow.Origin
  private let archive: Archive
  private let keeper: WorldKeeper
  private let place: WorldPlace

  /// Takes up the world of a file that is open, or begins one in it.
  ///
  /// - Parameters:
  ///   - place: where the file is, and whether a new attempt is wanted.
  ///   - setting: what was asked for.
  init(in file: StateFile, at place: WorldPlace, as setting: Setting) throws(Failure) {
    self.place = place
    let path = place.path
    archive = Archive(file, at: path)
    let pod = try Self.pod(in: file, at: path)
    if let attempt = pod?.attempt {
      if !place.isFresh {
        let kept = try setting.takingUp(attempt.origin, at: path)
        self.setting = kept
        let read = attempt.origin.tasks.map { tasks in
          Ahead { Result { try tasks.planned(in: attempt.origin.chosenScenario) } }
        }
        (world, keeper) = try Self.takenUp(attempt, in: archive, as: kept, at: path)
        let tasks = try Self.tasks(of: attempt, kept: read?.value, in: archive, as: kept, at: path)
        var origin = attempt.origin
        origin.tasks = origin.tasks ?? setting.tasks.kept(tasks?.read)
        self.origin = origin
        progress = try tasks?.progress(
          in: world, for: pod?.name, kept: keeper.tasks,
          past: Self.past(of: attempt, for: keeper, in: file, at: path))
        return
      }
      try place.confirm()
      self.setting = setting.withoutAhead
      (world, keeper, origin, progress) = try Self.begun(
        in: archive, pod: attempt.pod, as: setting, at: path)
    } else {
      self.setting = setting.withoutAhead
      (world, keeper, origin, progress) = try Self.begun(
        in: archive, pod: pod?.number, as: setting, at: path)
    }
  }

  /// The same; a file that was made for it is taken away again if there can be no world in it.
  static func opened(
    in file: StateFile, at place: WorldPlace, as setting: Setting
  ) throws(Failure) -> KeptWorld {
    do throws(Failure) {
      return try KeptWorld(in: file, at: place, as: setting)
    } catch {
      if file.isNew { file.discard() }
      throw error
    }
  }

  /// Lets other processes open windows on it; nil if that cannot be.
  ///
  /// - Parameters:
  ///   - tutoring: what the lab says in them.
  ///   - attempts: those of this process's own window.
  func windows(_ tutoring: Tutoring, _ attempts: Attempts) -> WorldWindows? {
    WorldWindows(on: world, with: tutoring, attempts, in: HostFile(path: place.path)) {
      [path = place.path, origin] (wish) throws(Failure) in
      _ = try wish.takingUp(origin, at: path)
    }
  }

  /// The same lab in a new attempt, as it was when it was begun. Nobody is in this one any more.
  func begunAnew() throws(Failure) -> KeptWorld {
    progress?.end(within: Self.patience)
    archive.catchUp()
    _ = keeper.settle()
    let new: World
    do throws(WorldError) {
      new = try World(
        try archive.description(of: origin), release: setting.release.release,
        pod: keeper.attempt.pod, clock: HostClock.milliseconds, now: setting.clock.now)
    } catch {
      throw Failure(.unreadable, error.description)
    }
    let set: TaskSet?
    do { set = try origin.tasks?.set(in: origin.chosenScenario) } catch { set = nil }
    let keeper = try Failure.stating(place.path) { () throws(StoreFault) in
      try archive.begin(
        new, as: origin, tasks: set?.rows(for: new.pod) ?? [], why: "restart",
        now: HostClock.milliseconds())
    }
    return KeptWorld(
      world: new, setting: setting, progress: set.map { PlannedTasks($0).progress(in: new) },
      origin: origin, archive: archive, keeper: keeper, place: place)
  }

  private init(
    world: World, setting: Setting, progress: Progress?, origin: AttemptRow.Origin,
    archive: Archive, keeper: WorldKeeper, place: WorldPlace
  ) {
    (self.world, self.setting, self.progress, self.origin) = (world, setting, progress, origin)
    (self.archive, self.keeper, self.place) = (archive, keeper, place)
  }

  /// Ends with the file: all is in it then that can be. At a terminal it is said how to come back.
  func close() {
    // What was done last may not be looked at yet.
    progress?.end(within: Self.patience)
    let isWhole = keeper.settle()
    let isMoved = archive.file.isMoved
    archive.close()
    if isMoved {
      StandardStream.error.say("\(place.path) was moved or removed; what was done is where it went")
    } else if isWhole {
      place.sayHowToComeBack()
    }
  }

  /// How long that may take, in milliseconds.
  private static let patience = 500

  /// A pod of a file.
  private struct Pod {
    let number: Int
    /// The live attempt; nil if nobody was there yet.
    let attempt: AttemptRow?
    /// Whose it is; nil without a roster.
    let name: String?
  }

  /// The one pod of a file; nil if it has none yet.
  private static func pod(
    in file: StateFile, at path: String
  ) throws(Failure) -> Pod? {
    let pods = try Failure.stating(path) { () throws(StoreFault) in
      try file.read { (reading) throws(StoreFault) in
        var pods: [Pod] = []
        for pod in try reading.pods() {
          let attempt = try reading.liveAttempt(of: pod.pod)
          pods.append(Pod(number: pod.pod, attempt: attempt, name: pod.fullName))
        }
        return pods
      }
    }
    guard pods.count <= 1 else {
      throw Failure(
        .unreadable, "\(path) is a class of \(pods.count) pods; mmp serve --state serves it")
    }
    return pods.first
  }

  private static func takenUp(
    _ attempt: AttemptRow, in archive: Archive, as setting: Setting, at path: String
  ) throws(Failure) -> (World, WorldKeeper) {
    do throws(Archive.Fault) {
      return try archive.takeUp(
        attempt, with: Archive.Tools(clock: HostClock.milliseconds, now: setting.clock.now))
    } catch {
      throw error.failure(at: path)
    }
  }

  /// What happened in an attempt, where nothing is known of its tasks yet: somebody may have worked in
  /// it before there were any.
  private static func past(
    of attempt: AttemptRow, for keeper: WorldKeeper, in file: StateFile, at path: String
  ) throws(Failure) -> [Event] {
    guard keeper.tasks.isEmpty else { return [] }
    return try Failure.stating(path) { () throws(StoreFault) in
      try file.read { (reading) throws(StoreFault) in try reading.past(of: attempt) }
    }
  }

  /// What is to be done in an attempt.
  ///
  /// - Parameter kept: what was to be done when it was begun; nil if nobody asked then, and what is
  ///   asked for now is kept.
  private static func tasks(
    of attempt: AttemptRow, kept: Result<PlannedTasks?, any Error>?, in archive: Archive,
    as setting: Setting, at path: String
  ) throws(Failure) -> PlannedTasks? {
    if let kept {
      do { return try kept.get() } catch {
        StandardStream.error.say("the tasks in \(path) cannot be taken up: \(error)")
        return nil
      }
    }
    let set = try setting.tasks.set(in: setting.chosenScenario)
    guard let kept = setting.tasks.kept(set) else { return nil }
    try Failure.stating(path) { () throws(StoreFault) in
      try archive.file.write { (writing) throws(StoreFault) in
        try writing.setTasks(set?.rows(for: attempt.pod) ?? [], of: attempt.id, from: kept)
      }
    }
    return set.map(PlannedTasks.init)
  }

  private static func begun(
    in archive: Archive, pod: Int?, as setting: Setting, at path: String
  ) throws(Failure) -> (World, WorldKeeper, AttemptRow.Origin, Progress?) {
    let scenario = try setting.chosenScenario
    let tasks = Ahead {
      Result { () throws(Failure) in try setting.tasks.set(in: scenario) }
    }
    let world =
      if pod == nil, let ahead = setting.ahead { try ahead.value.get() } else {
        try World.built(scenario, release: setting.release, clock: setting.clock, pod: pod)
      }
    var origin = AttemptRow.Origin(
      scenario, release: setting.release.release, clock: setting.clock?.text)
    let set = try tasks.value.get()
    origin.tasks = setting.tasks.kept(set)
    let begun = origin
    let keeper = try Failure.stating(path) { () throws(StoreFault) in
      try archive.begin(
        world, as: begun, tasks: set?.rows(for: world.pod) ?? [], why: "fresh",
        now: HostClock.milliseconds())
    }
    return (world, keeper, begun, set.map { PlannedTasks($0).progress(in: world) })
  }
}

extension Archive {
  /// The worlds of the file of that path; what cannot be written is said.
  convenience init(_ file: StateFile, at path: String) {
    self.init(file, maker: "mmp \(Version.program)") { fault in
      StandardStream.error.say("\(path) \(fault.predicate); until it can, changes are refused")
    }
  }
}

extension Failure {
  /// Does something with a state file; what goes wrong has its path in front.
  static func stating<Result>(
    _ path: String, _ body: () throws(StoreFault) -> Result
  ) throws(Failure) -> Result {
    do throws(StoreFault) { return try body() } catch { throw Failure(error, at: path) }
  }
}
