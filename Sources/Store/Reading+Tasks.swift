extension Reading {
  /// The tasks of an attempt, in order.
  public func tasks(of attempt: Int64) throws(StoreFault) -> [TaskRow] {
    try database.rows(
      "SELECT task, title, points FROM tasks WHERE attempt = ? ORDER BY place", .number(attempt)
    ) { row in TaskRow(task: row.text(0), title: row.text(1), points: row.count(2)) }
  }

  /// How the tasks of an attempt stand of which something happened, by their ids.
  public func passes(of attempt: Int64) throws(StoreFault) -> [PassRow] {
    try database.rows(
      """
      SELECT task, seen, hints, cost, tries, first, last, passed, event
      FROM passes WHERE attempt = ? ORDER BY task
      """, .number(attempt)
    ) { row in
      PassRow(
        task: row.text(0), seen: row.text(1), hints: row.count(2), cost: row.count(3),
        tries: row.count(4), first: row.numberIfAny(5), last: row.numberIfAny(6),
        passed: row.numberIfAny(7), event: row.numberIfAny(8).map { Int($0) })
    }
  }

  /// How the tasks of live attempts stand, by pod; pods without tasks have none.
  public func taskStatus() throws(StoreFault) -> [Int: TaskStatus] {
    let rows = try database.rows(
      """
      SELECT pod, attempt, count(*), count(passed), sum(max_points), sum(points), max(passed)
      FROM grades GROUP BY pod
      """
    ) { row in (0...6).map { row.numberIfAny(Int32($0)) } }
    var status: [Int: TaskStatus] = [:]
    for row in rows {
      guard let pod = row[0] else { continue }
      let isDone = row[2] == row[3]
      let trouble =
        isDone
        ? nil
        : try database.rows(
          """
          SELECT min(time) FROM events INDEXED BY errors
          WHERE pod = ? AND attempt = ? AND error IS NOT NULL AND time > ?
          """, Value(pod), Value(row[1]), Value(row[6] ?? Int64.min)
        ) { $0.numberIfAny(0) }.first
      status[Int(pod)] = TaskStatus(
        all: Int(row[2] ?? 0), done: Int(row[3] ?? 0), maxPoints: Int(row[4] ?? 0),
        points: Int(row[5] ?? 0), troubledSince: trouble ?? nil)
    }
    return status
  }

  /// The tasks of all live attempts and what was reached of their points, by pod and in order.
  public func grades() throws(StoreFault) -> [GradeRow] {
    try database.rows(
      """
      SELECT pod, id, last_name, first_name, email, attempt, task, title, points, max_points,
        hints, tries, first, last, passed, event
      FROM grades
      """
    ) { row in
      GradeRow(
        pod: PodRow(
          pod: Int(row.number(0)), id: row.textIfAny(1), lastName: row.textIfAny(2),
          firstName: row.textIfAny(3), email: row.textIfAny(4)),
        attempt: row.numberIfAny(5).map { Int($0) },
        task: TaskRow(task: row.text(6), title: row.text(7), points: row.count(9)),
        points: row.count(8),
        pass: PassRow(
          task: row.text(6), hints: row.count(10), tries: row.count(11),
          first: row.numberIfAny(12), last: row.numberIfAny(13), passed: row.numberIfAny(14),
          event: row.numberIfAny(15).map { Int($0) }))
    }
  }
}
