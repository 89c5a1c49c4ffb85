import Glibc

extension Writing {
  /// Takes away what tells of people: names, addresses and all events, which have typed lines, of a
  /// pod or of all. Files, attempts and passwords stay. See ``StateFile/forget(_:)``.
  func forget(_ pod: Int?) throws(StoreFault) {
    let pods = "pod = ifnull(?, pod)"
    try database.run("DELETE FROM events WHERE \(pods)", Value(pod.map(Int64.init)))
    try database.run(
      "UPDATE pods SET id = NULL, last_name = NULL, first_name = NULL, email = NULL WHERE \(pods)",
      Value(pod.map(Int64.init)))
  }
}

extension Database {
  /// Writes the whole file anew, without what was ever deleted from it, and empties what is beside it.
  func scrub() throws(StoreFault) {
    try run("VACUUM")
    // Nobody may read the old pages any more. The file's own checkpoints, which so many pages set off,
    // are over in a moment; another program may go on.
    for _ in 1...Self.tries {
      if try number("PRAGMA wal_checkpoint(TRUNCATE)") == 0 { return }
      usleep(10_000)
    }
    throw .busy
  }

  /// Two seconds.
  private static let tries = 200
}
