extension Writing {
  /// Takes a snapshot of a pod's live attempt: a copy of all that is kept of it.
  ///
  /// Throws ``StoreFault/exists`` where the pod has one of that name, ``StoreFault/absent`` where it
  /// has no live attempt.
  ///
  /// - Parameter now: the real time, in milliseconds since 1970.
  @discardableResult
  public func takeSnapshot(
    _ name: String, of pod: Int, now: Int64
  ) throws(StoreFault) -> AttemptRow {
    guard let live = try reading.liveAttempt(of: pod) else { throw .absent }
    let copy = try insert(live.origin, pod: pod, number: live.number, name: name, now: now)
    try copyWorld(of: live.id, to: copy.id)
    return copy
  }

  /// Begins an attempt that goes on where a snapshot of the pod was taken; the live one ends, as
  /// `restored`. The snapshot stays.
  ///
  /// Throws ``StoreFault/absent`` where there is none of that name.
  ///
  /// - Parameter now: the real time, in milliseconds since 1970.
  @discardableResult
  public func restore(_ name: String, in pod: Int, now: Int64) throws(StoreFault) -> AttemptRow {
    guard let snapshot = try reading.snapshots(of: pod).first(where: { $0.name == name }) else {
      throw .absent
    }
    let attempt = try add(snapshot.origin, to: pod, why: "restored", now: now)
    try copyWorld(of: snapshot.id, to: attempt.id)
    return attempt
  }

  /// Takes a snapshot away, if it is there.
  public func removeSnapshot(_ name: String, of pod: Int) throws(StoreFault) {
    try database.run("DELETE FROM attempts WHERE pod = ? AND name = ?", Value(pod), .text(name))
  }

  private func copyWorld(of source: Int64, to copy: Int64) throws(StoreFault) {
    try database.run(
      """
      INSERT INTO machines(attempt, name, kind)
      SELECT ?, name, kind FROM machines WHERE attempt = ? ORDER BY id
      """, .number(copy), .number(source))
    try database.run(
      """
      INSERT INTO files(machine, name, contents, modified, mode)
      SELECT new.id, files.name, contents, modified, mode
      FROM machines old JOIN machines new ON new.attempt = ? AND new.name = old.name
      JOIN files ON files.machine = old.id WHERE old.attempt = ? ORDER BY files.id
      """, .number(copy), .number(source))
    try database.run(
      """
      INSERT INTO settings(machine, name, value)
      SELECT new.id, settings.name, value
      FROM machines old JOIN machines new ON new.attempt = ? AND new.name = old.name
      JOIN settings ON settings.machine = old.id WHERE old.attempt = ?
      """, .number(copy), .number(source))
    try database.run(
      """
      INSERT INTO accounts(attempt, name, password, role)
      SELECT ?, name, password, role FROM accounts WHERE attempt = ? ORDER BY id
      """, .number(copy), .number(source))
    try database.run(
      """
      INSERT INTO requests SELECT ?, id, template, who, outcome, reason, detail, certificate
      FROM requests WHERE attempt = ?
      """, .number(copy), .number(source))
    try database.run(
      """
      INSERT INTO tasks(attempt, place, task, title, points)
      SELECT ?, place, task, title, points FROM tasks WHERE attempt = ?
      """, .number(copy), .number(source))
    try database.run(
      """
      INSERT INTO passes
      SELECT ?, task, seen, hints, cost, tries, first, last, passed, event
      FROM passes WHERE attempt = ?
      """, .number(copy), .number(source))
  }
}
