import Lab
import YAML

/// Reads tasks, and knows what there is in the lab they are for.
///
/// Texts keep their words with dollar signs; they are judged with each value these may have.
struct TaskReader {
  /// The most tasks a set may have.
  static let mostTasks = 100
  /// The most hints a task may have.
  static let mostHints = 10
  /// The most points a task may be worth.
  static let mostPoints = 1_000
  /// The most variables, and the most values of one.
  static let mostVariables = (count: 32, values: 64)

  /// The machines of the lab: appliances by host name, and PC1.
  let machines: [String]
  /// The machine of a check that names none; nil if the lab has no cms1a and nothing else is said.
  private(set) var defaultMachine: String?
  let variables: [String: [String]]
  /// A filling for each value that a variable may have, one at least.
  let samples: [Filling]
  private let tell: LabTask.Tell
  /// What has to be so for each task, by its id, for conditions that it is.
  private(set) var checks: [String: Field] = [:]

  /// The set in a file's fields, in a lab with those machines.
  static func set(
    _ lesson: TaskFields, name: String, source: [UInt8], in lab: WorldOutline
  ) throws(YAMLError) -> TaskSet {
    let variables = try lesson.variables.map(variables) ?? [:]
    var reader = TaskReader(
      lab, variables: variables, tell: try lesson.tell?.word() ?? .fact)
    if let on = lesson.on { reader.defaultMachine = try reader.machine(on) }
    reader.checks = try reader.checks(in: lesson.tasks)
    var set = TaskSet(
      name: name,
      title: try lesson.title.map { (field) throws(YAMLError) in
        try reader.text(field, .line)
      } ?? lesson.fallbackTitle,
      briefing: try lesson.briefing.map { (field) throws(YAMLError) in
        try reader.text(field, .prose)
      },
      tasks: try reader.tasks(lesson.tasks),
      solve: try lesson.solve.map(reader.path), scenario: lesson.scenario, variables: variables,
      source: source)
    set.solveOrigin = lesson.solve?.origin
    return set
  }

  private init(_ lab: WorldOutline, variables: [String: [String]], tell: LabTask.Tell) {
    machines = lab.appliances.map(\.hostname) + [lab.workstation.hostname]
    defaultMachine = machines.contains("cms1a") ? "cms1a" : nil
    self.variables = variables
    self.tell = tell
    let first = variables.compactMapValues(\.first)
      .merging(["pod": "\(lab.pod)", "name": "trainee"]) { $1 }
    samples =
      [Filling(first)]
      + variables.flatMap { (name, pool) in
        pool.dropFirst().map { Filling(first.merging([name: $0]) { $1 }) }
      }
  }

  // MARK: - Tasks

  private func tasks(_ field: Field) throws(YAMLError) -> [LabTask] {
    var tasks: [LabTask] = []
    for field in try field.list(atMost: Self.mostTasks) {
      let task = try task(field)
      // Grades have a column of each, and where they are read, case may not count.
      if let other = tasks.first(where: { $0.id.lowercased() == task.id.lowercased() }) {
        throw try Fields(field, keys: TaskKey.self).required(.id).refused(
          other.id == task.id
            ? "there is a task of this id already"
            : "there is a task \(other.id) already, which differs in case only")
      }
      tasks.append(task)
    }
    guard !tasks.isEmpty else { throw field.refused("there is no task") }
    return tasks
  }

  private func checks(in field: Field) throws(YAMLError) -> [String: Field] {
    var checks: [String: Field] = [:]
    for field in try field.list(atMost: Self.mostTasks) {
      let fields = try Fields(field, keys: TaskKey.self)
      checks[try plain(fields.required(.id), .id)] = try fields.required(.check)
    }
    return checks
  }

  private func task(_ field: Field) throws(YAMLError) -> LabTask {
    let fields = try Fields(field, keys: TaskKey.self)
    let id = try plain(fields.required(.id), .id)
    let points = try fields[.points]?.integer(in: 0...Self.mostPoints) ?? 1
    var task = LabTask(
      id: id, title: try optional(fields[.title], .line) ?? id,
      text: try text(fields.required(.text), .prose),
      check: try check(fields.required(.check), of: id),
      pass: try optional(fields[.pass], .prose), fail: try optional(fields[.fail], .prose),
      hints: try fields[.hints].map { (field) throws(YAMLError) in
        try hints(field, points: points)
      } ?? [],
      points: points, solve: try fields[.solve].map(path),
      mustHold: try fields[.must]?.word(of: Must.self) == .hold,
      tell: try fields[.tell]?.word() ?? tell)
    task.origin = field.origin
    task.solveOrigin = fields[.solve]?.origin
    return task
  }

  private enum Must: String, CaseIterable { case hold }

  private func hints(_ field: Field, points: Int) throws(YAMLError) -> [LabTask.Hint] {
    var hints: [LabTask.Hint] = []
    for field in try field.list(atMost: Self.mostHints) {
      guard field.isMapping else {
        hints.append(LabTask.Hint(try text(field, .prose)))
        continue
      }
      let fields = try Fields(field, keys: HintKey.self)
      let words = try text(fields.required(.text), .prose)
      let cost = try fields[.cost]?.integer(in: 0...Self.mostPoints) ?? 0
      let left = points - hints.reduce(0) { $0 + $1.cost }
      guard cost <= left else {
        throw (fields[.cost] ?? field).refused(
          "the hints cost more than the task's \(points) \(points == 1 ? "point" : "points")")
      }
      hints.append(LabTask.Hint(words, cost: cost))
    }
    return hints
  }
}
