extension Writing {
  /// Begins an attempt of a pod, which is added if it is not there. One that is live ends with it.
  ///
  /// - Parameters:
  ///   - why: why the live one ends, such as `fresh` or `reset`.
  ///   - now: the real time, in milliseconds since 1970.
  @discardableResult
  public func begin(
    _ origin: AttemptRow.Origin, with world: WorldRows, in pod: Int, why: String, now: Int64
  ) throws(StoreFault) -> AttemptRow {
    let attempt = try add(origin, to: pod, why: why, now: now)
    try fill(attempt.id, with: world)
    return attempt
  }

  /// An attempt without anything in it.
  func add(
    _ origin: AttemptRow.Origin, to pod: Int, why: String, now: Int64
  ) throws(StoreFault) -> AttemptRow {
    try database.run("INSERT OR IGNORE INTO pods(pod) VALUES(?)", Value(pod))
    try database.run(
      "UPDATE attempts SET ended = ?, why = ? WHERE pod = ? AND name IS NULL AND ended IS NULL",
      .number(now), .text(why), Value(pod))
    let last = try database.number(
      "SELECT max(number) FROM attempts WHERE pod = ? AND name IS NULL", Value(pod))
    let (next, isTooMuch) = Int(last ?? 0).addingReportingOverflow(1)
    guard !isTooMuch else { throw .damaged("no number is left for an attempt") }
    return try insert(origin, pod: pod, number: next, name: nil, now: now)
  }

  /// An attempt or snapshot without anything in it.
  func insert(
    _ origin: AttemptRow.Origin, pod: Int, number: Int, name: String?, now: Int64
  ) throws(StoreFault) -> AttemptRow {
    try database.run(
      """
      INSERT INTO attempts(
        pod, number, name, begun, scenario, world, release, clock, tasks, tasks_source)
      VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, Value(pod), Value(number), Value(name), .number(now), .text(origin.scenario),
      .text(origin.world), .text(origin.release), Value(origin.clock), Value(origin.tasks?.name),
      Value(origin.tasks?.source))
    return AttemptRow(
      id: database.lastID, pod: pod, number: number, name: name, begun: now, ended: nil, why: nil,
      origin: origin)
  }

  private func fill(_ attempt: Int64, with world: WorldRows) throws(StoreFault) {
    for machine in world.machines {
      try database.run(
        "INSERT INTO machines(attempt, name, kind) VALUES(?, ?, ?)", .number(attempt),
        .text(machine.name), .text(machine.kind.rawValue))
      let id = database.lastID
      for file in machine.files { try put(file, on: id) }
      for (name, value) in machine.settings { try set(name, to: value, on: id) }
    }
    for account in world.accounts { try put(account, in: attempt) }
    for request in world.requests { try put(request, in: attempt, keeping: .max) }
    try setTasks(world.tasks, of: attempt)
    for pass in world.passes { try put(pass, in: attempt) }
  }
}
