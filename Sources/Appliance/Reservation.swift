public import Journal

/// Room on an appliance that an upload under way keeps until it is stored or given up.
///
/// It counts against the ``Quota`` together with the stored files: an upload that fitted when it was
/// written fits when it is stored, and what uploads hold in memory is bounded. It belongs to one
/// thread.
public final class Reservation {
  private let appliance: Appliance
  private let presence: Presence?
  private var room: FileStore.Room

  /// No room but for the file itself, if there is none of that name yet.
  public init(
    on appliance: Appliance, forFile name: String, by presence: Presence? = nil
  ) throws(StoreRefusal) {
    let isThere =
      appliance.file(named: name) != nil
      || presence?.actor.map { appliance.workingFile(name, of: $0.user) != nil } ?? false
    let room = FileStore.Room(name: name, count: isThere ? 0 : 1)
    try appliance.reserve(room, insteadOf: nil)
    self.appliance = appliance
    self.presence = presence
    self.room = room
  }

  deinit { appliance.release(room) }

  /// How many bytes it holds.
  public var size: Int { room.size }

  /// Makes it hold `size` bytes; when that is refused, it holds what it held.
  public func resize(to size: Int) throws(StoreRefusal) {
    var next = room
    next.size = size
    try appliance.reserve(next, insteadOf: room)
    room = next
  }

  /// Stores the upload in the place of the room, which is given up even if that fails.
  ///
  /// `mode` is set also on a file that is there already; nil leaves it as it is. False, and nothing
  /// stored, if there is such a file and `isNew` asks that there be none.
  public func store(
    _ file: FileStore.File, mode: UInt16? = nil, isNew: Bool = false
  ) throws(StoreRefusal) -> Bool {
    let held = room
    room = FileStore.Room(name: room.name)
    return try appliance.store(file, in: held, mode: mode, isNew: isNew, by: presence)
  }
}

extension FileStore {
  /// What one upload keeps for itself.
  struct Room {
    /// The file it is for.
    let name: String
    /// Files.
    var count = 0
    /// Bytes.
    var size = 0
  }

  /// Keeps room for an upload, in exchange for what it has.
  mutating func reserve(_ room: Room, insteadOf held: Room?) throws(StoreRefusal) {
    guard FileName.isValid(room.name) || FileName.isWorking(bytes: room.name.utf8) else {
      throw .invalidName(room.name)
    }
    guard room.size <= quota.fileSize else { throw .fileTooLarge(room.name) }
    let growth = (count: room.count - (held?.count ?? 0), size: room.size - (held?.size ?? 0))
    guard growth.size <= quota.totalSize - usage.size else { throw .full }
    guard growth.count <= quota.fileCount - usage.count else { throw .tooManyFiles }
    reserved.count += growth.count
    reserved.size += growth.size
  }

  /// Gives room back.
  mutating func release(_ room: Room) {
    reserved.count -= room.count
    reserved.size -= room.size
  }

  /// Stores an upload whose room was given back; see ``Reservation/store(_:mode:isNew:)``.
  mutating func store(
    _ file: File, mode: UInt16?, isNew: Bool, by actor: Actor? = nil
  ) throws(StoreRefusal) -> Bool {
    guard !isNew || self[file.name] == nil else { return false }
    if let actor, self[file.name] == nil, FileName.isWorking(bytes: file.name.utf8) {
      guard !isNew || working.file(file.name, of: actor.user) == nil else { return false }
      guard working.keep(mode.map { file.with(mode: $0) } ?? file, by: actor) else {
        throw .tooManyFiles
      }
      return true
    }
    try store([file])
    if let mode { _ = setMode(mode, of: file.name) }
    return true
  }
}
