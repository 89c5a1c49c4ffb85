private import CSQLite
import Glibc

/// A connection to a database. SQLite is seen in this file and in `Statement` only.
///
/// It belongs to one thread at a time: whoever shares it has a lock for it.
final class Database: @unchecked Sendable {
  private typealias CommitHook =
    @convention(c) (
      UnsafeMutableRawPointer?, OpaquePointer?, UnsafePointer<CChar>?, Int32
    ) -> Int32

  private var connection: OpaquePointer?
  private var committed: ((Int) -> Void)?
  private var statements: [String: Statement] = [:]

  /// Opens a database that is there.
  ///
  /// - Parameter patience: for how many milliseconds whoever finds it in use waits.
  convenience init(_ path: String, patience: Int32 = 2_000) throws(StoreFault) {
    // No file is made where there is none.
    try self.init(path, SQLITE_OPEN_READWRITE, patience: patience)
  }

  /// A database in memory with all that is in one that is there.
  ///
  /// - Parameter isFixed: whether that one may not be written, and nothing waits beside it.
  convenience init(copying path: String, isFixed: Bool) throws(StoreFault) {
    try self.init(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
    let source =
      isFixed
      ? try Database(
        "file:\(Self.escaped(path))?immutable=1", SQLITE_OPEN_READONLY | SQLITE_OPEN_URI)
      : try Database(path)
    defer { source.close() }
    guard let backup = sqlite3_backup_init(connection, "main", source.connection, "main") else {
      throw fault
    }
    let code = sqlite3_backup_step(backup, -1)
    sqlite3_backup_finish(backup)
    guard code == SQLITE_DONE else {
      throw Self.fault(code: code, String(cString: sqlite3_errstr(code)), errno: 0)
    }
  }

  /// A path with the characters that mean something in an address written otherwise.
  private static func escaped(_ path: String) -> String {
    path.unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case "%": text += "%25"
      case "?": text += "%3f"
      case "#": text += "%23"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }

  private init(_ name: String, _ flags: Int32, patience: Int32 = 2_000) throws(StoreFault) {
    var connection: OpaquePointer?
    // No mutex: see above.
    let code = sqlite3_open_v2(name, &connection, flags | SQLITE_OPEN_NOMUTEX, nil)
    guard let connection else { throw .failed(code: code, "no memory") }
    guard code == SQLITE_OK else {
      defer { sqlite3_close(connection) }
      throw Self.fault(of: connection)
    }
    self.connection = connection
    sqlite3_extended_result_codes(connection, 1)
    sqlite3_busy_timeout(connection, patience)
    // What somebody else put into the file is data: it calls no function by itself.
    csqlite_defend(connection)
  }

  deinit { close() }

  /// Closes the connection. The last one of a file puts all into the file and removes what is beside
  /// it.
  func close() {
    for statement in statements.values { statement.finalize() }
    statements = [:]
    sqlite3_close_v2(connection)
    connection = nil
  }

  /// Carries out several statements that have no values; rows are dropped.
  func execute(_ sql: String) throws(StoreFault) {
    guard let connection else { throw .closed }
    guard sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK else { throw fault }
  }

  /// Carries out one statement with its values; rows are dropped.
  func run(_ sql: String, _ values: Value...) throws(StoreFault) {
    let statement = try prepared(sql)
    defer { statement.reset() }
    try statement.bind(values)
    while try statement.step() {}
  }

  /// Carries out one statement for each of several things, with the values of each.
  func run<Thing>(
    _ sql: String, for things: some Sequence<Thing>, values: (Thing) -> [Value]
  ) throws(StoreFault) {
    let statement = try prepared(sql)
    defer { statement.reset() }
    for thing in things {
      statement.rewind()
      try statement.bind(values(thing))
      while try statement.step() {}
    }
  }

  /// The rows of one statement with its values, as `row` reads each.
  func rows<Row>(
    _ sql: String, _ values: Value..., as row: (Statement) -> Row
  ) throws(StoreFault) -> [Row] {
    let statement = try prepared(sql)
    defer { statement.reset() }
    try statement.bind(values)
    var rows: [Row] = []
    while try statement.step() { rows.append(row(statement)) }
    return rows
  }

  /// The first number of the first row; nil if there is none.
  func number(_ sql: String, _ values: Value...) throws(StoreFault) -> Int64? {
    let statement = try prepared(sql)
    defer { statement.reset() }
    try statement.bind(values)
    return try statement.step() ? statement.number(0) : nil
  }

  /// The first text of the first row; nil if there is none.
  func text(_ sql: String, _ values: Value...) throws(StoreFault) -> String? {
    let statement = try prepared(sql)
    defer { statement.reset() }
    try statement.bind(values)
    return try statement.step() ? statement.text(0) : nil
  }

  /// The number that the last row inserted has got.
  var lastID: Int64 { sqlite3_last_insert_rowid(connection) }

  /// How many rows the last statement changed.
  var changes: Int { Int(sqlite3_changes(connection)) }

  /// Does all of `body` or nothing.
  func transaction<Result>(
    _ begin: String, _ body: () throws(StoreFault) -> Result
  ) throws(StoreFault) -> Result {
    try run(begin)
    do throws(StoreFault) {
      let result = try body()
      try run("COMMIT")
      return result
    } catch {
      // The library has rolled back by itself where the disk was full.
      if sqlite3_get_autocommit(connection) == 0 { try? execute("ROLLBACK") }
      throw error
    }
  }

  /// Has somebody told, with each commit, how many pages wait beside the file.
  func onCommit(_ body: @escaping (Int) -> Void) {
    committed = body
    let hook: CommitHook = { database, _, _, pages in
      if let database {
        Unmanaged<Database>.fromOpaque(database).takeUnretainedValue().committed?(Int(pages))
      }
      return SQLITE_OK
    }
    sqlite3_wal_hook(connection, hook, Unmanaged.passUnretained(self).toOpaque())
  }

  /// Puts what waits beside the file into it, as far as no reader needs the old pages. How many pages
  /// waited, and how many of them are in the file.
  ///
  /// - Parameter holdsWriters: whether nobody may commit meanwhile; else nobody waits, and what is
  ///   committed meanwhile is left.
  func checkpoint(
    holdingWriters holdsWriters: Bool = false
  ) throws(StoreFault) -> (waiting: Int, done: Int) {
    var (waiting, done): (Int32, Int32) = (0, 0)
    let mode = holdsWriters ? SQLITE_CHECKPOINT_FULL : SQLITE_CHECKPOINT_PASSIVE
    let code = sqlite3_wal_checkpoint_v2(connection, nil, mode, &waiting, &done)
    // Somebody reads or writes, and what could be done without them is done.
    guard code == SQLITE_OK || code == SQLITE_BUSY else { throw fault }
    return (Int(waiting), Int(done))
  }

  /// The statement, ready for its values. Each is made once.
  private func prepared(_ sql: String) throws(StoreFault) -> Statement {
    guard let connection else { throw .closed }
    if let statement = statements[sql] { return statement }
    var pointer: OpaquePointer?
    guard
      sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &pointer, nil)
        == SQLITE_OK, let pointer
    else { throw fault }
    let statement = Statement(pointer)
    statements[sql] = statement
    return statement
  }

  /// What the last call came to.
  private var fault: StoreFault { Self.fault(of: connection) }

  static func fault(of connection: OpaquePointer?) -> StoreFault {
    let code = sqlite3_extended_errcode(connection)
    let text = String(cString: sqlite3_errmsg(connection))
    let system = sqlite3_system_errno(connection)
    return fault(code: code, text, errno: system == 0 ? csqlite_last_errno(connection) : system)
  }

  /// What a result code of the library means here.
  static func fault(code: Int32, _ text: String, errno system: Int32) -> StoreFault {
    switch code & 0xff {
    case SQLITE_FULL: return .full
    case SQLITE_BUSY, SQLITE_LOCKED: return .busy
    case SQLITE_READONLY: return .readOnly
    case SQLITE_CORRUPT: return .damaged(text)
    case SQLITE_NOTADB: return .damaged(text)
    // The statements are right: it is the tables that are other ones.
    case SQLITE_ERROR: return .damaged(text)
    case SQLITE_CANTOPEN:
      return [EROFS, EACCES, EPERM].contains(system) ? .readOnly : .unavailable(errno: system)
    case SQLITE_CONSTRAINT
    where [csqlite_constraint_unique, csqlite_constraint_primary_key].contains(code):
      return .exists
    case SQLITE_IOERR: return fault(input: code, text, errno: system)
    default: return .failed(code: code, text)
    }
  }

  private static func fault(input code: Int32, _ text: String, errno system: Int32) -> StoreFault {
    if [ENOSPC, EDQUOT, EFBIG].contains(system) { return .full }
    return switch code {
    case csqlite_ioerr_lock, csqlite_ioerr_rdlock, csqlite_ioerr_shmmap, csqlite_ioerr_shmopen,
      csqlite_ioerr_shmlock, csqlite_ioerr_unlock:
      .noLocks
    case csqlite_ioerr_short_read, csqlite_ioerr_corruptfs: .damaged(text)
    default: .failed(code: code, text)
    }
  }
}
