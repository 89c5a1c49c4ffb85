extension Reading {
  /// The numbers of a pod's last event and visit; 0 for none.
  public func lastNumbers(of pod: Int) throws(StoreFault) -> (event: Int, visit: Int) {
    // Both in the order of an index, however much has happened.
    guard
      let attempt = try database.number(
        "SELECT max(attempt) FROM events WHERE pod = ?", Value(pod)),
      let event = try database.number(
        "SELECT n FROM events WHERE pod = ? AND attempt = ? ORDER BY id DESC LIMIT 1", Value(pod),
        .number(attempt))
    else { return (0, 0) }
    return (Int(event), Int(try lastVisit(of: pod, before: attempt) ?? 0))
  }

  /// Visits that begin at the same time may be written in any order.
  private func lastVisit(
    of pod: Int, before attempt: Int64
  ) throws(StoreFault) -> Int64? {
    for attempt in stride(from: attempt, to: 0, by: -1) {
      let visit = try database.number(
        """
        SELECT max(visit) FROM (
          SELECT visit FROM events
          WHERE pod = ? AND attempt = ? AND event = 'begun' ORDER BY id DESC LIMIT 32)
        """, Value(pod), .number(attempt))
      if let visit { return visit }
    }
    return nil
  }
}
