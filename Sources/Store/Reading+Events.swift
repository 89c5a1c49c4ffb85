extension Reading {
  private static let columns = """
    id, pod, attempt, n, time, host, visit, user, event, command, error, line
    """

  private static func event(_ row: Statement) -> EventRow {
    EventRow(
      pod: Int(row.number(1)), attempt: Int(row.number(2)), number: Int(row.number(3)),
      time: row.time(4), host: row.text(5), visit: row.numberIfAny(6).map { Int($0) },
      user: row.textIfAny(7), event: row.text(8), command: row.textIfAny(9),
      error: row.textIfAny(10), line: row.text(11))
  }

  /// What happened in a pod, or in all, in order.
  ///
  /// - Parameters:
  ///   - last: where another reading of the same pods ended; 0 for the beginning.
  ///   - limit: most events at once.
  /// - Returns: the events, and where the next reading goes on.
  public func events(
    of pod: Int? = nil, after last: Int64 = 0, limit: Int
  ) throws(StoreFault) -> (events: [EventRow], last: Int64) {
    let row = { (row: Statement) in (row.number(0), Self.event(row)) }
    let rows =
      if let pod {
        try database.rows(
          """
          SELECT \(Self.columns) FROM events INDEXED BY events_of_pod
          WHERE pod = ? AND id > ? ORDER BY id LIMIT ?
          """, Value(pod), .number(last), Value(limit), as: row)
      } else {
        try database.rows(
          "SELECT \(Self.columns) FROM events WHERE id > ? ORDER BY id LIMIT ?", .number(last),
          Value(limit), as: row)
      }
    return (rows.map(\.1), rows.last?.0 ?? last)
  }

  /// The last event of a pod and its latest visit, by their numbers: those to come go on from there.
  /// Both are 0 where nothing happened yet.
  public func lastNumbers(of pod: Int) throws(StoreFault) -> (event: Int, visit: Int) {
    // Visits are numbered as they begin. Whoever is still there and did nothing in so many events
    // will be another visit.
    let rows = try database.rows(
      """
      SELECT n, visit FROM events INDEXED BY events_of_pod WHERE pod = ?
      ORDER BY attempt DESC, id DESC LIMIT 500
      """, Value(pod)
    ) { row in (Int(row.number(0)), Int(row.number(1))) }
    // Whatever a damaged file says, there is room to count on.
    let possible = 0...Int.max / 2
    return (
      (rows.first?.0 ?? 0).clamped(to: possible), (rows.map(\.1).max() ?? 0).clamped(to: possible)
    )
  }

  /// How each pod stands, by their numbers.
  public func status() throws(StoreFault) -> [PodStatus] {
    var all: [PodStatus] = []
    for pod in try pods() { all.append(try status(of: pod)) }
    return all
  }

  private func status(of pod: PodRow) throws(StoreFault) -> PodStatus {
    let number = Value(pod.pod)
    let live = try database.number(
      "SELECT number FROM attempts WHERE pod = ? AND name IS NULL AND ended IS NULL", number)
    let attempt = Value(live ?? 0)
    let command = try database.rows(
      """
      SELECT \(Self.columns) FROM events INDEXED BY commands
      WHERE pod = ? AND attempt = ? AND command IS NOT NULL ORDER BY id DESC LIMIT 1
      """, number, attempt, as: Self.event)
    let error = try database.rows(
      """
      SELECT \(Self.columns) FROM events WHERE id =
        (SELECT max(id) FROM events INDEXED BY errors
         WHERE pod = ? AND attempt = ? AND error IS NOT NULL)
      """, number, attempt, as: Self.event
    ).first
    let count = try database.number(
      """
      SELECT count(*) FROM events INDEXED BY errors
      WHERE pod = ? AND attempt = ? AND error = ? AND error IS NOT NULL
      """, number, attempt, Value(error?.error))
    let time = try database.rows(
      """
      SELECT time FROM events INDEXED BY events_of_pod WHERE pod = ? AND attempt = ?
      AND event NOT IN ('restored', 'injected', 'passed') ORDER BY id DESC LIMIT 1
      """, number, attempt
    ) { $0.time(0) }.first
    return PodStatus(
      pod: pod, attempt: live.map { Int($0) }, lastCommand: command.first, lastError: error,
      lastErrorCount: Int(count ?? 0), lastEvent: time)
  }

  /// The errors said since a time, in milliseconds since 1970; the most frequent first.
  public func errors(since time: Int64) throws(StoreFault) -> [ErrorCount] {
    let values = try commonValues(since: time)
    return try database.rows(
      """
      SELECT error, count(*), count(DISTINCT pod) FROM events INDEXED BY errors_by_time
      WHERE time >= ? AND error IS NOT NULL GROUP BY error ORDER BY 2 DESC, error
      """, .number(time)
    ) { row in
      ErrorCount(
        error: row.text(0), count: Int(row.number(1)), pods: Int(row.number(2)),
        values: values[row.text(0)] ?? [:])
    }
  }

  /// What all sayings of an error since then have in their braces, by error and name.
  private func commonValues(since time: Int64) throws(StoreFault) -> [String: [String: String]] {
    // Whoever changed the file by hand may have left a line that is no JSON.
    try database.rows(
      """
      SELECT error, said.key, min(said.value)
      FROM events INDEXED BY errors_by_time, json_each(
        CASE WHEN json_valid(line) THEN line ELSE '{}' END, '$.values') AS said
      WHERE time >= ? AND error IS NOT NULL
      GROUP BY error, said.key HAVING min(said.value) = max(said.value)
      """, .number(time)
    ) { row in (row.text(0), row.text(1), row.text(2)) }
    .reduce(into: [:]) { $0[$1.0, default: [:]][$1.1] = $1.2 }
  }
}

extension Int {
  fileprivate func clamped(to range: ClosedRange<Int>) -> Int {
    Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}
