/// Names of files of this computer as psftp takes them apart.
enum LocalWildcard {
  /// What stands behind the last `\`, `/` or `:`.
  static func lastName(of path: String) -> String {
    let start = path.utf8.lastIndex { "\\/:".utf8.contains($0) }
    return start.map { String(path[path.utf8.index(after: $0)...]) } ?? path
  }

  /// Whether Windows takes a name as one of those that `wildcard` stands for. Upper and lower case
  /// do not count, and `*.*` is everything.
  static func matches(_ name: String, _ wildcard: String) -> Bool {
    if wildcard == "*.*" { return true }
    // Brackets and backslashes mean nothing special here.
    let plain = wildcard.lowercased().map { "[]\\".contains($0) ? "\\\($0)" : "\($0)" }
    return RemoteWildcard(plain.joined()).matches(name.lowercased())
  }
}
