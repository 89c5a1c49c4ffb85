import Glibc
import Transcripts

/// Finds the transcripts that the command line means: files as they are, folders searched, in order
/// of name.
///
/// In a folder, files named `.txt` and `.transcript` are taken, others if they begin like a
/// transcript, Markdown if its first live block does. Hidden files and folders are not looked at, and
/// links not followed.
struct TranscriptSearch {
  /// The largest file that is looked into because it lies in a folder, in bytes.
  private static let largest = 4 << 20
  /// How much of a file is looked at.
  private static let beginning = 64 << 10

  /// Only paths that contain it count; nil for all.
  private let filter: String?
  private(set) var sources: [TranscriptSource] = []
  /// The files in folders that are no transcripts.
  private(set) var others: [String] = []

  /// The transcripts at `paths`; those that cannot be read are among them.
  ///
  /// - Throws: if there are none.
  init(_ paths: [String], filter: String?) throws(Failure) {
    self.filter = filter
    for path in paths { add(path) }
    guard sources.isEmpty else { return }
    let places = paths.joined(separator: " ")
    throw Failure(
      .unreadable,
      filter.map { "no transcripts in \(places) whose path contains \"\($0)\"" }
        ?? "no transcripts in \(places)")
  }

  /// A line about what was passed over; nil if nothing was.
  var remark: String? {
    guard !others.isEmpty else { return nil }
    let names = others.prefix(3).joined(separator: ", ") + (others.count > 3 ? ", ..." : "")
    return others.count == 1
      ? "passed over a file that is no transcript: \(names)"
      : "passed over \(others.count) files that are no transcripts: \(names)"
  }

  private mutating func add(_ path: String) {
    guard path != "-" else {
      guard isWanted(path) else { return }
      var bytes: [UInt8] = []
      while bytes.count <= TranscriptSource.largest, StandardStream.input.read(into: &bytes) {}
      let isTooLarge = bytes.count > TranscriptSource.largest
      let whereabouts =
        isTooLarge ? .nowhere("standard input is too large") : Whereabouts.bytes(bytes)
      return sources.append(TranscriptSource(name: path, whereabouts: whereabouts))
    }
    let file = HostFile(path: path)
    if file.isFolder { return search(path) }
    guard isWanted(path) else { return }
    let whereabouts = file.exists ? Whereabouts.file : .nowhere("cannot read \(path)")
    sources.append(TranscriptSource(name: path, whereabouts: whereabouts))
  }

  private typealias Whereabouts = TranscriptSource.Whereabouts

  private func isWanted(_ path: String) -> Bool { filter.map(path.contains) ?? true }

  /// Looks through a folder and all below it.
  private mutating func search(_ folder: String) {
    var folders = [folder]
    var found: [(path: String, whereabouts: Whereabouts)] = []
    while let folder = folders.popLast() {
      guard let names = HostFolder(path: folder).names else {
        found.append((folder, .nowhere("cannot read folder \(folder)")))
        continue
      }
      for name in names where !name.hasPrefix(".") {
        let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
        if HostFile(path: path).kind == S_IFDIR {
          folders.append(path)
        } else {
          found.append((path, .file))
        }
      }
    }
    for (path, whereabouts) in found.sorted(by: { $0.path < $1.path }) where isWanted(path) {
      if case .file = whereabouts, !isTranscript(HostFile(path: path)) {
        others.append(path)
      } else {
        sources.append(TranscriptSource(name: path, whereabouts: whereabouts))
      }
    }
  }

  private func isTranscript(_ file: HostFile) -> Bool {
    guard file.kind == S_IFREG else { return false }
    if file.path.hasSuffix(".txt") || file.path.hasSuffix(".transcript") { return true }
    let format = Transcript.Format(fileName: file.path)
    // The first live block may stand anywhere.
    let limit = format == .markdown ? Self.largest : Self.beginning
    guard let size = file.size, size <= Self.largest,
      let bytes = try? file.read(first: limit)
    else { return false }
    return Transcript.isBegun(by: bytes, format: format)
  }
}
