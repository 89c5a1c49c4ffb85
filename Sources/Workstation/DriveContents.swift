import Time

/// What is on a drive: folders and files by name.
///
/// Whoever wants something changed has it checked first, which gives a ``DriveChange``; to make it
/// cannot fail. So what is to be kept elsewhere can be kept in between.
struct DriveContents: Sendable {
  /// How much it may be.
  let capacity: Drive.Capacity
  /// Its folders; the entries of each by ``key(of:)``.
  private(set) var folders: [WindowsPath: [String: DriveEntry]] = [.root: [:]]
  /// The bytes in all files.
  private(set) var usedSize = 0
  /// The files and folders.
  private(set) var usedEntries = 0
  /// What uploads under way keep for themselves.
  private(set) var setAside = Room()

  /// Room of an upload under way.
  struct Room: Sendable, Equatable {
    /// In bytes.
    var size = 0
    /// Files.
    var entries = 0
  }

  init(capacity: Drive.Capacity) { self.capacity = capacity }

  // MARK: - Looking

  /// What stands at `path`, which is not the root; nil if nothing does.
  func entry(at path: WindowsPath) -> DriveEntry? {
    folders[path.parent]?[Self.key(of: path.name)]
  }

  func isFolder(_ path: WindowsPath) -> Bool { folders[path] != nil }

  func read(_ path: WindowsPath) throws(DriveFault) -> [UInt8] {
    guard let entry = entry(at: path) else {
      throw path.names.isEmpty ? .accessDenied : missing(path)
    }
    guard let contents = entry.contents else { throw .accessDenied }
    return contents
  }

  /// What is in a folder, in no order.
  func entries(in folder: WindowsPath) throws(DriveFault) -> [DriveEntry] {
    guard let entries = folders[folder] else {
      throw entry(at: folder) == nil ? missing(folder) : .accessDenied
    }
    return Array(entries.values)
  }

  func spelled(_ path: WindowsPath) -> WindowsPath {
    var spelled = WindowsPath.root
    for name in path.names {
      spelled = spelled.appending(folders[spelled]?[Self.key(of: name)]?.name ?? name)
    }
    return spelled
  }

  /// Why there is nothing at `path`.
  func missing(_ path: WindowsPath) -> DriveFault {
    isFolder(path.parent) ? .notFound : .pathNotFound
  }

  /// What names are compared by.
  static func key(of name: String) -> String { name.lowercased() }

  // MARK: - Changing

  /// Keeps room for an upload, in exchange for what it has.
  mutating func setAside(_ room: Room, insteadOf held: Room) throws(DriveFault) {
    let size = setAside.size - held.size + room.size
    let entries = setAside.entries - held.entries + room.entries
    guard room.size <= capacity.fileSize, usedSize + size <= capacity.totalSize,
      usedEntries + entries <= capacity.entryCount
    else { throw .full }
    setAside = Room(size: size, entries: entries)
  }

  /// Takes room of an upload back.
  mutating func giveBack(_ room: Room) {
    setAside.size -= room.size
    setAside.entries -= room.entries
  }

  /// Makes changes that were checked, in their order.
  mutating func make(_ changes: [DriveChange]) { for change in changes { make(change) } }

  /// Makes a change that was checked.
  mutating func make(_ change: DriveChange) {
    switch change {
    case .folder(let path, let entry):
      put(entry, at: path)
      folders[path] = [:]
    case .file(let path, let entry, let old):
      put(entry, at: path)
      usedSize += (entry.contents?.count ?? 0) - (old?.contents?.count ?? 0)
    case .removed(let path, let entry):
      if entry.isFolder { folders[path] = nil }
      folders[path.parent]?[Self.key(of: path.name)] = nil
      usedSize -= entry.contents?.count ?? 0
      usedEntries -= 1
    case .touched(let path, let entry): put(entry, at: path)
    case .uploaded(let room): giveBack(room)
    case .renamed(let path, let entry):
      let target = path.parent.appending(entry.name)
      folders[path.parent]?[Self.key(of: path.name)] = nil
      folders[path.parent]?[Self.key(of: entry.name)] = entry
      if entry.isFolder, target != path { moveFolders(from: path, to: target) }
    }
  }

  /// What lies below a renamed folder is found by its path, so it moves along.
  private mutating func moveFolders(from path: WindowsPath, to target: WindowsPath) {
    let depth = path.names.count
    for folder in folders.keys where WindowsPath(Array(folder.names.prefix(depth))) == path {
      let moved = WindowsPath(target.names + folder.names.dropFirst(depth))
      folders[moved] = folders.removeValue(forKey: folder)
    }
  }

  private mutating func put(_ entry: DriveEntry, at path: WindowsPath) {
    let old = folders[path.parent]?.updateValue(entry, forKey: Self.key(of: path.name))
    if old == nil { usedEntries += 1 }
  }
}
