extension Drive {
  /// The bytes of a file.
  func read(_ path: WindowsPath) throws(Failure) -> [UInt8] {
    guard folders[path.parent] != nil else { throw .pathNotFound }
    guard let entry = entry(at: path) else { throw .notFound }
    guard let contents = entry.contents else { throw .accessDenied }
    return contents
  }

  /// Writes a file, over one of the same name.
  func write(_ bytes: [UInt8], to path: WindowsPath) throws(Failure) {
    guard !path.name.isEmpty, !path.name.contains(where: { "<>:\"|?*".contains($0) }) else {
      throw .invalidName
    }
    guard folders[path] == nil else { throw .accessDenied }
    guard folders[path.parent] != nil else { throw .pathNotFound }
    let name = entry(at: path)?.name ?? path.name
    folders[path.parent]?[path.name.lowercased()] = Entry(
      name: name, modified: now(), contents: bytes)
  }

  /// The file or folder at `path`; nil if there is nothing.
  func entry(at path: WindowsPath) -> Entry? {
    if folders[path] != nil { return Entry(name: path.name, modified: now(), contents: nil) }
    return folders[path.parent]?[path.name.lowercased()]
  }
}
