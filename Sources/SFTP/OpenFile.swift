import Appliance
import Journal
import Time

/// A file as a client has it open: what it held when it was opened, with what was written since.
///
/// The machine sees none of that before ``commit()``, and then all of it at once.
final class OpenFile {
  private let path: RemotePath
  private let flags: OpenFlags
  private let files: any ServedFiles
  /// The file that was opened: while it is, its bytes count, stored or not.
  private let opened: FileStore.File?
  private var contents: [UInt8]
  private var isChanged: Bool
  /// What the file is to have when it is stored, if the client has said so.
  private var newMode: UInt16?
  private var newTime: UnixTime?
  private var mode: UInt16
  private var modified: UnixTime
  /// Room for the contents once they differ from the stored ones; nil where they never do.
  private var room: (any UploadRoom)?
  /// What the client has read of it, and whether that was its end: then it has fetched the file.
  private var readCount = 0
  private var hasSeenEnd = false
  private var isFetched = false
  /// Why a change could not be kept. Nothing is stored then: half a file helps nobody.
  private var failure: SFTPRefusal?

  /// Opens a file, or one that is not there yet and gets those permissions.
  init(
    _ path: RemotePath, holding file: FileStore.File?, for flags: OpenFlags, mode: UInt16,
    in files: any ServedFiles
  ) throws(SFTPRefusal) {
    if flags.changes { room = try files.room(at: path) }
    self.path = path
    opened = flags.contains(.truncate) ? nil : file
    self.flags = flags
    self.files = files
    contents = flags.contains(.truncate) ? [] : file?.contents ?? []
    isChanged = file == nil || flags.contains(.truncate)
    self.mode = file?.mode ?? mode
    modified = file?.modified ?? files.now
  }

  /// What it is like now.
  var entry: RemoteEntry {
    RemoteEntry(name: path.text, mode: newMode ?? mode, size: size, modified: newTime ?? modified)
  }

  /// How many bytes it holds.
  var size: Int { contents.count }

  // MARK: - Contents

  /// At most `count` bytes from an offset on; nil behind the end.
  func read(_ count: Int, at offset: UInt64) throws(SFTPRefusal) -> ArraySlice<UInt8>? {
    guard flags.reads else { throw .permissionDenied }
    if let failure { throw failure }
    guard count > 0 else { return [] }
    guard offset < contents.count else {
      hasSeenEnd = true
      return nil
    }
    let piece = contents[Int(offset)...].prefix(count)
    readCount += piece.count
    hasSeenEnd = hasSeenEnd || piece.endIndex == contents.count
    return piece
  }

  /// Writes bytes; a gap between the end and the offset is filled with zeros.
  func write(_ data: ArraySlice<UInt8>, at offset: UInt64) throws(SFTPRefusal) {
    guard flags.contains(.write) else { throw .permissionDenied }
    guard !data.isEmpty else { return }
    let start = flags.contains(.append) ? size : Int(clamping: offset)
    let (end, isTooFar) = start.addingReportingOverflow(data.count)
    try change(to: isTooFar ? .max : max(end, size))
    grow(to: end)
    if start > size { contents.append(contentsOf: repeatElement(0, count: start - size)) }
    let overlap = data.prefix(size - start)
    if !overlap.isEmpty {
      contents.withUnsafeMutableBufferPointer {
        _ = $0[start..<start + overlap.count].update(fromContentsOf: overlap)
      }
    }
    contents.append(contentsOf: data[overlap.endIndex...])
  }

  /// Makes room in large steps: for a large file, doubling would copy most bytes twice, and memory
  /// that is not touched costs nothing.
  private func grow(to end: Int) {
    guard end > contents.capacity, end > 1 << 20 else { return }
    contents.reserveCapacity(max(end, min(8 * end, files.space.fileSize)))
  }

  private func resize(to newSize: Int) throws(SFTPRefusal) {
    guard flags.contains(.write) else { throw .permissionDenied }
    try change(to: newSize)
    if newSize < size {
      // A new array: the old one would keep its memory, and nobody would count it.
      contents = Array(contents.prefix(newSize))
    } else {
      contents.append(contentsOf: repeatElement(0, count: newSize - size))
    }
  }

  /// Keeps room for contents of that size.
  private func change(to size: Int) throws(SFTPRefusal) {
    if let failure { throw failure }
    // Until it is changed, the contents are the stored file's, and cost nothing.
    let own = isChanged ? contents.count : 0
    guard size <= own || files.hasMemory() else { throw giveUp(.noMemory) }
    do throws(SFTPRefusal) {
      try room?.resize(to: size)
    } catch {
      throw giveUp(error)
    }
    isChanged = true
    newTime = nil
    modified = files.now
  }

  /// Drops what was written; whatever follows is refused for the same reason.
  private func giveUp(_ refusal: SFTPRefusal) -> SFTPRefusal {
    failure = refusal
    contents = []
    room = nil
    return refusal
  }

  // MARK: - Attributes and the end

  /// Sets size, permissions and time, as far as given: at once for a file that is as stored,
  /// otherwise when it is stored.
  func set(_ attributes: FileAttributes) throws(SFTPRefusal) {
    guard !attributes.changesOwner else { throw .permissionDenied }
    if let size = attributes.size { try resize(to: Int(clamping: size)) }
    guard !isChanged else {
      newMode = attributes.mode ?? newMode
      newTime = attributes.modified ?? newTime
      return
    }
    if let mode = attributes.mode {
      try files.setMode(mode, of: path)
      self.mode = mode
    }
    if let time = attributes.modified {
      try files.setModified(time, of: path)
      modified = time
    }
  }

  /// Tells that the client has got the whole file, if it has.
  func noteFetched() {
    guard let opened, !isChanged, hasSeenEnd, readCount >= contents.count else { return }
    isFetched = true
    files.noteFetched(opened, at: path)
  }

  /// Who leaves out the end has read the file all the same.
  deinit {
    if readCount > 0, !isFetched { files.note(.get, at: path, isPermitted: true) }
  }

  /// Stores what has changed, under the name it was opened by.
  func commit() throws(SFTPRefusal) {
    if let failure { throw failure }
    guard isChanged, let room else { return }
    self.room = nil
    // Stored files are not to keep much more memory than is counted.
    if contents.capacity > 2 * size + 4096 { contents = Array(contents[...]) }
    try room.store(
      contents, modified: newTime, mode: newMode, newMode: mode, isNew: flags.mustBeNew)
  }
}
