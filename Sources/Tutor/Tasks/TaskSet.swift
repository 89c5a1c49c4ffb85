import YAML

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
  /// The scenario whose lab it is for, by its name, or a file beside the set's own; nil for the lab
  /// of the page.
  public let scenario: String?
  /// The values that words with a dollar sign stand for, of which each trainee has one; empty once
  /// they are filled in.
  public let variables: [String: [String]]
  /// The bytes it was read from; empty for what was not read.
  public let source: [UInt8]
  /// Where a file names what solves them all.
  var solveOrigin: Origin?
  /// Whether the values of a trainee are filled in.
  var isFilled = false

  /// Those tasks under that name.
  public init(
    name: String, title: String, briefing: String? = nil, tasks: [LabTask], solve: String? = nil,
    scenario: String? = nil, variables: [String: [String]] = [:], source: [UInt8] = []
  ) {
    self.name = name
    self.title = title
    self.briefing = briefing
    self.tasks = tasks
    self.solve = solve
    self.scenario = scenario
    self.variables = variables
    self.source = source
  }

  /// The task of that id; nil if there is none.
  public subscript(id: String) -> LabTask? { tasks.first { $0.id == id } }

  /// What all tasks together are worth.
  public var points: Int { tasks.reduce(0) { $0 + $1.points } }
}
