import Appliance
import Control
import Journal
import Lab
import Store
import Tutor

extension Equipment {
  /// The world of a pod: as it was left, if it is kept, else a new one.
  ///
  /// - Parameters:
  ///   - number: the number of the pod as it is described; nil for that of the description.
  ///   - pod: its number.
  ///   - password: that of all its users; nil for those of the description, or that are kept.
  func world(
    _ description: WorldDescription, number: Int?, pod: Int, password: String?
  ) throws(WorldError) -> (World, Progress?) {
    guard let archive else {
      let world = try newWorld(description, number: number, password: password)
      return (world, progress(of: tasks, in: world, for: names[pod]))
    }
    do {
      let (attempt, name) = try archive.file.read { (reading) throws(StoreFault) in
        (
          try reading.liveAttempt(of: pod),
          try reading.pods().first { $0.pod == pod }?.fullName
        )
      }
      if let attempt {
        let set = try keptTasks(of: attempt, in: archive)
        let (world, keeper) = try archive.takeUp(
          attempt, passwords: password,
          with: Archive.Tools(keys: keys, clock: clock, now: now))
        // Somebody may have worked in it before it had tasks.
        let past =
          keeper.tasks.isEmpty
          ? try archive.file.read { (reading) throws(StoreFault) in try reading.past(of: attempt) }
          : []
        return (world, progress(of: set, in: world, kept: keeper.tasks, past: past, for: name))
      }
      let world = try newWorld(description, number: number, password: password)
      try archive.begin(
        world, as: origin, tasks: tasks?.rows(for: pod) ?? [], why: "fresh", now: clock())
      return (world, progress(of: tasks, in: world, for: name))
    } catch let error as WorldError {
      throw error
    } catch Archive.Fault.world(let error) {
      throw error
    } catch {
      let fault: any Error = if case Archive.Fault.file(let fault) = error { fault } else { error }
      throw WorldError(
        saying: "pod \(pod) cannot be taken up or kept: \(error)",
        isOfTheEnd: fault as? StoreFault == .closed)
    }
  }

  /// Ends all visits of a pod, as a reboot does: whoever wants in next finds a new attempt.
  func beginAnew(_ pod: ServedPod) throws(ClassRefusal) {
    guard let archive else {
      return pod.replace {}
    }
    let desk = ClassDesk(archive, of: [pod.number: pod], clock: clock)
    try desk.reset(pod.number, why: "restart", to: NobodyAsking())
  }

  private func progress(
    of set: TaskSet?, in world: World, kept: [KeptTask] = [], past: [Event] = [],
    for name: String?
  ) -> Progress? {
    set.map { set in
      Progress(
        set.filled(for: Trainee(pod: world.pod, name: name)), in: world, kept: kept, past: past)
    }
  }

  /// The tasks of an attempt as it was begun; one from before there were any gets those of the class.
  private func keptTasks(
    of attempt: AttemptRow, in archive: Archive
  ) throws(StoreFault) -> TaskSet? {
    guard let kept = attempt.origin.tasks else {
      if let own = origin.tasks {
        let rows = tasks?.rows(for: attempt.pod) ?? []
        try archive.file.write { (writing) throws(StoreFault) in
          try writing.setTasks(rows, of: attempt.id, from: own)
        }
      }
      return tasks
    }
    if kept == origin.tasks { return tasks }
    // One of another program than this one; the lab can be worked in without.
    return try? kept.set(in: attempt.origin.chosenScenario)
  }

  private func newWorld(
    _ description: WorldDescription, number: Int?, password: String?
  ) throws(WorldError) -> World {
    try World(
      description, release: release, pod: number, passwords: password, keys: keys, clock: clock,
      now: now)
  }
}

/// Whoever asks for something and wants no words about it.
private struct NobodyAsking: ClassAsker {
  func show(_ bytes: [UInt8]) -> Bool { true }
  func push(_ bytes: [UInt8]) {}
  var pending: Int { 0 }
  func wait(milliseconds: Int32) -> Bool { false }
  func wake() {}
}
