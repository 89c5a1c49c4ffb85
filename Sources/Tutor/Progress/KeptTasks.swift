package import Lab
package import Store

extension AttemptRow.Origin.Tasks {
  /// A set; for nil that there is to be none.
  package init(_ set: TaskSet?) {
    self.init(
      name: set?.name ?? "", source: set.map { String(decoding: $0.source, as: UTF8.self) } ?? "")
  }

  /// The set as it was kept; nil if there is to be none.
  ///
  /// - Parameter scenario: the one its lab was begun as.
  package func set(in scenario: Scenario?) throws(TaskSetError) -> TaskSet? {
    guard !name.isEmpty else { return nil }
    return try TaskSet(name: name, source: Array(source.utf8)) { _ in scenario }
  }

  /// The same, read only if that has to be now.
  package func planned(in scenario: Scenario?) throws(TaskSetError) -> PlannedTasks? {
    if scenario == nil, let tasks = PlannedTasks.ofPage(named: name, reading: source) {
      return tasks
    }
    return try set(in: scenario).map(PlannedTasks.init)
  }
}

extension TaskSet {
  /// The rows of a pod's tasks; nobody's name is in them.
  ///
  /// - Parameter pod: nil for pods that nobody was in yet.
  package func rows(for pod: Int?) -> [TaskRow] {
    let set = pod.map { filled(for: Trainee(pod: $0)) } ?? self
    return set.tasks.map { TaskRow(task: $0.id, title: $0.title, points: $0.points) }
  }

  /// The rows for pods that nobody was in yet: by pod where what tasks are called hangs on it, else for
  /// all of them, under nil.
  package func rowsToCome(in pods: [Int]) -> [Int?: [TaskRow]] {
    guard tasks.contains(where: { $0.title.contains("$") }) else { return [nil: rows(for: nil)] }
    return Dictionary(pods.map { ($0, rows(for: $0)) }) { first, _ in first }
  }
}
