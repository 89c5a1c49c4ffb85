extension Database {
  /// Sets how it works; docs/state.md says why.
  func prepare() throws(StoreFault) {
    guard try text("PRAGMA journal_mode = WAL") == "wal" else { throw .noLocks }
    try execute(
      """
      PRAGMA synchronous = NORMAL;
      PRAGMA wal_autocheckpoint = 0;
      PRAGMA journal_size_limit = 8388608;
      PRAGMA foreign_keys = ON;
      PRAGMA secure_delete = ON;
      PRAGMA temp_store = MEMORY;
      PRAGMA cache_size = -1000;
      """)
  }

  /// Looks through the whole file.
  func check() throws(StoreFault) {
    let found = try text("PRAGMA quick_check(1)") ?? ""
    guard found == "ok" else { throw .damaged(found) }
  }
}
