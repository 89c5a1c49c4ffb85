public import Appliance
public import PKI

/// An appliance's files as SFTP shows them: one directory, `/`, that cannot have others in it.
///
/// Statuses are those an OpenSSH server derives from what the file system answers.
public struct RemoteFiles: Sendable {
  /// What a user may do.
  public enum Access: Sendable {
    /// Read and change files.
    case full
    /// Read files; each change is refused.
    case readOnly
  }

  /// The appliance's files at a path.
  public enum Node: Sendable {
    /// The one directory.
    case root
    /// A file, stored or generated.
    case file(FileStore.File)
  }

  /// Whose files they are.
  public let appliance: Appliance
  /// What may be done with them.
  public let access: Access
  private let generated: @Sendable () -> [FileStore.File]

  /// The files of an appliance. `generated` makes those that can be read but not changed; unless
  /// given, it is ``Appliance/generatedFiles``.
  public init(
    appliance: Appliance, access: Access = .full,
    generated: (@Sendable () -> [FileStore.File])? = nil
  ) {
    self.appliance = appliance
    self.access = access
    self.generated = generated ?? { appliance.generatedFiles }
  }

  // MARK: - Reading

  /// What is at a path.
  public func node(at path: RemotePath) throws(SFTPRefusal) -> Node {
    guard !path.isRoot else { return .root }
    if let file = generatedFile(at: path) { return .file(file) }
    guard let file = appliance.file(named: try storedName(path)) else { throw .noSuchFile }
    return .file(file)
  }

  /// What is at a path, without what it holds.
  public func entry(at path: RemotePath) throws(SFTPRefusal) -> RemoteEntry {
    let now = appliance.now()
    return switch try node(at: path) {
    case .root: RemoteEntry(directory: ".", holding: files, at: now)
    case .file(let file): RemoteEntry(of: file, at: now)
    }
  }

  /// All files by name, when `path` is the one directory there is.
  public func list(_ path: RemotePath) throws(SFTPRefusal) -> [FileStore.File] {
    guard path.isRoot else { throw .noSuchFile }
    return files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The entries of a directory, with `.` and `..` in front, seen at a time.
  public func entries(of path: RemotePath, at now: UnixTime) throws(SFTPRefusal) -> [RemoteEntry] {
    let files = try list(path)
    return [".", ".."].map { RemoteEntry(directory: $0, holding: files, at: now) }
      + files.map { RemoteEntry(of: $0, at: now) }
  }

  private var files: [FileStore.File] {
    let generated = generated()
    guard !generated.isEmpty else { return appliance.files }
    let names = Set(generated.map(\.name))
    return appliance.files.filter { !names.contains($0.name) } + generated
  }

  // MARK: - Names

  /// The generated file at a path.
  func generatedFile(at path: RemotePath) -> FileStore.File? {
    generated().first { $0.name.utf8.elementsEqual(path.name) }
  }

  /// The name a stored file at a path would have.
  func storedName(_ path: RemotePath) throws(SFTPRefusal) -> String {
    guard FileName.isValid(bytes: path.name) else { throw .noSuchFile }
    return String(decoding: path.name, as: UTF8.self)
  }
}
