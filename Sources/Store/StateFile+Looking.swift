import Glibc

extension StateFile {
  /// Reads a file as it is at one moment, whether or not a process has it open; that one is not held
  /// up. Nothing in it changes, but one of an earlier version that nobody has open is brought to the
  /// present one.
  public static func look<Result: Sendable>(
    at name: String, _ body: (Reading) throws(StoreFault) -> Result
  ) throws(StoreFault) -> Result {
    do throws(StoreFault) {
      let file = try StateFile(name)
      defer { file.close() }
      return try file.read(body)
    } catch {
      guard error == .inUse else { throw error }
      return try lookBeside(name, body)
    }
  }

  /// The same while another process has it open.
  private static func lookBeside<Result: Sendable>(
    _ name: String, _ body: (Reading) throws(StoreFault) -> Result
  ) throws(StoreFault) -> Result {
    let database = try Database(name)
    defer { database.close() }
    let version = try Schema.version(of: database)
    guard version <= Schema.version else { throw .newer(version: version) }
    // Its owner is an earlier mmp.
    guard version == Schema.version else { throw .inUse }
    try database.execute("PRAGMA query_only = ON")
    return try database.transaction("BEGIN") { () throws(StoreFault) in
      try body(Reading(database: database))
    }
  }
}
