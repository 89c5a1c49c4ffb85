extension Database {
  /// Sets how it works; docs/state.md says why.
  ///
  /// - Parameter waitsForDisk: whether a log that is begun waits until the disk has its start, so that
  ///   a power failure leaves all before the last moments; else ``waitForDisk()`` says from when on.
  func prepare(waitsForDisk: Bool = true) throws(StoreFault) {
    guard try text("PRAGMA journal_mode = WAL") == "wal" else { throw .noLocks }
    try execute(
      """
      PRAGMA wal_autocheckpoint = 0;
      PRAGMA journal_size_limit = 8388608;
      PRAGMA foreign_keys = ON;
      PRAGMA secure_delete = ON;
      PRAGMA temp_store = MEMORY;
      PRAGMA cache_size = -1000;
      """)
    if waitsForDisk { try waitForDisk() }
  }

  /// Waits for the disk from now on where a log begins and where one is put into the file.
  func waitForDisk() throws(StoreFault) { try execute("PRAGMA synchronous = NORMAL") }

  /// Looks through the whole file.
  func check() throws(StoreFault) {
    let found = try text("PRAGMA quick_check(1)") ?? ""
    guard found == "ok" else { throw .damaged(found) }
  }
}
