import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension HostFile {
  /// The transcripts at `paths`: files as they are, folders searched, in order of name.
  static func transcripts(at paths: [String]) throws(Failure) -> [HostFile] {
    var files: [HostFile] = []
    for path in paths {
      var isFolder = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw Failure(.unreadable, "cannot read \(path)")
      }
      files += isFolder ? try transcripts(in: path) : [HostFile(path: path)]
    }
    guard !files.isEmpty else {
      throw Failure(.unreadable, "no transcripts in \(paths.joined(separator: " "))")
    }
    return files
  }

  private static func transcripts(in folder: String) throws(Failure) -> [HostFile] {
    guard let names = try? FileManager.default.subpathsOfDirectory(atPath: folder) else {
      throw Failure(.unreadable, "cannot read folder \(folder)")
    }
    return names.sorted()
      .filter { $0.hasSuffix(".txt") || $0.hasSuffix(".transcript") }
      .map { HostFile(path: "\(folder)/\($0)") }.filter { $0.kind == S_IFREG }
  }

  /// A path that is relative to this file's folder, unless it is absolute.
  func sibling(_ other: String) -> HostFile {
    guard !other.hasPrefix("/"), let slash = path.lastIndex(of: "/") else {
      return HostFile(path: other)
    }
    return HostFile(path: "\(path[..<slash])/\(other)")
  }
}
