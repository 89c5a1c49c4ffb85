/// One file that `copy` writes, and what it is made from.
struct CopyJob {
  /// A file that is read.
  struct Source {
    /// As it is listed.
    let name: String
    /// Nil for `nul`, which is empty.
    let path: WindowsPath?
    let mode: CopyMode
  }

  /// Where the bytes go.
  enum Target: Equatable {
    case file(WindowsPath)
    /// `con`: the screen.
    case screen
    /// `nul` and other devices.
    case nowhere
  }

  let sources: [Source]
  let target: Target
  /// As the question about overwriting shows it.
  let targetName: String
  let targetMode: CopyMode
  /// Whether this is a joining, even of a single file.
  let joins: Bool
  /// Whether the sources are listed.
  let isListed: Bool

  /// Whether the file would be read and written at once. Joining onto the first source appends.
  var isOntoItself: Bool { !joins && sources.first.map(isTarget) ?? false }

  /// Whether there is something to lose.
  func overwrites(on drive: Drive) -> Bool {
    guard case .file(let path) = target, let first = sources.first, !isTarget(first) else {
      return false
    }
    return drive.entry(at: path)?.isFolder == false
  }

  /// The bytes to write.
  ///
  /// The target among later sources is dropped: when they are read it has been emptied already.
  func contents(on drive: Drive) throws(DriveFault) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, source) in sources.enumerated() where index == 0 || !isTarget(source) {
      guard let path = source.path else { continue }
      var read = try drive.read(path)[...]
      if source.mode == .ascii { read = read.prefix { $0 != 0x1A } }
      guard bytes.count + read.count <= drive.capacity.fileSize else { throw .full }
      bytes += read
    }
    // A single file read byte for byte is written so too.
    let isExact = !joins && sources.first?.mode == .binary
    if targetMode == .ascii, !isExact { bytes.append(0x1A) }
    return bytes
  }

  private func isTarget(_ source: Source) -> Bool {
    guard case .file(let path) = target else { return false }
    return source.path == path
  }
}
