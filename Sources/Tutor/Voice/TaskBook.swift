public import Journal

/// The tasks of an attempt and how they stand, as the lab's voice needs them. All windows of a world
/// share one, on whatever threads.
public protocol TaskBook: AnyObject, Sendable {
  /// The tasks, with the trainee's values in them.
  var set: TaskSet { get }

  /// How a task stands.
  func state(of id: String) -> KeptTask

  /// Takes the next hint of a task, with what it costs; nil if there is none left.
  func takeHint(_ task: LabTask) -> LabTask.Hint?

  /// Looks whether a task is done, and takes note of it.
  func check(_ task: LabTask) -> Finding

  /// Which tasks were done behind the first `count`.
  ///
  /// - Returns: how many there are now, and those.
  func news(since count: Int) -> (Int, [LabTask])

  /// Whether all that happened has been looked at.
  var isCaughtUp: Bool { get }

  /// Waits until all that happened has been looked at, but not longer than that many milliseconds.
  func catchUp(within milliseconds: Int)
}

extension TaskBook {
  /// Whether a task is done.
  func isDone(_ task: LabTask) -> Bool { state(of: task.id).passed != nil }

  /// The first task that is not done; nil if all are.
  var firstOpen: LabTask? { self.set.tasks.first { !isDone($0) } }

  /// What a task has brought so far.
  func points(of task: LabTask) -> Int {
    let state = state(of: task.id)
    return state.passed == nil ? 0 : max(0, task.points - state.cost)
  }

  /// How far the set is done: tasks, points, and those in percent.
  var standing: String {
    let done = set.tasks.count(where: isDone)
    let points = set.tasks.reduce(0) { $0 + self.points(of: $1) }
    let percent = set.points > 0 ? ", \(points * 100 / set.points) %" : ""
    return "\(done) of \(set.tasks.count) tasks are done, \(points) of \(Amount.points(set.points))"
      + percent
  }
}

/// Numbers of things, as sentences have them.
enum Amount {
  static func points(_ number: Int) -> String { number == 1 ? "1 point" : "\(number) points" }
}
