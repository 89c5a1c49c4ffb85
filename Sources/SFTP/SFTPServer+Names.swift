import Appliance

// MARK: - Names and directories

extension SFTPServer {
  /// The longest path told in full, in bytes: an answer holds it twice.
  private static let longestPath = 64 << 10

  func realpath(_ id: UInt32, _ reader: inout PacketReader) throws(SFTPRefusal) {
    let path = try reader.path()
    guard path.bytes.count <= Self.longestPath else { throw .nameTooLong }
    answers.path(id, path)
  }

  func opendir(_ id: UInt32, _ reader: inout PacketReader) throws(SFTPRefusal) {
    let path = try reader.path()
    guard handles.hasRoom else { throw .tooManyHandles }
    let listing = try files.listing(of: path)
    answers.handle(id, handles.add(.listing(listing, of: path)))
  }

  func readdir(_ id: UInt32, _ reader: inout PacketReader) throws(SFTPRefusal) {
    guard case .listing(let listing, _) = try handles[try reader.string()] else {
      throw .invalidHandle
    }
    let entries = listing.next()
    guard !entries.isEmpty else { throw SFTPRefusal(.endOfFile) }
    answers.names(id, entries, at: listing.time)
  }

  func remove(_ id: UInt32, _ reader: inout PacketReader) throws(SFTPRefusal) {
    try files.remove(try reader.path())
    confirm(id)
  }

  func rename(
    _ id: UInt32, _ reader: inout PacketReader, replacing: Bool = false
  ) throws(SFTPRefusal) {
    let old = try reader.path()
    try files.rename(old, to: try reader.path(), replacing: replacing)
    confirm(id)
  }
}

// MARK: - Extensions

/// What the server does beyond version 3 (OpenSSH source PROTOCOL, section 4).
enum SFTPExtension: String, CaseIterable {
  case posixRename = "posix-rename@openssh.com"
  case statvfs = "statvfs@openssh.com"
  case fstatvfs = "fstatvfs@openssh.com"
  case fsync = "fsync@openssh.com"
  case limits = "limits@openssh.com"

  /// All, with their versions.
  static var offered: [(name: String, version: String)] {
    allCases.map { ($0.rawValue, $0 == .statvfs || $0 == .fstatvfs ? "2" : "1") }
  }

  /// The extension of that name.
  init?(_ name: ArraySlice<UInt8>) {
    guard let one = Self.allCases.first(where: { $0.rawValue.utf8.elementsEqual(name) }) else {
      return nil
    }
    self = one
  }
}

extension SFTPServer {
  func extended(_ id: UInt32, _ reader: inout PacketReader) throws(SFTPRefusal) {
    switch SFTPExtension(try reader.string()) {
    case .posixRename: try rename(id, &reader, replacing: true)
    case .statvfs:
      _ = try files.found(at: try reader.path())
      answers.numbers(id, space)
    case .fstatvfs:
      _ = try handles[try reader.string()]
      answers.numbers(id, space)
    case .fsync:
      // There is nothing that memory could be written out to.
      _ = try handles[try reader.string()]
      confirm(id)
    case .limits:
      answers.numbers(
        id, [RequestQueue.longestPacket, Self.longestData, Self.longestData, HandleTable.limit])
    case nil: throw SFTPRefusal(.operationUnsupported)
    }
  }

  /// The machine as a file system: block size twice; blocks, those free, those free to users; the
  /// same of files; a number, flags, and the longest name.
  private var space: [Int] {
    let block = 4096
    let space = files.space
    let free = (space.size.total - space.size.used) / block
    let freeFiles = space.files.total - space.files.used
    let isReadOnly = files.isReadOnly
    return [
      block, block, space.size.total / block, free, free, space.files.total, freeFiles, freeFiles,
      0,
      isReadOnly ? 1 : 0, FileName.maximumLength,
    ]
  }
}
