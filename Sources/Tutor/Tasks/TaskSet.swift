/// The tasks of a lab, in the order in which they are best done.
public struct TaskSet: Sendable {
  /// What `--tasks` calls it.
  public let name: String
  /// What it is called in a heading.
  public let title: String
  /// What a trainee is told before the first task; nil for nothing.
  public let briefing: String?
  /// The tasks, each with an id of its own.
  public let tasks: [LabTask]
  /// The transcript that solves them all; nil if each has its own.
  public let solve: String?

  /// Those tasks under that name.
  public init(
    name: String, title: String, briefing: String? = nil, tasks: [LabTask], solve: String? = nil
  ) {
    self.name = name
    self.title = title
    self.briefing = briefing
    self.tasks = tasks
    self.solve = solve
  }

  /// The task of that id; nil if there is none.
  public subscript(id: String) -> LabTask? { tasks.first { $0.id == id } }

  /// What all tasks together are worth.
  public var points: Int { tasks.reduce(0) { $0 + $1.points } }
}
