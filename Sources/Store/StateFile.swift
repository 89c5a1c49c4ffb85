import Glibc
import Synchronization

/// A world or a class that lasts: a file with one pod or many, whose tables docs/state.md explains.
///
/// One process has it open at a time; any of its threads may read and write. What a write has done
/// is in the file when the call returns, and stays there if the process is killed; only a power
/// failure may lose the last moments. Others may read the file meanwhile, as `sqlite3` does.
public final class StateFile: Sendable {
  /// The longest path, in bytes, from the root and without links, that SQLite opens with the two
  /// files it keeps beside.
  public static let longestPath = 500

  /// Whether there has to be a file.
  public enum Opening: Sendable {
    /// One that is there, and not empty.
    case existing
    /// One that is there, or an empty one that becomes one.
    case existingOrNew
  }

  /// The file's path from the root, without links; the same for whatever leads there.
  public let path: String
  /// Whether it was made by opening it.
  public let isNew: Bool

  /// Whether the disk is waited for: in a file that is new, once something is in it.
  private let writing: Mutex<Bool>
  private let reading = Mutex(())
  /// Belongs to whoever holds `writing`.
  private let writer: Database
  /// Belongs to whoever holds `reading`. With a connection of its own a long look at a class holds up
  /// no trainee.
  private let reader: Database
  private let checkpoints: Checkpoints
  private let lock: OwnerLock

  /// Opens the file, whose folder must be there, and has it for this process alone.
  ///
  /// A file that is made is for its user only. One of an earlier version is brought to the present
  /// one. One that seems to have lost something, or was not closed, is looked through first.
  public init(_ name: String, _ opening: Opening = .existing) throws(StoreFault) {
    let lock = try OwnerLock(name, creating: opening == .existingOrNew)
    path = lock.path
    self.lock = lock
    do throws(StoreFault) {
      (writer, isNew) = try Self.open(lock, opening)
      writing = Mutex(!isNew)
      reader = try Database(lock.path)
      try reader.prepare()
    } catch {
      lock.discard()
      lock.close()
      throw error == .busy && lock.isOnNetwork ? .noLocks : error
    }
    let checkpoints = Checkpoints(path: lock.path)
    self.checkpoints = checkpoints
    writer.onCommit { checkpoints.note(pages: $0) }
  }

  /// A connection to the locked file, which has the present schema, and whether it is new.
  private static func open(
    _ lock: OwnerLock, _ opening: Opening
  ) throws(StoreFault) -> (Database, Bool) {
    let kind = FileHeader(of: lock.descriptor).kind
    // What was committed last is beside a file that was not closed.
    let hasLog = FileHeader.has("-wal", beside: lock.path)
    let isUnfinished = FileHeader.has("-journal", beside: lock.path)
    switch kind {
    case .foreign: throw .foreign
    case .stump: throw .damaged("the file is cut off")
    case .empty where hasLog: throw .damaged("the file is empty, what belongs to it is not")
    case .state(isWhole: false) where !hasLog && !isUnfinished: throw .damaged("its end is missing")
    case .empty, .state: break
    }
    let database = try Database(lock.path)
    if hasLog { try database.check() }
    // What was never finished making is undone by now.
    let isNew = try Schema.version(of: database) == 0
    if isNew, opening == .existing { throw .damaged("the file is empty") }
    // Whoever waits for a new lab does not wait for the disk with each step to its first moment.
    if isNew { try database.execute("PRAGMA synchronous = OFF") }
    try Schema.bringUp(database)
    try database.prepare(waitsForDisk: !isNew)
    return (database, isNew)
  }

  deinit { close() }

  /// Closes the file: all is in it then, nothing beside it, and others may open it. Whoever reads or
  /// writes later gets ``StoreFault/closed``.
  public func close() {
    checkpoints.end()
    // SQLite leaves what waits beside a file that was moved meanwhile.
    let isMoved = isMoved
    let left = isMoved ? writing.withLock { _ in try? writer.checkpoint() } : nil
    reading.withLock { _ in reader.close() }
    writing.withLock { _ in writer.close() }
    if let left, left.waiting == left.done { lock.clearUp() }
    lock.close()
  }

  /// Closes a file in which nothing was begun, and takes it away again if it was made by opening it.
  public func discard() {
    checkpoints.end()
    reading.withLock { _ in reader.close() }
    writing.withLock { _ in writer.close() }
    lock.discard()
    // On a full disk SQLite cannot put in what waits beside the file, and leaves that.
    lock.clearUp()
    lock.close()
  }

  /// Whether the path leads to this file no more: somebody moved it, or took it away. What is written
  /// waits beside the old path until the file is closed.
  public var isMoved: Bool { lock.isMoved }

  /// Changes the file: all that `body` does, or nothing if it throws. It must not read or write by
  /// another call.
  public func write<Result: Sendable>(
    _ body: (Writing) throws(StoreFault) -> Result
  ) throws(StoreFault) -> Result {
    try writing.withLock { waitsForDisk throws(StoreFault) in
      let result: Result
      do throws(StoreFault) {
        result = try change(body)
      } catch {
        guard error == .full, makesRoom() else { throw error }
        result = try change(body)
      }
      if !waitsForDisk, (try? writer.waitForDisk()) != nil {
        waitsForDisk = true
        lock.sync()
      }
      return result
    }
  }

  /// A transaction of the writer's.
  private func change<Result: Sendable>(
    _ body: (Writing) throws(StoreFault) -> Result
  ) throws(StoreFault) -> Result {
    try writer.transaction("BEGIN IMMEDIATE") { () throws(StoreFault) in
      try body(Writing(database: writer))
    }
  }

  /// Whether all that waits beside the file could be put into it: its room is used again then, so that
  /// on a full disk a file can still be deleted.
  private func makesRoom() -> Bool {
    guard let result = try? writer.checkpoint() else { return false }
    return result.waiting > 0 && result.waiting == result.done
  }

  /// Takes away what tells of people: names, addresses and all events, which have typed lines, of a
  /// pod or of all. Files, attempts and passwords stay.
  ///
  /// It is gone from the file's bytes too, and from what is beside it: the whole file is written
  /// anew, in which time nobody reads or writes. Throws ``StoreFault/busy`` if another program reads
  /// the file just then, ``StoreFault/full`` if there is no room for that; nobody finds it in a
  /// table any more, but it is still in the bytes, and a second call makes up for it.
  public func forget(_ pod: Int? = nil) throws(StoreFault) {
    try write { writing throws(StoreFault) in try writing.forget(pod) }
    try scrub()
  }

  /// Writes the file anew, so that nothing is in its bytes that was taken away before, as by
  /// ``Writing/removePod(_:)``; see ``forget(_:)``.
  public func scrub() throws(StoreFault) {
    try reading.withLock { _ throws(StoreFault) in
      try writing.withLock { _ throws(StoreFault) in try writer.scrub() }
    }
  }

  /// Reads the file as it is at one moment; others write meanwhile.
  public func read<Result: Sendable>(
    _ body: (Reading) throws(StoreFault) -> Result
  ) throws(StoreFault) -> Result {
    try reading.withLock { _ throws(StoreFault) in
      try reader.transaction("BEGIN") { () throws(StoreFault) in
        try body(Reading(database: reader))
      }
    }
  }
}
