/// Reading and writing by path.
extension Drive {
  /// The bytes of a file.
  public func read(_ path: WindowsPath) throws(Failure) -> [UInt8] {
    guard folders[path.parent] != nil else { throw .pathNotFound }
    guard let entry = entry(at: path) else { throw .notFound }
    guard let contents = entry.contents else { throw .accessDenied }
    return contents
  }

  /// Makes a file or writes over one; its folder must be there.
  public func write(_ bytes: [UInt8], to path: WindowsPath) throws(Failure) {
    guard !path.names.isEmpty, entry(at: path)?.isFolder != true else { throw .accessDenied }
    guard folders[path.parent] != nil else { throw .pathNotFound }
    guard path.name.utf8.allSatisfy({ $0 >= 0x20 && !"<>:\"/|?*".utf8.contains($0) }) else {
      throw .invalidName
    }
    let key = path.name.lowercased()
    let name = folders[path.parent]?[key]?.name ?? path.name
    folders[path.parent]?[key] = Entry(name: name, modified: now(), contents: bytes)
  }

  /// What a folder holds, in the order of names.
  public func entries(of folder: WindowsPath) throws(Failure) -> [Entry] {
    guard let entries = folders[folder] else { throw .pathNotFound }
    return entries.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The file or folder at a path; nil if there is none.
  public func entry(at path: WindowsPath) -> Entry? {
    guard !path.names.isEmpty else { return Entry(name: "", modified: 0, contents: nil) }
    return folders[path.parent]?[path.name.lowercased()]
  }
}
