extension Reading {
  /// The last events of an attempt, the oldest first.
  ///
  /// - Parameters:
  ///   - attempt: the attempt's number in its pod.
  ///   - limit: how many there are at most.
  ///   - hasSaid: whether what was said is among them.
  public func lastEvents(
    of pod: Int, attempt: Int, limit: Int, hasSaid: Bool = false
  ) throws(StoreFault) -> [EventRow] {
    try database.rows(
      """
      SELECT n, time, host, visit, user, event, command, line FROM events
      WHERE pod = ? AND attempt = ? AND event <> ? ORDER BY id DESC LIMIT ?
      """, Value(pod), Value(attempt), .text(hasSaid ? "" : "said"), Value(limit)
    ) { row in
      EventRow(
        pod: pod, attempt: attempt, number: Int(row.number(0)), time: row.time(1),
        host: row.text(2), visit: row.numberIfAny(3).map(Int.init), user: row.textIfAny(4),
        event: row.text(5), command: row.textIfAny(6), line: row.text(7))
    }.reversed()
  }
}
