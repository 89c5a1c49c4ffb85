import Time

/// What an appliance has written down, and those who read it.
struct Records: Sendable {
  private var log = Log()
  /// Whether the log is listed beside the files that somebody has put there.
  private(set) var isListed = false
  private var modified: UnixTime?
  /// The log as it is, for all who have it open; it lives as long as somebody has.
  private weak var snapshot: DecodedFile?
  /// The log as it was.
  private var outdated = RemovedFiles()

  /// The bytes of what is kept of it only because somebody has it open.
  var outdatedSize: Int { outdated.size }

  /// The lines of the log in their order.
  var contents: [UInt8] {
    mutating get { log.contents }
  }

  /// Writes a line down that is about `owner`.
  mutating func append(_ line: String, of owner: String, at now: UnixTime, lists: Bool) {
    if let snapshot { outdated.add(snapshot) }
    snapshot = nil
    log.append(line, of: owner)
    isListed = isListed || lists
    modified = now
  }

  /// The log as a file; nil if it is empty. All who ask between two lines share its bytes.
  mutating func file(named name: String) -> FileStore.File? {
    guard let modified else { return nil }
    let contents = snapshot ?? DecodedFile(log.contents)
    snapshot = contents
    return FileStore.File(name: name, holding: contents, modified: modified, mode: 0o444)
  }
}
