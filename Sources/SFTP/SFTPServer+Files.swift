import Appliance
import Journal

// MARK: - Files and what they hold

extension SFTPServer {
  /// The longest piece of a file in one packet.
  static let longestData = 255 << 10

  func open(_ id: UInt32, _ reader: inout PacketReader) throws(SFTPRefusal) {
    let path = try reader.path()
    let flags = OpenFlags(rawValue: try reader.uint32())
    let attributes = try FileAttributes(&reader)
    guard handles.hasRoom else { throw .tooManyHandles }
    if path.isRoot, !flags.changes {
      answers.handle(id, handles.add(.directory))
    } else {
      let file = try openFile(at: path, for: flags, mode: attributes.mode)
      let isGenerated = Appliance.isGenerated(String(decoding: path.name, as: UTF8.self))
      guard !isGenerated || files.appliance.mayOpenGenerated else { throw .tooManyHandles }
      guard !isGenerated || files.hasMemory() else { throw .noMemory }
      // Files that were removed since stay in memory as long as they are open.
      guard handles.size <= files.appliance.quota.totalSize - file.size else {
        throw .tooManyHandles
      }
      answers.handle(id, handles.add(.file(file)))
    }
  }

  /// Opens a file; `mode` is for a new one.
  private func openFile(
    at path: RemotePath, for flags: OpenFlags, mode: UInt16? = nil,
    as action: Event.FileRequest.Action = .put
  ) throws(SFTPRefusal) -> OpenFile {
    if flags.changes { try files.mayChange(path, action) }
    let there = try existingFile(at: path)
    if there == nil, !flags.contains(.create) {
      // Whoever sees few files does not learn whether there is one; the log does.
      if files.isReadOnly { files.note(.get, at: path, isPermitted: false) }
      throw .noSuchFile
    }
    if there != nil, flags.mustBeNew { throw .exists }
    if flags.changes { try files.openForWriting(path) }
    let name = String(decoding: path.name, as: UTF8.self)
    return try OpenFile(name, holding: there, for: flags, mode: mode ?? 0o644, in: files)
  }

  private func existingFile(at path: RemotePath) throws(SFTPRefusal) -> FileStore.File? {
    do throws(SFTPRefusal) {
      switch try files.item(at: path) {
      case .file(let file): return file
      case .root: throw .isDirectory
      }
    } catch {
      guard error == .noSuchFile else { throw error }
      return nil
    }
  }

  func close(_ id: UInt32, _ reader: inout PacketReader) throws(SFTPRefusal) {
    if case .file(let file) = try handles.remove(try reader.string()) {
      file.noteFetched()
      try file.commit()
    }
    confirm(id)
  }

  func read(_ id: UInt32, _ reader: inout PacketReader) throws(SFTPRefusal) {
    let file = try handles.file(try reader.string())
    let offset = try reader.uint64()
    let count = min(Int(clamping: try reader.uint32()), Self.longestData)
    guard let data = try file.read(count, at: offset) else { throw SFTPRefusal(.endOfFile) }
    answers.reserve(data.count + 16, orRather: min(limit, 1 << 20) + data.count)
    answers.data(id, data)
  }

  func write(_ id: UInt32, _ reader: inout PacketReader) throws(SFTPRefusal) {
    let file = try handles.file(try reader.string())
    let offset = try reader.uint64()
    try file.write(try reader.string(), at: offset)
    confirm(id)
  }

  // MARK: - Attributes

  func stat(_ id: UInt32, _ reader: inout PacketReader) throws(SFTPRefusal) {
    answers.attributes(id, try files.entry(at: try reader.path()))
  }

  func fstat(_ id: UInt32, _ reader: inout PacketReader) throws(SFTPRefusal) {
    switch try handles[try reader.string()] {
    case .file(let file): answers.attributes(id, file.entry)
    case .directory, .listing: answers.attributes(id, try files.entry(at: .root))
    }
  }

  func setstat(_ id: UInt32, _ reader: inout PacketReader) throws(SFTPRefusal) {
    let path = try reader.path()
    let attributes = try FileAttributes(&reader)
    guard !path.isRoot else { throw .permissionDenied }
    let file = try openFile(
      at: path, for: .write, as: attributes.modified == nil ? .setMode : .setTime)
    try file.set(attributes)
    try file.commit()
    confirm(id)
  }

  func fsetstat(_ id: UInt32, _ reader: inout PacketReader) throws(SFTPRefusal) {
    let handle = try handles[try reader.string()]
    let attributes = try FileAttributes(&reader)
    guard case .file(let file) = handle else { throw .permissionDenied }
    try file.set(attributes)
    confirm(id)
  }
}
