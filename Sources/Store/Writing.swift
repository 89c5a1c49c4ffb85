/// A state file that is being changed; for use inside ``StateFile/write(_:)`` only.
public struct Writing {
  let database: Database

  /// What is in the file, with what was changed so far.
  public var reading: Reading { Reading(database: database) }

  /// Sets a value that belongs to the whole file; nil takes it away.
  public func setMeta(_ key: String, _ value: String?) throws(StoreFault) {
    guard let value else {
      return try database.run("DELETE FROM meta WHERE key = ?", .text(key))
    }
    try database.run(
      "INSERT INTO meta VALUES(?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
      .text(key), .text(value))
  }

  /// Adds a pod, or has one that is there get these names and this password.
  public func put(_ pod: PodRow) throws(StoreFault) {
    try database.run(
      """
      INSERT INTO pods VALUES(?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
        id = excluded.id, last_name = excluded.last_name, first_name = excluded.first_name,
        email = excluded.email, password = excluded.password
      """, Value(pod.pod), Value(pod.id), Value(pod.lastName), Value(pod.firstName),
      Value(pod.email), Value(pod.password))
  }

  /// Takes a pod away, with all its attempts, snapshots and events.
  public func removePod(_ pod: Int) throws(StoreFault) {
    try database.run("DELETE FROM events WHERE pod = ?", Value(pod))
    try database.run("DELETE FROM pods WHERE pod = ?", Value(pod))
  }

  /// Adds a file or folder, or has one of that name get these contents; it keeps its place.
  public func put(_ file: FileRow, on machine: Int64) throws(StoreFault) {
    try database.run(
      """
      INSERT INTO files(machine, name, contents, modified, mode) VALUES(?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET
        contents = excluded.contents, modified = excluded.modified, mode = excluded.mode
      """, .number(machine), .text(file.name), Value(file.contents), .number(file.modified),
      Value(Int(file.mode)))
  }

  /// Sets the time and the permissions of a file or folder.
  public func setAttributes(
    of name: String, on machine: Int64, modified: Int64, mode: UInt16
  ) throws(StoreFault) {
    try database.run(
      "UPDATE files SET modified = ?, mode = ? WHERE machine = ? AND name = ?", .number(modified),
      Value(Int(mode)), .number(machine), .text(name))
  }

  /// Gives a file or folder another name; it keeps its place. One that has the name already goes.
  /// What is in a folder has names of its own.
  public func rename(
    _ name: String, to newName: String, on machine: Int64
  ) throws(StoreFault) {
    guard name != newName else { return }
    try remove(newName, from: machine)
    try database.run(
      "UPDATE files SET name = ? WHERE machine = ? AND name = ?", .text(newName), .number(machine),
      .text(name))
  }

  /// Takes a file or folder away, if it is there.
  public func remove(_ name: String, from machine: Int64) throws(StoreFault) {
    try database.run(
      "DELETE FROM files WHERE machine = ? AND name = ?", .number(machine), .text(name))
  }

  /// Sets what a machine has of that name; nil takes it away.
  public func set(
    _ name: String, to value: String?, on machine: Int64
  ) throws(StoreFault) {
    guard let value else {
      return try database.run(
        "DELETE FROM settings WHERE machine = ? AND name = ?", .number(machine), .text(name))
    }
    try database.run(
      "INSERT INTO settings VALUES(?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
      .number(machine), .text(name), .text(value))
  }

  /// Adds an account, or has one of that name get this password and role; it keeps its place.
  public func put(_ account: AccountRow, in attempt: Int64) throws(StoreFault) {
    try database.run(
      """
      INSERT INTO accounts(attempt, name, password, role) VALUES(?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET password = excluded.password, role = excluded.role
      """, .number(attempt), .text(account.name), .text(account.password), .text(account.role))
  }

  /// Takes an account away, if it is there.
  public func removeAccount(_ name: String, from attempt: Int64) throws(StoreFault) {
    try database.run(
      "DELETE FROM accounts WHERE attempt = ? AND name = ?", .number(attempt), .text(name))
  }

  /// Keeps what became of a request, and forgets those that are `limit` numbers older.
  public func put(
    _ request: RequestRow, in attempt: Int64, keeping limit: Int = 256
  ) throws(StoreFault) {
    try database.run(
      "REPLACE INTO requests VALUES(?, ?, ?, ?, ?, ?, ?, ?)", .number(attempt), Value(request.id),
      Value(request.template), Value(request.who), .text(request.outcome), Value(request.reason),
      Value(request.detail), Value(request.certificate))
    try database.run(
      "DELETE FROM requests WHERE attempt = ? AND id <= ?", .number(attempt),
      Value(request.id - limit))
  }

  /// Adds what happened, in order.
  public func append(_ events: [EventRow]) throws(StoreFault) {
    try database.run(
      """
      INSERT INTO events(pod, attempt, n, time, host, visit, user, event, command, error, line)
      VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, for: events
    ) { event in
      [
        Value(event.pod), Value(event.attempt), Value(event.number), .number(event.time),
        .text(event.host), Value(event.visit.map(Int64.init)), Value(event.user),
        .text(event.event), Value(event.command), Value(event.error), .text(event.line),
      ]
    }
  }
}
