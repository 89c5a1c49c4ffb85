/// Files that were removed or overwritten. Whoever has one open keeps its bytes in memory, and as
/// long as somebody does they count.
struct RemovedFiles: Sendable {
  private struct File: Sendable {
    /// Lives as long as somebody has the file.
    weak var contents: DecodedFile?
    let size: Int
  }

  private var files: [File] = []

  /// The bytes of those that are still open.
  var size: Int { files.reduce(0) { $0 + ($1.contents == nil ? 0 : $1.size) } }

  /// Takes up what a file held.
  mutating func add(_ contents: DecodedFile) {
    files.removeAll { $0.contents == nil }
    // What is small enough to be many is not worth remembering.
    guard contents.bytes.count > Self.smallest else { return }
    files.append(File(contents: contents, size: contents.bytes.count))
  }

  private static let smallest = 4096
}
