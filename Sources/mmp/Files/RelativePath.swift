extension HostFile {
  /// Its name in its folder.
  var name: String { path.lastIndex(of: "/").map { String(path[$0...].dropFirst()) } ?? path }

  /// The way from this file's folder to `other`, by their names alone: `.` if it is that folder.
  ///
  /// Links are not followed, so a link on the way may make it another way.
  func relativePath(to other: String) -> String {
    let from = Self.parts(of: absolutePath).dropLast()
    let to = Self.parts(of: HostFile(path: other).absolutePath)
    let common = zip(from, to).prefix { $0 == $1 }.count
    let way = from.dropFirst(common).map { _ in ".." } + to.dropFirst(common)
    let path = way.joined(separator: "/")
    // A header's value has no blank at its start.
    return path.isEmpty ? "." : path.hasPrefix(" ") || path.hasPrefix("\t") ? "./\(path)" : path
  }

  /// The names on an absolute path, without detours.
  private static func parts(of path: String) -> [String] {
    path.split(separator: "/").reduce(into: []) { parts, part in
      switch part {
      case ".": break
      case "..": _ = parts.popLast()
      default: parts.append(String(part))
      }
    }
  }
}
