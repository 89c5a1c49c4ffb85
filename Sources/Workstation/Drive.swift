public import Journal
import Synchronization
public import Time

/// Drive C: of PC1, in memory: folders and files with their times.
///
/// Names keep their case and are found in any. Nothing of the host's file system is behind it.
/// Windows and visits of other threads share it; a lock guards it and is held only to read or to
/// commit. Who changes something says who they are; what nobody does was so before anything
/// happened, and is not told.
public final class Drive: Sendable {
  /// How much the drive holds, so that nothing typed can eat the host's memory.
  public struct Capacity: Sendable {
    /// Most bytes in one file.
    public var fileSize: Int
    /// Most bytes in all files together.
    public var totalSize: Int
    /// Most files and folders.
    public var entryCount: Int
    /// Most UTF-16 units in a whole path: `MAX_PATH` without its closing zero.
    public var pathLength = 259

    /// Capacity; the defaults hold the largest lab many times over.
    public init(
      fileSize: Int = 64 << 20, totalSize: Int = 256 << 20, entryCount: Int = 10_000
    ) {
      self.fileSize = fileSize
      self.totalSize = totalSize
      self.entryCount = entryCount
    }
  }

  /// How much it holds.
  public let capacity: Capacity
  let now: @Sendable () -> UnixTime
  private let state: Mutex<DriveContents>
  /// Whose keeper keeps what changes, and as whose.
  private let journal: Journal?
  private let machine: String

  /// An empty drive with that clock.
  ///
  /// - Parameters:
  ///   - journal: the one of its world, whose keeper keeps what changes; nil for none.
  ///   - machine: the name of the machine it is in.
  public init(
    capacity: Capacity = Capacity(), journal: Journal? = nil, of machine: String = "pc1",
    now: @escaping @Sendable () -> UnixTime
  ) {
    self.capacity = capacity
    self.journal = journal
    self.machine = machine
    self.now = now
    state = Mutex(DriveContents(capacity: capacity))
  }

  // MARK: - Looking

  /// All that is on it at this moment.
  var contents: DriveContents { state.withLock { $0 } }

  /// What stands at `path`; nil if nothing does. The root is a folder without a name.
  public func entry(at path: WindowsPath) -> DriveEntry? {
    guard !path.names.isEmpty else { return DriveEntry(name: "", modified: now(), contents: nil) }
    return state.withLock { $0.entry(at: path) }
  }

  /// Whether there is a folder at `path`.
  public func isFolder(_ path: WindowsPath) -> Bool { state.withLock { $0.isFolder(path) } }

  /// The bytes of the file at `path`.
  public func read(_ path: WindowsPath) throws(DriveFault) -> [UInt8] {
    try state.withLock { (contents) throws(DriveFault) in try contents.read(path) }
  }

  /// What is in a folder, in the order of an NTFS index.
  public func list(_ folder: WindowsPath) throws(DriveFault) -> [DriveEntry] {
    let entries = try state.withLock { (contents) throws(DriveFault) in
      try contents.entries(in: folder)
    }
    return entries.map { (NTFSOrder($0.name), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// `path` with every name in the case it was created with; names that do not exist stay.
  public func spelled(_ path: WindowsPath) -> WindowsPath { state.withLock { $0.spelled(path) } }

  /// Looks at all that is on it, or keeps room, while nobody changes anything.
  func withContents<Result: Sendable>(
    _ body: (inout DriveContents) throws(DriveFault) -> Result
  ) throws(DriveFault) -> Result {
    try state.withLock { (contents) throws(DriveFault) in try body(&contents) }
  }

  /// Why there is nothing at `path`.
  func missing(_ path: WindowsPath) -> DriveFault { state.withLock { $0.missing(path) } }

  /// What names are compared by.
  static func key(of name: String) -> String { DriveContents.key(of: name) }

  // MARK: - Changing

  /// Has changes checked and makes them, all or none, while nobody else changes anything; then they
  /// are told.
  ///
  /// - Parameter plan: the changes, in their order; each must be possible after those before it.
  func change(
    by presence: Presence?, _ plan: (DriveContents) throws(DriveFault) -> [DriveChange]
  ) throws(DriveFault) {
    try state.withLock { (contents) throws(DriveFault) in
      let changes = try plan(contents)
      try keep(changes, of: contents)
      contents.make(changes)
      guard let presence else { return }
      for event in changes.lazy.compactMap(\.event) { presence.commit(event) }
    }
    presence?.journal.deliver()
  }

  /// Has changes kept that are about to be made, or refuses them: what was deleted and was not kept
  /// would come back.
  private func keep(_ changes: [DriveChange], of contents: DriveContents) throws(DriveFault) {
    guard let journal, !changes.isEmpty else { return }
    do throws(KeepingFault) {
      try journal.keep(changes.flatMap { $0.kept(in: contents) }, of: machine)
    } catch {
      throw .full
    }
  }

  /// The same with something that must succeed before the changes are made and while nothing else
  /// changes: it also has them kept. They are told by the next ``Journal/deliver()``.
  func change<Fault: Error>(
    by presence: Presence?, after act: ([Change]) throws(Fault) -> Void,
    _ plan: (DriveContents) throws(Fault) -> [DriveChange]
  ) throws(Fault) {
    try state.withLock { (contents) throws(Fault) in
      let changes = try plan(contents)
      try act(changes.flatMap { $0.kept(in: contents) })
      contents.make(changes)
      guard let presence else { return }
      for event in changes.lazy.compactMap(\.event) { presence.commit(event) }
    }
  }
}
