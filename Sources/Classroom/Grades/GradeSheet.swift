package import Store

/// What was reached in a class: the rows of the view `grades`, and forms in which others take them.
package struct GradeSheet: Sendable {
  /// A form of the sheet.
  package enum Form: String, Sendable, CaseIterable {
    /// For the eye: a line a pod, then one a pod and task.
    case table
    /// A line a trainee, with the columns of nbgrader's export.
    case csv
    /// A line a trainee and a column a task, as Moodle's gradebook takes them.
    case moodle
    /// JUnit's XML: a suite a pod, a case a task.
    case junit
  }

  /// A pod with its tasks.
  struct Pod {
    let row: PodRow
    let attempt: Int?
    let tasks: [GradeRow]

    /// What the roster knows the trainee by, else the pod.
    var id: String { row.id ?? "pod\(row.pod)" }
    var done: Int { tasks.count { $0.pass.passed != nil } }
    var points: Int { tasks.reduce(0) { $0 + $1.points } }
    var maxPoints: Int { tasks.reduce(0) { $0 + $1.task.points } }
    var hints: Int { tasks.reduce(0) { $0 + $1.pass.hints } }
    var tries: Int { tasks.reduce(0) { $0 + $1.pass.tries } }
    /// When something was done first, and last, in milliseconds since 1970.
    var first: Int64? { tasks.compactMap(\.pass.first).min() }
    var last: Int64? { tasks.compactMap(\.pass.last).max() }
    /// When the last task was done, in milliseconds since 1970; nil if none is.
    var passed: Int64? { tasks.compactMap(\.pass.passed).max() }
  }

  /// A row a pod and task, by pod and in order of tasks.
  package let rows: [GradeRow]
  /// What the tasks are called together.
  package let assignment: String

  /// What a state file has.
  package init(_ reading: Reading) throws(StoreFault) {
    rows = try Self.named(try reading.grades(), in: reading)
    var name = try reading.meta(Self.assignmentKey)
    if name?.isEmpty != false, let pod = rows.first?.pod.pod {
      name = try reading.liveAttempt(of: pod)?.origin.tasks?.name
    }
    assignment = Self.shortName(of: name ?? "")
  }

  /// Where a class keeps the name of its set of tasks.
  package static let assignmentKey = "class tasks"

  /// The sheet in a form.
  package func text(as form: Form) -> String {
    switch form {
    case .table: table
    case .csv: csv
    case .moodle: moodle
    case .junit: junit
    }
  }

  var pods: [Pod] {
    var pods: [Pod] = []
    var tasks: [GradeRow] = []
    for (index, row) in rows.enumerated() {
      tasks.append(row)
      let isLast = index + 1 == rows.count || rows[index + 1].pod.pod != row.pod.pod
      guard isLast else { continue }
      pods.append(Pod(row: row.pod, attempt: row.attempt, tasks: tasks))
      tasks = []
    }
    return pods
  }

  /// The name of a file without its folder and ending.
  private static func shortName(of name: String) -> String {
    let file = name.split(separator: "/").last ?? ""
    for ending in [".yaml", ".yml"] where file.hasSuffix(ending) && file != ending {
      return String(file.dropLast(ending.count))
    }
    return String(file)
  }
}
