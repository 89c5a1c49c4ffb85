extension Writing {
  /// Sets what is to be done in an attempt; how its tasks stand stays.
  public func setTasks(_ tasks: [TaskRow], of attempt: Int64) throws(StoreFault) {
    try database.run("DELETE FROM tasks WHERE attempt = ?", .number(attempt))
    try add(tasks, of: attempt, in: nil)
  }

  /// Sets what is to be done in pods that nobody was in yet, in place of what was set before.
  ///
  /// - Parameter tasks: by pod; under nil what is the same in all of them.
  public func setTasksToCome(_ tasks: [Int?: [TaskRow]]) throws(StoreFault) {
    try database.run("DELETE FROM tasks WHERE attempt IS NULL")
    for (pod, tasks) in tasks { try add(tasks, of: nil, in: pod) }
  }

  private func add(_ tasks: [TaskRow], of attempt: Int64?, in pod: Int?) throws(StoreFault) {
    for (place, task) in tasks.enumerated() {
      try database.run(
        "INSERT INTO tasks(attempt, place, task, title, points, pod) VALUES(?, ?, ?, ?, ?, ?)",
        Value(attempt), Value(place), .text(task.task), .text(task.title), Value(task.points),
        Value(pod.map(Int64.init)))
    }
  }

  /// Gives an attempt that was begun without a word about tasks a set of them.
  public func setTasks(
    _ tasks: [TaskRow], of attempt: Int64, from set: AttemptRow.Origin.Tasks
  ) throws(StoreFault) {
    try database.run(
      "UPDATE attempts SET tasks = ?, tasks_source = ? WHERE id = ?", .text(set.name),
      .text(set.source), .number(attempt))
    try setTasks(tasks, of: attempt)
  }

  /// Keeps how a task stands in an attempt that somebody works in; in an earlier one nothing changes
  /// any more.
  public func put(_ pass: PassRow, in attempt: Int64) throws(StoreFault) {
    try database.run(
      """
      REPLACE INTO passes(
        attempt, task, seen, hints, cost, tries, first, last, passed, event)
      SELECT id, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM attempts WHERE id = ? AND ended IS NULL
      """, .text(pass.task), .text(pass.seen), Value(pass.hints), Value(pass.cost),
      Value(pass.tries), Value(pass.first), Value(pass.last), Value(pass.passed),
      Value(pass.event.map(Int64.init)), .number(attempt))
  }
}
