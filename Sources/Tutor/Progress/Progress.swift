public import Journal
public import Lab
import Synchronization
import Threads

/// How the tasks of an attempt stand, which all windows of its world share.
///
/// What changes is given to the keeper of the world's journal first, and only then is anybody told.
/// Any thread may ask.
public final class Progress: Sendable {
  /// What a trainee is told before the first task; nil for nothing.
  public let briefing: String?
  /// The world they are to be done in.
  public let world: World

  struct State {
    var tasks: [String: KeptTask]
    /// The tasks done since the program has the world, in order.
    var news: [String] = []
  }

  private struct Made: Sendable {
    let set: TaskSet
    let inbox: Inbox
  }

  let state: Mutex<State>
  /// Held by whoever looks whether a task is done, so that no older look comes in later.
  let looking = Mutex(())
  /// What a start has no need of, before the first prompt.
  private let made: Later<Made>
  private let hasEnded = Atomic(false)

  /// The progress in an attempt.
  ///
  /// - Parameters:
  ///   - set: its tasks, with the values of its trainee filled in.
  ///   - kept: how those stood that something happened of; others have not been begun.
  ///   - past: what happened in the attempt before anybody looked after its tasks, the oldest first.
  ///   - isExamined: whether it finds out by itself what is done; else only by ``check(_:)``.
  public init(
    _ set: PlannedTasks, in world: World, kept: [KeptTask] = [], past: [Event] = [],
    isExamined: Bool = true
  ) {
    briefing = set.briefing
    self.world = world
    let counted = PastMarks.tasks(of: set, after: past, in: world)
    world.journal.owe(counted.map { .task($0) }, of: Self.place)
    let known = Dictionary((counted + kept).map { ($0.task, $0) }, uniquingKeysWith: Self.joined)
    state = Mutex(State(tasks: known))
    made = Later {
      let set = set.read
      let inbox = Inbox(for: set, kept: known)
      // Something may have been done before anybody listened, or just before the program was killed.
      if isExamined { inbox.appendAll() }
      return Made(set: set, inbox: inbox)
    }
    guard isExamined else { return }
    // The journal belongs to the world.
    world.journal.subscribe { [weak self] event in
      guard let self, isConcerned(by: event) else { return }
      take(inbox.append(event, in: Look(at: self.world)))
    }
    Examiner.shared.take(self, atLeisure: true)
  }

  /// The same of tasks that were read.
  public convenience init(
    _ set: TaskSet, in world: World, kept: [KeptTask] = [], past: [Event] = [],
    isExamined: Bool = true
  ) {
    self.init(PlannedTasks(set), in: world, kept: kept, past: past, isExamined: isExamined)
  }

  /// How a task stands by what is kept of it, and by what the past counts for.
  private static func joined(_ past: KeptTask, _ kept: KeptTask) -> KeptTask {
    var task = kept
    for mark in past.seen { SeenMarks.add(mark, to: &task.seen) }
    return task
  }

  /// The tasks, as this trainee has them.
  public var set: TaskSet { made.value.set }
  var inbox: Inbox { made.value.inbox }

  /// Whether an event may have to do with a task: that somebody comes has not, and is no reason to
  /// read them.
  private func isConcerned(by event: Event) -> Bool {
    if case .begun = event.kind { return false }
    return !isOver
  }

  /// Whether nothing is looked at by itself any more.
  var isOver: Bool { hasEnded.load(ordering: .sequentiallyConsistent) }

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

  /// Whether something happened that is not looked at yet.
  var isBehind: Bool { made.made.map { !$0.inbox.isEmpty } ?? false }

  /// Waits until what happened so far is looked at, but not longer than that many milliseconds; false
  /// if some is not.
  @discardableResult public func catchUp(within milliseconds: Int) -> Bool {
    guard !inbox.isEmpty else { return true }
    Examiner.shared.hurry(self)
    return inbox.wait(within: milliseconds)
  }

  /// Looks at nothing by itself any more: the attempt is over, or the program is. What is being looked
  /// at is waited for, but not for ever.
  ///
  /// - Parameter milliseconds: how long what happened and was not looked at yet is waited for; 0 for
  ///   not at all.
  public func end(within milliseconds: Int = 0) {
    if milliseconds > 0, isBehind { catchUp(within: milliseconds) }
    hasEnded.store(true, ordering: .sequentiallyConsistent)
    Examiner.shared.drop(self)
    guard let inbox = made.made?.inbox else { return }
    inbox.close()
    _ = inbox.wait(within: Self.patience)
  }

  /// How long that may take, in milliseconds.
  private static let patience = 1_000
}
