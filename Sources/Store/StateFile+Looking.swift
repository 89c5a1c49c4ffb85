import Glibc

extension StateFile {
  /// Reads a file as it is at one moment, whether or not a process has it open; that one is not held
  /// up. Nothing in it changes: one of an earlier version, or that may not be written, is copied into
  /// memory for that.
  public static func look<Result: Sendable>(
    at name: String, _ body: (Reading) throws(StoreFault) -> Result
  ) throws(StoreFault) -> Result {
    if let copy = try copy(of: name) {
      defer { copy.close() }
      return try copy.transaction("BEGIN") { () throws(StoreFault) in
        try body(Reading(database: copy))
      }
    }
    do throws(StoreFault) {
      let file = try StateFile(name)
      defer { file.close() }
      return try file.read(body)
    } catch {
      guard error == .inUse else { throw error }
      return try lookBeside(name, body)
    }
  }

  /// A copy in memory of what could not be opened without a change; nil for all else.
  private static func copy(of name: String) throws(StoreFault) -> Database? {
    guard let header = OwnerLock.header(of: name), case .state = header.kind,
      let path = try? OwnerLock.path(of: name)
    else { return nil }
    let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? "."
    let isFixed = access(path, W_OK) != 0 || access(folder, W_OK) != 0
    // What waits beside a file that may not be written cannot be read.
    let isReadable = !FileHeader.has("-wal", beside: path)
    guard header.version < Schema.version || isFixed, isReadable || !isFixed else { return nil }
    let copy = try Database(copying: path, isFixed: isFixed)
    try copy.check()
    try Schema.bringUp(copy)
    return copy
  }

  /// The same while another process has it open.
  private static func lookBeside<Result: Sendable>(
    _ name: String, _ body: (Reading) throws(StoreFault) -> Result
  ) throws(StoreFault) -> Result {
    let database = try Database(OwnerLock.path(of: name))
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
