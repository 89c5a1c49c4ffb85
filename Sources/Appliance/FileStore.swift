public import Journal
public import Time

/// The appliance's files: flat, in memory, in order of creation.
public struct FileStore: Sendable {
  /// One stored file.
  public struct File: Sendable {
    /// Its name; see ``FileName``.
    public let name: String
    /// Its bytes.
    public let contents: [UInt8]
    /// When it was last written; nil for a file not stored yet that is to take the appliance's time.
    public let modified: UnixTime?
    /// Its permissions as SFTP shows them. They are shown and kept but restrict nobody; see
    /// ``UserFiles`` for what does.
    public let mode: UInt16
    /// What the bytes hold.
    public let decoded: DecodedFile

    /// A file of that name with those bytes.
    public init(
      name: String, contents: [UInt8], modified: UnixTime? = nil, mode: UInt16 = 0o644
    ) {
      self.init(
        name: name, holding: DecodedFile(contents), modified: modified, mode: mode)
    }

    /// A file that shares what it holds with others.
    init(name: String, holding decoded: DecodedFile, modified: UnixTime?, mode: UInt16) {
      self.name = name
      contents = decoded.bytes
      self.modified = modified
      self.mode = mode
      self.decoded = decoded
    }

    /// The same file but for what is given.
    func with(name: String? = nil, modified: UnixTime? = nil, mode: UInt16? = nil) -> File {
      File(
        name: name ?? self.name, holding: decoded, modified: modified ?? self.modified,
        mode: mode ?? self.mode)
    }

    /// The file as it is stored: with a time.
    func written(at now: UnixTime) -> File { with(modified: modified ?? now) }
  }

  /// All files. An overwritten file keeps its place, as the listing of TAC 217320 shows.
  public private(set) var files: [File] = []
  private var positions: [String: Int] = [:]
  private var size = 0
  /// What uploads under way keep for themselves.
  var reserved = (count: 0, size: 0)
  /// How much it stores.
  let quota: Quota

  /// What clients upload under another name than it is to have.
  var working = WorkingFiles()

  /// What is stored no more, as long as somebody has it open.
  private var removed = RemovedFiles()

  /// The files there are and the bytes in them, those that uploads under way keep room for or that
  /// have no final name yet, and the bytes of removed files that are still open.
  var usage: (count: Int, size: Int) {
    (
      files.count + reserved.count + working.usage.count,
      size + reserved.size + working.usage.size + removed.size
    )
  }

  /// An empty store.
  public init(quota: Quota = Quota()) { self.quota = quota }

  /// The file of that name, upper and lower case kept apart.
  public subscript(name: String) -> File? {
    // What cannot be a name is not looked up: that takes minutes for a name of combining marks.
    FileName.isValid(name) ? positions[name].map { files[$0] } : nil
  }

  /// Stores all of `new`, or none of it; a file that is there already is overwritten in place.
  public mutating func store(_ new: [File]) throws(StoreRefusal) {
    var next = self
    for file in new { try next.store(file) }
    self = next
  }

  private mutating func store(_ file: File) throws(StoreRefusal) {
    guard FileName.isValid(file.name) else { throw .invalidName(file.name) }
    guard file.contents.count <= quota.fileSize else { throw .fileTooLarge(file.name) }
    let position = positions[file.name]
    let newSize = size - (position.map { files[$0].contents.count } ?? 0) + file.contents.count
    guard newSize <= quota.totalSize - (usage.size - size) else { throw .full }
    if position == nil, usage.count >= quota.fileCount { throw .tooManyFiles }
    size = newSize
    if let position {
      // Writing to a file does not change who may read it.
      let old = files[position]
      files[position] = file.with(mode: old.mode)
      removed.add(old.decoded)
    } else {
      positions[file.name] = files.count
      files.append(file)
    }
  }

  /// Why a file was not renamed. Nothing has changed then.
  public enum RenameFailure: Error, Equatable, Sendable {
    /// There is no file of the old name.
    case notFound
    /// The new name is not a ``FileName``.
    case invalidName
    /// There is a file of the new name already.
    case exists
    /// It could not be kept: after a restart the file would have its old name.
    case full
  }

  /// Takes the file of that name away, and its place in the order; false if there is none.
  public mutating func remove(_ name: String) -> Bool {
    guard let position = positions.removeValue(forKey: name) else { return false }
    let file = files.remove(at: position)
    size -= file.contents.count
    removed.add(file.decoded)
    for (later, file) in files.enumerated().dropFirst(position) { positions[file.name] = later }
    return true
  }

  /// Gives a file another name; it keeps its place and its time. With `replacing`, a file that has
  /// the new name already is removed.
  public mutating func rename(
    _ name: String, to newName: String, replacing: Bool = false
  ) throws(RenameFailure) {
    guard positions[name] != nil else { throw .notFound }
    guard FileName.isValid(newName) else { throw .invalidName }
    guard replacing || positions[newName] == nil else { throw .exists }
    guard newName != name else { return }
    _ = remove(newName)
    guard let position = positions.removeValue(forKey: name) else { throw .notFound }
    positions[newName] = position
    files[position] = files[position].with(name: newName)
  }

  /// Sets what SFTP shows as a file's permissions; false if there is no such file.
  public mutating func setMode(_ mode: UInt16, of name: String) -> Bool {
    change(name) { $0.with(mode: mode) }
  }

  /// Sets when a file was last written; false if there is no such file.
  public mutating func setModified(_ time: UnixTime, of name: String) -> Bool {
    change(name) { $0.with(modified: time) }
  }

  /// Puts a file in the place of one with the same contents; false if there is no such file.
  mutating func change(_ name: String, _ change: (File) -> File) -> Bool {
    guard let position = positions[name] else { return false }
    files[position] = change(files[position])
    return true
  }
}

extension FileStore.File {
  /// The file as events tell of it.
  public var note: FileNote { FileNote(name: name, size: contents.count, contents: decoded) }

  /// The file as it is kept.
  var change: Change {
    .file(name: name, contents: contents, modified: Int64(modified ?? 0), mode: mode)
  }
}
