extension HostFile {
  /// A path that is relative to this file's folder, unless it is absolute.
  func sibling(_ other: String) -> HostFile {
    guard !other.hasPrefix("/"), let slash = path.lastIndex(of: "/") else {
      return HostFile(path: other)
    }
    return HostFile(path: "\(path[..<slash])/\(other)")
  }
}
