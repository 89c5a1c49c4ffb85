package import Appliance
import Journal
package import PKI
package import Store
import Synchronization
package import Time

/// The worlds of a state file: begun in it, taken up from it, and kept in it as they change.
package final class Archive: Sendable {
  /// The file.
  package let file: StateFile
  private let events: EventKeeper
  /// Who keeps each pod's world.
  private let keepers: WorldKeepers
  private let maker: String
  private let whenFailed: @Sendable (StoreFault) -> Void
  /// What was read already, so that a class is read once: by name and text.
  private let descriptions = Mutex<[String: WorldDescription]>([:])

  /// Why a kept world is not there.
  package enum Fault: Error, CustomStringConvertible {
    /// The file cannot be read or written.
    case file(StoreFault)
    /// What is in it makes no world.
    case world(WorldError)
    /// It was made by a program that knew more: of a release, or a role.
    case unknown(String)

    /// Why a world cannot be taken up, in a sentence.
    package var description: String {
      switch self {
      case .file(let fault): fault.description
      case .world(let error): error.description
      case .unknown(let what): "it is of a later mmp: \(what) is not known"
      }
    }
  }

  /// What a world is built with that is not kept.
  package struct Tools: Sendable {
    /// Where keys come from.
    package var keys: any KeySource = OpenSSLKeySource()
    /// The host's time in milliseconds since 1970.
    package var clock: @Sendable () -> Int64
    /// The time in the world.
    package var now: @Sendable () -> UnixTime

    /// Tools with those clocks.
    package init(
      keys: any KeySource = OpenSSLKeySource(), clock: @escaping @Sendable () -> Int64,
      now: @escaping @Sendable () -> UnixTime
    ) {
      self.keys = keys
      self.clock = clock
      self.now = now
    }
  }

  /// The worlds of a file.
  ///
  /// - Parameters:
  ///   - maker: the program, which the file says it was made by.
  ///   - whenFailed: told when changes cannot be written any more, on whatever thread.
  package init(
    _ file: StateFile, maker: String = "mmp", whenFailed: @escaping @Sendable (StoreFault) -> Void
  ) {
    self.file = file
    self.maker = maker
    self.whenFailed = whenFailed
    let keepers = WorldKeepers()
    self.keepers = keepers
    // Where something can be written again, so can what is owed.
    events = EventKeeper(in: file, whenFailed: whenFailed) { keepers.settle() }
  }

  /// Begins an attempt: the world as it is now is in the file when this returns, and all that changes
  /// in it later. An attempt that is live ends, for that reason.
  ///
  /// - Parameters:
  ///   - tasks: what is to be done in it.
  ///   - now: the real time, in milliseconds since 1970.
  @discardableResult
  package func begin(
    _ world: World, as origin: AttemptRow.Origin, tasks: [TaskRow] = [], why: String, now: Int64
  ) throws(StoreFault) -> WorldKeeper {
    var contents = WorldRows(world.contents)
    contents.tasks = tasks
    let rows = contents
    let (attempt, machines) = try file.write { (writing) throws(StoreFault) in
      if try writing.reading.meta(Self.makerKey) == nil {
        try writing.setMeta(Self.makerKey, maker)
      }
      let attempt = try writing.begin(origin, with: rows, in: world.pod, why: why, now: now)
      return (attempt, try writing.reading.machines(of: attempt.id))
    }
    return try follow(world, attempt, machines)
  }

  /// Takes up the world of an attempt: as it was left, with all that changes in it kept from now on.
  ///
  /// - Parameter passwords: every user's password from now on; nil for those that were kept.
  package func takeUp(
    _ attempt: AttemptRow, passwords: String? = nil, with tools: Tools
  ) throws(Fault) -> (world: World, keeper: WorldKeeper) {
    guard let release = Release(attempt.origin.release) else {
      throw .unknown("release \(attempt.origin.release)")
    }
    do {
      var (rows, machines, past) = try file.read { (reading) throws(StoreFault) in
        (
          try reading.world(of: attempt.id), try reading.machines(of: attempt.id),
          try reading.lastEvents(of: attempt.pod, attempt: attempt.number, limit: Self.mostPast)
        )
      }
      if let passwords, rows.accounts.contains(where: { $0.password != passwords }) {
        for index in rows.accounts.indices { rows.accounts[index].password = passwords }
        let accounts = rows.accounts
        try file.write { (writing) throws(StoreFault) in
          for account in accounts { try writing.put(account, in: attempt.id) }
        }
      }
      var contents = WorldContents(rows)
      contents.past = past.compactMap(Event.init(past:))
      let world = try World(
        try description(of: attempt.origin), contents: contents, release: release,
        pod: attempt.pod, keys: tools.keys, clock: tools.clock, now: tools.now)
      return (world, try follow(world, attempt, machines))
    } catch let fault as StoreFault {
      throw .file(fault)
    } catch let error as WorldError {
      throw .world(error)
    } catch {
      throw .unknown("\(error)")
    }
  }

  private static let makerKey = "made by"
  /// So many events fill an appliance's log.
  private static let mostPast = Reading.mostPast

  /// The world that an attempt began as.
  package func description(
    of origin: AttemptRow.Origin
  ) throws(WorldError) -> WorldDescription {
    let key = "\(origin.scenario)\0\(origin.world)"
    if let description = descriptions.withLock({ $0[key] }) { return description }
    let description = try WorldDescription(scenario: try origin.chosenScenario)
    descriptions.withLock { $0[key] = description }
    return description
  }

  /// Waits until what happened so far is written down, but not longer than that many milliseconds.
  package func catchUp(within milliseconds: Int = 1_000) { events.drain(within: milliseconds) }

  /// How long a task that is done waits until the events are written that prove it, in milliseconds.
  private static let patienceForProof = 300

  /// Writes down what is not written yet, waiting for that no longer than a second, and closes the
  /// file.
  package func close() {
    events.drain(within: 1_000)
    keepers.settle()
    file.close()
  }

  private func follow(
    _ world: World, _ attempt: AttemptRow, _ machines: [MachineRow]
  ) throws(StoreFault) -> WorldKeeper {
    let (last, passes) = try file.read { (reading) throws(StoreFault) in
      (try reading.lastNumbers(of: attempt.pod), try reading.passes(of: attempt.id))
    }
    let keeper = WorldKeeper(
      attempt, with: machines, tasks: passes.map(KeptTask.init), in: file, whenFailed: whenFailed,
      // It knows the keepers.
      beforeProof: { [weak events] in events?.drain(within: Self.patienceForProof) })
    // The event that a task was done with may not have been written any more: no other gets its
    // number.
    let lastProof = passes.compactMap(\.event).max() ?? 0
    world.journal.resume(
      attempt: attempt.number, lastEvent: max(last.event, lastProof), lastVisit: last.visit)
    world.journal.keeper = keeper
    keepers.add(keeper)
    events.follow(world.journal)
    return keeper
  }
}

extension AttemptRow.Origin {
  /// The lab of the page, or a scenario's.
  package init(_ scenario: Scenario?, release: Release, clock: String?) {
    self.init(
      scenario: scenario?.name ?? "",
      world: scenario.map { String(decoding: $0.source, as: UTF8.self) } ?? "",
      release: "\(release)", clock: clock)
  }

  /// The scenario; nil for the lab of the page.
  package var chosenScenario: Scenario? {
    get throws(WorldError) {
      scenario.isEmpty ? nil : try Scenario(name: scenario, source: Array(world.utf8))
    }
  }
}
