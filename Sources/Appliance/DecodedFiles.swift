import Synchronization

/// The files that are decoded, of all appliances together: those decoded first are forgotten first.
///
/// OpenSSL's structures take fourteen to seventeen times the room of a file's bytes.
final class DecodedFiles: Sendable {
  private struct Entry: Sendable {
    weak var file: DecodedFile?
    let size: Int
  }

  private struct State {
    /// Oldest first.
    var entries: [Entry] = []
    var size = 0
  }

  /// Those of the process: what a hundred pods have decoded, many times over.
  static let all = DecodedFiles(limit: 64 << 20)

  private let limit: Int
  private let state = Mutex(State())

  /// None yet, and then as many as are together smaller than `limit`, in bytes of memory.
  init(limit: Int) { self.limit = limit }

  /// Whether a file is not so large that too many others would have to go for it.
  func mayKeep(_ file: DecodedFile) -> Bool { Self.size(of: file) <= limit / 4 }

  /// Takes a file up that has just been decoded; others may be forgotten for it.
  func add(_ file: DecodedFile) {
    let oldest = state.withLock { state in
      state.entries.append(Entry(file: file, size: Self.size(of: file)))
      state.size += Self.size(of: file)
      guard state.size > limit else { return [] as [DecodedFile] }
      // Those that are gone by themselves cost nothing any more.
      state.entries.removeAll { $0.file?.isDecoded != true }
      state.size = state.entries.reduce(0) { $0 + $1.size }
      // More than must be, so that this is seldom done.
      var forgotten = 0
      while state.size > limit / 4 * 3, forgotten < state.entries.count {
        state.size -= state.entries[forgotten].size
        forgotten += 1
      }
      defer { state.entries.removeFirst(forgotten) }
      return state.entries.prefix(forgotten).compactMap(\.file)
    }
    for file in oldest { file.forget() }
  }

  /// Forgets all.
  func forgetAll() {
    let entries = state.withLock { state in
      defer { state = State() }
      return state.entries
    }
    for entry in entries { entry.file?.forget() }
  }

  private static func size(of file: DecodedFile) -> Int { 17 * file.bytes.count + 1024 }
}
