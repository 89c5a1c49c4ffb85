public import Journal
public import Lab
import Synchronization

/// How the tasks of an attempt stand, which all windows of its world share.
///
/// What changes is given to the keeper of the world's journal first, and only then is anybody told.
/// Any thread may ask.
public final class Progress: Sendable {
  /// The tasks, as this trainee has them.
  public let set: TaskSet
  /// The world they are to be done in.
  public let world: World

  private struct State {
    var tasks: [String: KeptTask]
    /// The tasks done since the program has the world, in order.
    var news: [String] = []
  }

  private let state: Mutex<State>
  /// Held by whoever looks whether a task is done, so that no older look comes in later.
  private let looking = Mutex(())
  let inbox: Inbox

  /// The progress in an attempt.
  ///
  /// - Parameters:
  ///   - set: its tasks, with the values of its trainee filled in.
  ///   - kept: how those stood that something happened of; others have not been begun.
  ///   - isExamined: whether it finds out by itself what is done; else only by ``check(_:)``.
  public init(
    _ set: TaskSet, in world: World, kept: [KeptTask] = [], isExamined: Bool = true
  ) {
    self.set = set
    self.world = world
    let known = Dictionary(kept.map { ($0.task, $0) }, uniquingKeysWith: { $1 })
    state = Mutex(State(tasks: known))
    inbox = Inbox(for: set, kept: known)
    guard isExamined else { return }
    // The journal belongs to the world.
    world.journal.subscribe { [weak self] event in
      guard let self, inbox.append(event, in: Look(at: self.world)) else { return }
      Examiner.shared.take(self)
    }
    // Something may have been done before anybody listened, or just before the program was killed.
    if inbox.appendAll() { Examiner.shared.take(self) }
  }

  // MARK: - How it stands

  /// How a task stands.
  public func state(of id: String) -> KeptTask {
    state.withLock { $0.tasks[id] ?? KeptTask(task: id) }
  }

  /// Whether a task is done.
  public func isDone(_ task: LabTask) -> Bool { state(of: task.id).passed != nil }

  /// How many tasks are done.
  public var done: Int { self.set.tasks.count { isDone($0) } }

  /// What was reached of ``TaskSet/points``: what hints cost is taken off.
  public var points: Int { self.set.tasks.reduce(0) { $0 + points(of: $1) } }

  /// What was reached of a task's points; 0 if it is not done.
  public func points(of task: LabTask) -> Int {
    let state = state(of: task.id)
    return state.passed == nil ? 0 : max(0, task.points - state.cost)
  }

  /// The first task that is not done; nil if all are.
  public var next: LabTask? { self.set.tasks.first { !isDone($0) } }

  /// What was done since the program has the world.
  ///
  /// - Parameter number: where another call ended; 0 for the beginning, `Int.max` for no news.
  /// - Returns: where the next call goes on, and the tasks in order.
  public func news(since number: Int) -> (Int, [LabTask]) {
    let news = state.withLock { $0.news }
    return (news.count, news.dropFirst(number).compactMap { set[$0] })
  }

  /// Waits until what happened so far is looked at, but not longer than that many milliseconds; false
  /// if some is not.
  @discardableResult public func catchUp(within milliseconds: Int) -> Bool {
    guard !inbox.isEmpty else { return true }
    Examiner.shared.hurry(self)
    return inbox.wait(within: milliseconds)
  }

  /// Looks at nothing by itself any more: the attempt is over, or the program is. What is being looked
  /// at is waited for, but not for ever.
  public func end() {
    inbox.close()
    _ = inbox.wait(within: Self.patience)
  }

  /// How long that may take, in milliseconds.
  private static let patience = 1_000

  // MARK: - What changes it

  /// The next hint for a task that was not taken yet, or that step again, which costs nothing more;
  /// nil if there is none. What is done costs nothing any more.
  ///
  /// - Parameters:
  ///   - step: which hint, from 1, of those taken; nil for the next.
  ///   - actor: who takes it, at that machine; nil if that is not known.
  /// - Throws: why it cannot be kept that it was taken; it is not shown then.
  public func takeHint(
    _ task: LabTask, step: Int? = nil, at host: String? = nil, by actor: Actor? = nil
  ) throws(KeepingFault) -> LabTask.Hint? {
    let (hint, cost, number) = try state.withLock {
      (state) throws(KeepingFault) -> (LabTask.Hint?, Int?, Int) in
      var kept = state.tasks[task.id] ?? KeptTask(task: task.id)
      let number = step ?? kept.hints + 1
      guard task.hints.indices.contains(number - 1), number <= kept.hints + 1 else {
        return (nil, nil, number)
      }
      let hint = task.hints[number - 1]
      guard number > kept.hints else { return (hint, nil, number) }
      let cost = kept.passed == nil ? hint.cost : 0
      kept.hints = number
      kept.cost += cost
      touch(&kept)
      try world.journal.keep([.task(kept)], of: Self.place)
      state.tasks[task.id] = kept
      return (hint, cost, number)
    }
    if let cost {
      world.journal.record(
        .hinted(task: task.id, step: number, cost: cost), at: host ?? task.host, by: actor)
    }
    return hint
  }

  /// The hints for a task that were taken already.
  public func hints(of task: LabTask) -> [LabTask.Hint] {
    Array(task.hints.prefix(state(of: task.id).hints))
  }

  /// Takes note of a line that was typed for the lab, and not for a machine: no journal has it.
  ///
  /// - Parameters:
  ///   - line: with the colon in front.
  ///   - presence: at which machine's window it was typed, and by whom.
  public func note(typed line: String, by presence: Presence) {
    let host = presence.host
    let cause = Inbox.Cause(
      number: world.journal.lastEvent, host: host, actor: presence.actor)
    let said = Said(host: host, typed: line)
    guard inbox.append(said, after: cause, in: Look(at: world)) else { return }
    Examiner.shared.take(self)
  }

  /// Looks whether a task is done, because somebody asked: that counts as a try, and the task may be
  /// done with it. One that is done stays so, unless it has to hold.
  public func check(_ task: LabTask) -> Finding { look(at: task, isTry: true, after: nil) }

  /// The same, because something happened.
  ///
  /// - Parameter event: the last that may have to do with it.
  @discardableResult
  func look(at task: LabTask, isTry: Bool = false, after event: Inbox.Cause?) -> Finding {
    let (finding, isNew) = looking.withLock { _ in
      let seen = state.withLock { Set($0.tasks[task.id]?.seen ?? []) }
      let finding = task.check.holds(in: Look(at: world), seen: seen)
      return (finding, note(finding, of: task, isTry: isTry, after: event))
    }
    if isNew {
      world.journal.record(
        .passed(task: task.id), at: event?.host ?? task.host, by: event?.actor)
    }
    guard !finding.holds, !task.mustHold, isDone(task) else { return finding }
    return Finding(
      holds: true, fact: finding.fact, words: finding.words, seen: finding.seen, isLapsed: true)
  }

  /// Keeps what a look came to; whether the task is done by it.
  private func note(
    _ finding: Finding, of task: LabTask, isTry: Bool, after event: Inbox.Cause?
  ) -> Bool {
    state.withLock { state in
      let old = state.tasks[task.id] ?? KeptTask(task: task.id)
      var kept = old
      // Whoever looks at what is done tries nothing.
      if isTry, kept.passed == nil || !finding.holds && task.mustHold { kept.tries += 1 }
      kept.seen = Set(kept.seen).union(finding.seen).sorted()
      let isNew = finding.holds && kept.passed == nil
      if isNew {
        kept.passed = world.journal.time
        kept.event = event?.number ?? world.journal.lastEvent
      } else if !finding.holds, task.mustHold {
        kept.passed = nil
        kept.event = nil
      }
      guard kept != old else { return false }
      touch(&kept)
      guard isNew else {
        world.journal.owe([.task(kept)], of: Self.place)
        state.tasks[task.id] = kept
        return false
      }
      guard (try? world.journal.keep([.task(kept)], of: Self.place)) != nil else {
        // Nobody is told of what may be lost; the next that happens has it looked at again.
        inbox.postpone(task.id)
        return false
      }
      state.tasks[task.id] = kept
      state.news.append(task.id)
      return true
    }
  }

  /// Keeps that conditions were met which nobody can look at later.
  func note(met paths: [String], of task: LabTask) {
    state.withLock { state in
      var kept = state.tasks[task.id] ?? KeptTask(task: task.id)
      for path in paths { SeenMarks.add(path, to: &kept.seen) }
      kept.seen = Set(kept.seen).sorted()
      touch(&kept)
      world.journal.owe([.task(kept)], of: Self.place)
      state.tasks[task.id] = kept
    }
  }

  private func touch(_ task: inout KeptTask) {
    let now = world.journal.time
    task.first = task.first ?? now
    task.last = now
  }

  /// What stands for a machine in its changes: no machine is called so.
  private static let place = ":tasks"
}
