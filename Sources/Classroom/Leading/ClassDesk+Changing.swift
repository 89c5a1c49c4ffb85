import Appliance
import Journal
import Lab
import PKI
import Store
import Time
import Words

extension ClassDesk {
  /// A new attempt for a pod, as its world was when it was begun.
  func reset(
    _ pod: Int, why: String = "reset", to asker: any ClassAsker
  ) throws(ClassRefusal) {
    let absence = try absence(of: pod)
    let live: AttemptRow
    do throws(ClassRefusal) { live = try liveAttempt(of: pod) } catch {
      throw absence.map { ClassRefusal($0, isOfNewPod: error.isOfNewPod) } ?? error
    }
    let (accounts, tasks) = try read { (reading) throws(StoreFault) in
      (try reading.accounts(of: live.id), try reading.tasks(of: live.id))
    }
    var rows = try newWorld(of: live)
    rows.tasks = tasks
    for index in rows.accounts.indices {
      guard let old = accounts.first(where: { $0.name == rows.accounts[index].name }) else {
        continue
      }
      rows.accounts[index].password = old.password
    }
    let new = rows
    let attempt = try replace(pod) { (writing) throws(StoreFault) in
      try writing.begin(live.origin, with: new, in: pod, why: why, now: clock())
    }
    say("pod \(pod) begins anew: attempt \(attempt.number)", to: asker)
    if let absence { say(absence, to: asker) }
  }

  /// Has a scenario's fault befall a pod.
  func inject(
    _ name: String, _ source: String, into pod: Int, to asker: any ClassAsker
  ) throws(ClassRefusal) {
    let scenario: Scenario
    do throws(WorldError) {
      scenario = try Scenario(name: name, source: Array(source.utf8))
    } catch {
      throw ClassRefusal(error.description)
    }
    let shown = Shown.plain(name)
    guard !scenario.fault.actions.isEmpty else {
      throw ClassRefusal("the scenario \(shown) has no fault:")
    }
    try world(of: pod) { (world) throws(ClassRefusal) in
      do throws(WorldError) { try world.befall(scenario.fault) } catch {
        // Whoever leads a class has not written the scenario: its lines say nothing to them.
        throw ClassRefusal(
          "the fault of \(shown) does not fit pod \(pod) as it is: \(error.account); "
            + "nothing was changed")
      }
      world.tell(.injected(scenario: name))
    }
    archive.catchUp()
    say("the fault of \(shown) has befallen pod \(pod)", to: asker)
  }

  /// Takes a pod away, with all its attempts, snapshots and events.
  func remove(_ pod: Int, to asker: any ClassAsker) throws(ClassRefusal) {
    try replace(pod, isLast: true) { (writing) throws(StoreFault) in try writing.removePod(pod) }
    let ports = served(pod)?.closeDoors() ?? 0
    let closed = ports == 0 ? "" : "; its \(ports) \(ports == 1 ? "port is" : "ports are") closed"
    // Whoever was there has typed something to the end.
    archive.catchUp()
    try scrub { () throws(StoreFault) in
      try archive.file.write { (writing) throws(StoreFault) in try writing.removePod(pod) }
      try archive.file.scrub()
    }
    say("pod \(pod) is removed\(closed)", to: asker)
  }

  /// Takes away what tells of people.
  func forget(_ pod: Int?, to asker: any ClassAsker) throws(ClassRefusal) {
    archive.catchUp()
    try scrub { () throws(StoreFault) in try archive.file.forget(pod) }
    let whose = pod.map { "pod \($0)" } ?? "the class"
    say("names, addresses and what was typed are forgotten of \(whose)", to: asker)
  }

  // MARK: -

  /// What is taken away stays in the file's bytes while another program reads the file.
  private func scrub(_ body: () throws(StoreFault) -> Void) throws(ClassRefusal) {
    do throws(StoreFault) { try body() } catch {
      if error == .full {
        throw ClassRefusal(
          "there is no room in the state file's disk to write the file anew, so what was to be taken "
            + "away is still in its bytes; try again when there is", status: 74)
      }
      guard error == .busy else { throw ClassRefusal(error) }
      throw ClassRefusal(
        "another program reads the state file, so what was taken away is still in its bytes; "
          + "try again when it has ended", status: 75)
    }
  }

  /// Has a pod go on with what `body` has put into the file; `event` is what its new world is told.
  func replace<Result: Sendable>(
    _ pod: Int, isLast: Bool = false, telling event: Event.Kind? = nil,
    _ body: (Writing) throws(StoreFault) -> Result
  ) throws(ClassRefusal) -> Result {
    guard let served = served(pod) else {
      let result = try write(body)
      // One that cannot be taken up says so to whoever serves it.
      if let event { try? world(of: pod) { $0.tell(event) } }
      return result
    }
    return try served.replace(isLast: isLast, telling: event) { () throws(ClassRefusal) in
      archive.catchUp()
      return try write(body)
    }
  }

  func liveAttempt(of pod: Int) throws(ClassRefusal) -> AttemptRow {
    let live = try read { (reading) throws(StoreFault) in try reading.liveAttempt(of: pod) }
    guard let live else {
      throw ClassRefusal("pod \(pod) is new: nobody was there yet", isOfNewPod: true)
    }
    return live
  }

  /// The world an attempt began as, made anew.
  private func newWorld(of attempt: AttemptRow) throws(ClassRefusal) -> WorldRows {
    do throws(WorldError) {
      guard let release = Release(attempt.origin.release) else {
        throw WorldError(saying: "release \(attempt.origin.release) is not known")
      }
      let world = try World(
        try archive.description(of: attempt.origin), release: release, pod: attempt.pod,
        clock: clock, now: now(of: attempt.origin))
      return WorldRows(world.contents)
    } catch {
      throw ClassRefusal("the world of pod \(attempt.pod) cannot be made: \(error.description)")
    }
  }

  /// Does something to the world of a pod, which is taken up for it if nobody serves it.
  private func world(
    of pod: Int, _ body: (World) throws(ClassRefusal) -> Void
  ) throws(ClassRefusal) {
    guard let served = served(pod) else {
      try body(takenUp(liveAttempt(of: pod)))
      archive.catchUp()
      return
    }
    let isThere = try served.withWorld { (result) throws(ClassRefusal) in
      switch result {
      case .success(let world): try body(world)
      case .failure(let error):
        throw ClassRefusal("the world of pod \(pod) cannot be made: \(error.description)")
      }
    }
    guard isThere else { throw ClassRefusal("pod \(pod) is removed") }
  }

  private func takenUp(_ attempt: AttemptRow) throws(ClassRefusal) -> World {
    do throws(Archive.Fault) {
      return try archive.takeUp(
        attempt, with: Archive.Tools(clock: clock, now: now(of: attempt.origin))
      ).world
    } catch {
      throw ClassRefusal("the world of pod \(attempt.pod) cannot be taken up: \(error)", status: 66)
    }
  }

  /// The time in a world.
  private func now(of origin: AttemptRow.Origin) -> @Sendable () -> UnixTime {
    if let time = origin.clock.flatMap({ ISO8601Time($0) }) {
      return { time.unixTime }
    }
    return { [clock] in UnixTime(clock() / 1_000) }
  }
}
