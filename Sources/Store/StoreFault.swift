/// Why a state file was not opened, read or written. What was in it before is in it still.
public enum StoreFault: Error, Equatable, Sendable {
  /// There is no file of that name.
  case missing
  /// It cannot be made or opened: the system's `errno`.
  case unavailable(errno: Int32)
  /// The path is longer than the library takes, which is ``StateFile/longestPath`` bytes.
  case pathTooLong
  /// It may be read, but not written, or its folder may not.
  case readOnly
  /// Its file system has no locks or no shared memory, as some on a network: nobody could be kept
  /// from opening it twice.
  case noLocks
  /// Another process has it open.
  case inUse
  /// Another program is in the middle of changing it, and was so for two seconds.
  case busy
  /// It is something else than a state file: a file of another program, a folder, a device.
  case foreign
  /// A later `mmp` wrote it, with this version of the schema.
  case newer(version: Int)
  /// It is a state file with a part missing or changed; what was found, in SQLite's words.
  case damaged(String)
  /// There is no room on its disk, or a limit on its size is reached.
  case full
  /// There is something of that name, or that number, already.
  case exists
  /// There is nothing of that name, or that number, in it.
  case absent
  /// It was closed by this process.
  case closed
  /// Anything else: SQLite's extended result code, and its words.
  case failed(code: Int32, String)
}
