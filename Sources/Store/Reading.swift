/// A state file as it is at one moment; for use inside ``StateFile/read(_:)`` only.
public struct Reading {
  let database: Database

  /// A value that belongs to the whole file; nil if there is none of that name.
  public func meta(_ key: String) throws(StoreFault) -> String? {
    try database.text("SELECT value FROM meta WHERE key = ?", .text(key))
  }

  /// All pods, by their numbers.
  public func pods() throws(StoreFault) -> [PodRow] {
    try database.rows(
      "SELECT pod, id, last_name, first_name, email, password FROM pods ORDER BY pod"
    ) { row in
      PodRow(
        pod: Int(row.number(0)), id: row.textIfAny(1), lastName: row.textIfAny(2),
        firstName: row.textIfAny(3), email: row.textIfAny(4), password: row.textIfAny(5))
    }
  }

  /// All attempts and snapshots of a pod, in order of making.
  public func attempts(of pod: Int) throws(StoreFault) -> [AttemptRow] {
    try attempts(of: pod, where: "true")
  }

  private func attempts(
    of pod: Int, where condition: String
  ) throws(StoreFault) -> [AttemptRow] {
    try database.rows(
      """
      SELECT id, pod, number, name, begun, ended, why, scenario, world, release, clock, tasks,
        tasks_source
      FROM attempts WHERE pod = ? AND \(condition) ORDER BY id
      """, Value(pod)
    ) { row in
      AttemptRow(
        id: row.number(0), pod: Int(row.number(1)), number: Int(row.number(2)),
        name: row.textIfAny(3), begun: row.number(4), ended: row.numberIfAny(5),
        why: row.textIfAny(6),
        origin: AttemptRow.Origin(
          scenario: row.text(7), world: row.text(8), release: row.text(9),
          clock: row.textIfAny(10),
          tasks: row.textIfAny(11).map {
            AttemptRow.Origin.Tasks(name: $0, source: row.text(12))
          }))
    }
  }

  /// The snapshots of a pod, in order of taking.
  public func snapshots(of pod: Int) throws(StoreFault) -> [AttemptRow] {
    try attempts(of: pod, where: "name IS NOT NULL")
  }

  /// The attempt that somebody works in; nil if the pod has none yet.
  public func liveAttempt(of pod: Int) throws(StoreFault) -> AttemptRow? {
    try attempts(of: pod, where: "name IS NULL AND ended IS NULL").last
  }

  /// The machines of an attempt, in order.
  public func machines(of attempt: Int64) throws(StoreFault) -> [MachineRow] {
    let rows = try database.rows(
      "SELECT id, name, kind FROM machines WHERE attempt = ? ORDER BY id", .number(attempt)
    ) { row in
      MachineRow.Kind(rawValue: row.text(2)).map {
        MachineRow(id: row.number(0), name: row.text(1), kind: $0)
      }
    }
    // A world without a machine would go on as if it had never had any.
    guard !rows.contains(nil) else { throw .damaged("a machine is of no known kind") }
    return rows.compactMap(\.self)
  }

  /// All that is kept of an attempt's world.
  public func world(of attempt: Int64) throws(StoreFault) -> WorldRows {
    var machines: [WorldRows.Machine] = []
    for machine in try self.machines(of: attempt) {
      machines.append(
        WorldRows.Machine(
          name: machine.name, kind: machine.kind, files: try files(of: machine.id),
          settings: try settings(of: machine.id)))
    }
    return WorldRows(
      machines: machines, accounts: try accounts(of: attempt), requests: try requests(of: attempt),
      tasks: try tasks(of: attempt), passes: try passes(of: attempt))
  }

  /// The files of a machine, in order of creation.
  public func files(of machine: Int64) throws(StoreFault) -> [FileRow] {
    try database.rows(
      "SELECT name, contents, modified, mode FROM files WHERE machine = ? ORDER BY id",
      .number(machine)
    ) { row in
      FileRow(
        name: row.text(0), contents: row.bytesIfAny(1), modified: row.time(2, partsOfSecond: 1),
        mode: UInt16(truncatingIfNeeded: row.number(3)))
    }
  }

  /// The settings of a machine by their names.
  public func settings(of machine: Int64) throws(StoreFault) -> [String: String] {
    let rows = try database.rows(
      "SELECT name, value FROM settings WHERE machine = ?", .number(machine)
    ) { row in (row.text(0), row.text(1)) }
    return Dictionary(rows) { first, _ in first }
  }

  /// Who may log in to the appliances of an attempt, in order.
  public func accounts(of attempt: Int64) throws(StoreFault) -> [AccountRow] {
    try database.rows(
      "SELECT name, password, role FROM accounts WHERE attempt = ? ORDER BY id", .number(attempt)
    ) { row in AccountRow(name: row.text(0), password: row.text(1), role: row.text(2)) }
  }

  /// What became of an attempt's requests, by their numbers.
  public func requests(of attempt: Int64) throws(StoreFault) -> [RequestRow] {
    try database.rows(
      """
      SELECT id, template, who, outcome, reason, detail, certificate
      FROM requests WHERE attempt = ? ORDER BY id
      """, .number(attempt)
    ) { row in
      RequestRow(
        id: Int(row.number(0)), template: row.textIfAny(1), who: row.textIfAny(2),
        outcome: row.text(3), reason: row.textIfAny(4), detail: row.textIfAny(5),
        certificate: row.bytesIfAny(6))
    }
  }
}

extension Statement {
  /// A time of the row in parts of a second since 1970. Whatever a damaged file says, it is one that a
  /// calendar shows, in the years 1 to 9999, and can be reckoned with.
  func time(_ column: Int32, partsOfSecond: Int64 = 1_000) -> Int64 {
    let (first, last): (Int64, Int64) = (-62_135_596_800, 253_402_300_799)
    return min(max(number(column), first * partsOfSecond), last * partsOfSecond)
  }
}
