/// A task of an attempt.
public struct TaskRow: Sendable, Equatable {
  /// The task's id.
  public var task: String
  /// What it is called; nobody's name is in it.
  public var title: String
  /// What it is worth.
  public var points: Int

  /// A task.
  public init(task: String, title: String, points: Int) {
    self.task = task
    self.title = title
    self.points = points
  }
}

/// How a task of an attempt stands.
public struct PassRow: Sendable, Equatable {
  /// The task's id.
  public var task: String
  /// The conditions ever met, as paths with blanks between them.
  public var seen: String
  /// How many hints were taken.
  public var hints: Int
  /// What they take off the points.
  public var cost: Int
  /// How often somebody asked whether it is done.
  public var tries: Int
  /// When something of it happened first, in milliseconds since 1970.
  public var first: Int64?
  /// When something of it happened last, in milliseconds since 1970.
  public var last: Int64?
  /// When it was done, in milliseconds since 1970; nil if it is not.
  public var passed: Int64?
  /// The number of the event it was done with; nil if there is none.
  public var event: Int?

  /// How a task stands.
  public init(
    task: String, seen: String = "", hints: Int = 0, cost: Int = 0, tries: Int = 0,
    first: Int64? = nil, last: Int64? = nil, passed: Int64? = nil, event: Int? = nil
  ) {
    self.task = task
    self.seen = seen
    self.hints = hints
    self.cost = cost
    self.tries = tries
    self.first = first
    self.last = last
    self.passed = passed
    self.event = event
  }
}

/// A row of the view `grades`: a task of a pod's live attempt.
public struct GradeRow: Sendable, Equatable {
  /// The pod and whose it is, without its password.
  public var pod: PodRow
  /// The number of the live attempt; nil if nobody was there yet.
  public var attempt: Int?
  /// The task.
  public var task: TaskRow
  /// What was reached of its points.
  public var points: Int
  /// How it stands; its `seen` and `cost` are left out.
  public var pass: PassRow

  /// A row.
  public init(pod: PodRow, attempt: Int?, task: TaskRow, points: Int, pass: PassRow) {
    self.pod = pod
    self.attempt = attempt
    self.task = task
    self.points = points
    self.pass = pass
  }
}
