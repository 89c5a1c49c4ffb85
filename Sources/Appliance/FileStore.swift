/// The appliance's files: flat, in memory, in order of creation.
public struct FileStore: Sendable {
  /// One stored file.
  public struct File: Sendable {
    /// Its name; see ``FileName``.
    public let name: String
    /// Its bytes.
    public let contents: [UInt8]

    /// A file of that name with those bytes.
    public init(name: String, contents: [UInt8]) {
      self.name = name
      self.contents = contents
    }
  }

  /// Why files were not stored. Nothing has changed then.
  public enum Refusal: Error, Equatable, Sendable {
    /// The name is not a ``FileName``.
    case invalidName(String)
    /// One file is larger than ``Quota/fileSize``.
    case fileTooLarge(String)
    /// There would be more files than ``Quota/fileCount``.
    case tooManyFiles
    /// All files together would be larger than ``Quota/totalSize``.
    case full
  }

  /// All files. An overwritten file keeps its place, as the listing of TAC 217320 shows.
  public private(set) var files: [File] = []
  private var positions: [String: Int] = [:]
  private var size = 0
  private let quota: Quota

  /// An empty store.
  public init(quota: Quota = Quota()) { self.quota = quota }

  /// The file of that name, upper and lower case kept apart.
  public subscript(name: String) -> File? {
    // What cannot be a name is not looked up: that takes minutes for a name of combining marks.
    FileName.isValid(name) ? positions[name].map { files[$0] } : nil
  }

  /// Stores all of `new`, or none of it; a file that is there already is overwritten in place.
  public mutating func store(_ new: [File]) throws(Refusal) {
    var next = self
    for file in new { try next.store(file) }
    self = next
  }

  private mutating func store(_ file: File) throws(Refusal) {
    guard FileName.isValid(file.name) else { throw .invalidName(file.name) }
    guard file.contents.count <= quota.fileSize else { throw .fileTooLarge(file.name) }
    let position = positions[file.name]
    let newSize = size - (position.map { files[$0].contents.count } ?? 0) + file.contents.count
    guard newSize <= quota.totalSize else { throw .full }
    size = newSize
    if let position {
      files[position] = file
    } else {
      guard files.count < quota.fileCount else { throw .tooManyFiles }
      positions[file.name] = files.count
      files.append(file)
    }
  }
}
