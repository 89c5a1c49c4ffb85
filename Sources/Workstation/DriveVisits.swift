public import Journal
public import Time

// MARK: - For visitors who bring and fetch files

extension Drive {
  /// The files and folders there are and the bytes in them, and those that uploads under way keep
  /// room for.
  public var usage: (count: Int, size: Int) {
    let contents = contents
    return (
      contents.usedEntries + contents.setAside.entries, contents.usedSize + contents.setAside.size
    )
  }

  /// The first entries of a folder behind the one of that name, or of all, in the order of an NTFS
  /// index.
  public func list(
    _ folder: WindowsPath, after name: String?, atMost limit: Int
  ) throws(DriveFault) -> [DriveEntry] {
    let all = try list(folder)
    guard let name else { return Array(all.prefix(limit)) }
    let last = NTFSOrder(name)
    return Array(all.lazy.filter { last < NTFSOrder($0.name) }.prefix(limit))
  }

  /// Gives a file another name, in another folder perhaps; a file that has it already stays, or with
  /// `replacing` goes. Folders can be renamed where they are.
  public func move(
    _ path: WindowsPath, to target: WindowsPath, replacing: Bool, by presence: Presence?
  ) throws(DriveFault) {
    try change(by: presence) { (contents) throws(DriveFault) in
      try contents.moving(path, to: target, replacing: replacing)
    }
  }

  /// Sets when a file was last written; a folder keeps its time.
  public func setModified(_ time: UnixTime, of path: WindowsPath) throws(DriveFault) {
    try change(by: nil) { (contents) throws(DriveFault) in try contents.touching(path, at: time) }
  }
}

/// Room on the drive that an upload under way keeps until it is stored or given up.
///
/// It counts against the drive's ``Drive/Capacity``: an upload that fitted when it was written fits
/// when it is stored, and what uploads hold in memory is bounded. It belongs to one thread.
public final class DriveRoom {
  private let drive: Drive
  private let path: WindowsPath
  private let presence: Presence
  private var room = DriveContents.Room()

  /// No room but for the file itself, if there is none of that name yet.
  ///
  /// - Throws: why no file can be written there.
  public init(on drive: Drive, at path: WindowsPath, by presence: Presence) throws(DriveFault) {
    self.drive = drive
    self.path = path
    self.presence = presence
    room = try drive.withContents { (contents) throws(DriveFault) in
      let room = DriveContents.Room(entries: contents.entry(at: path) == nil ? 1 : 0)
      _ = try contents.writing([], to: path, at: 0)
      try contents.setAside(room, insteadOf: DriveContents.Room())
      return room
    }
  }

  deinit { try? drive.withContents { [room] contents in contents.giveBack(room) } }

  /// Makes it hold so many bytes; when that is refused, it holds what it held.
  public func resize(to size: Int) throws(DriveFault) {
    var next = room
    next.size = size
    try drive.withContents { [room, next] (contents) throws(DriveFault) in
      try contents.setAside(next, insteadOf: room)
    }
    room = next
  }

  /// Stores the upload in the place of the room, at a time or now. A file that is there is written
  /// over, unless `isNew` asks that there be none.
  public func store(
    _ bytes: [UInt8], modified: UnixTime?, isNew: Bool
  ) throws(DriveFault) {
    let (held, time) = (room, modified ?? drive.now())
    try drive.change(by: presence) { [path] (contents) throws(DriveFault) in
      guard !isNew || contents.entry(at: path) == nil else { throw .exists }
      let file = try contents.writing(bytes, to: path, at: time, in: held)
      return [.uploaded(held), file]
    }
    room = DriveContents.Room()
  }
}
