import Glibc

extension HostFolder {
  /// The names in the folder, in no order; nil if it cannot be read.
  var names: [String]? {
    guard let folder = opendir(path) else { return nil }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) {
          String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Makes the folder, and those above it, unless they are there.
  ///
  /// - Returns: whether it is there now.
  func make() -> Bool {
    if HostFile(path: path).isFolder { return true }
    var above = path[...]
    while above.last == "/" { above.removeLast() }
    while let last = above.last, last != "/" { above.removeLast() }
    guard above.isEmpty || HostFolder(path: String(above)).make() else { return false }
    // Somebody else may have been as fast.
    return mkdir(path, 0o777) == 0 || HostFile(path: path).isFolder
  }
}

extension HostFile {
  /// The path from the root.
  var absolutePath: String {
    guard !path.hasPrefix("/") else { return path }
    let folder = getcwd(nil, 0)
    defer { free(folder) }
    return folder.map { "\(String(cString: $0))/\(path)" } ?? path
  }

  /// Whether it is a folder, or a link to one.
  var isFolder: Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
