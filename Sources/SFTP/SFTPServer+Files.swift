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
    guard let file = try openFile(at: path, for: flags, mode: attributes.mode) else {
      return answers.handle(id, handles.add(.directory(path)))
    }
    try files.mayOpen(path)
    // Files that were removed since stay in memory as long as they are open.
    guard handles.size <= files.space.size.total - file.size else { throw .tooManyHandles }
    answers.handle(id, handles.add(.file(file)))
  }

  /// Opens a file; `mode` is for a new one. Nil for a directory that is only looked at.
  private func openFile(
    at path: RemotePath, for flags: OpenFlags, mode: UInt16? = nil,
    as action: Event.FileRequest.Action = .put
  ) throws(SFTPRefusal) -> OpenFile? {
    if flags.changes { try files.mayChange(path, action) }
    var there: FileStore.File?
    do throws(SFTPRefusal) {
      switch try files.found(at: path) {
      case .file(let file): there = file
      case .directory:
        guard !flags.changes else { throw .isDirectory }
        return nil
      }
      if flags.mustBeNew { throw .exists }
    } catch {
      guard error.status == .noSuchFile else { throw error }
      if !flags.contains(.create) {
        // Whoever sees few files does not learn whether there is one; the log does.
        if files.isReadOnly { files.note(.get, at: path, isPermitted: false) }
        throw error
      }
    }
    return try OpenFile(path, holding: there, for: flags, mode: mode ?? 0o644, in: files)
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
    answers.attributes(id, try entry(at: try reader.path()))
  }

  func fstat(_ id: UInt32, _ reader: inout PacketReader) throws(SFTPRefusal) {
    switch try handles[try reader.string()] {
    case .file(let file): answers.attributes(id, file.entry)
    case .directory(let path), .listing(_, let path):
      answers.attributes(id, try entry(at: path))
    }
  }

  private func entry(at path: RemotePath) throws(SFTPRefusal) -> RemoteEntry {
    switch try files.found(at: path) {
    case .file(let file): RemoteEntry(of: file, at: files.now)
    case .directory(let entry): entry
    }
  }

  func setstat(_ id: UInt32, _ reader: inout PacketReader) throws(SFTPRefusal) {
    let path = try reader.path()
    let attributes = try FileAttributes(&reader)
    guard !path.isRoot else { throw .permissionDenied }
    if case .directory? = try? files.found(at: path), attributes.size == nil {
      guard !attributes.changesOwner else { throw .permissionDenied }
      if let mode = attributes.mode { try files.setMode(mode, of: path) }
      if let time = attributes.modified { try files.setModified(time, of: path) }
    } else {
      let file = try openFile(
        at: path, for: .write, as: attributes.modified == nil ? .setMode : .setTime)
      try file?.set(attributes)
      try file?.commit()
    }
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
