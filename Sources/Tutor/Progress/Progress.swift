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

  struct State {
    var tasks: [String: KeptTask]
    /// The tasks done since the program has the world, in order.
    var news: [String] = []
  }

  let state: Mutex<State>
  /// Held by whoever looks whether a task is done, so that no older look comes in later.
  let looking = Mutex(())
  let inbox: Inbox

  /// The progress in an attempt.
  ///
  /// - Parameters:
  ///   - set: its tasks, with the values of its trainee filled in.
  ///   - kept: how those stood that something happened of; others have not been begun.
  ///   - past: what happened in the attempt before anybody looked after its tasks, the oldest first.
  ///   - isExamined: whether it finds out by itself what is done; else only by ``check(_:)``.
  public init(
    _ set: TaskSet, in world: World, kept: [KeptTask] = [], past: [Event] = [],
    isExamined: Bool = true
  ) {
    self.set = set
    self.world = world
    var marks = PastMarks(for: set)
    for event in past { marks.take(event) }
    let counted = marks.tasks(in: world)
    world.journal.owe(counted.map { .task($0) }, of: Self.place)
    let known = Dictionary((counted + kept).map { ($0.task, $0) }, uniquingKeysWith: { $1 })
    state = Mutex(State(tasks: known))
    inbox = Inbox(for: set, kept: known)
    guard isExamined else { return }
    // The journal belongs to the world.
    world.journal.subscribe { [weak self] event in
      guard let self else { return }
      take(inbox.append(event, in: Look(at: self.world)))
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
}
