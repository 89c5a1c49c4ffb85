import Appliance
import Synchronization

/// Files that no appliance has, those of PC1 and of the web server, by their bytes: the same few are
/// looked into again and again, and a drive keeps only bytes.
final class HeldFiles: Sendable {
  private struct State {
    var files: [[UInt8]: DecodedFile] = [:]
    var size = 0
  }

  /// Those of the process.
  static let shared = HeldFiles()

  private let state = Mutex(State())

  /// Memory for their bytes; then all are let go. What was found in them, ``DecodedFile`` bounds.
  private static let mostBytes = 2 << 20
  /// Larger ones are not kept.
  private static let largest = 64 << 10

  /// What those bytes hold.
  func decoded(_ bytes: [UInt8]) -> DecodedFile {
    guard bytes.count <= Self.largest else { return DecodedFile(bytes) }
    return state.withLock { state in
      if let file = state.files[bytes] { return file }
      if state.size + bytes.count > Self.mostBytes { state = State() }
      let file = DecodedFile(bytes)
      state.files[bytes] = file
      state.size += bytes.count
      return file
    }
  }
}
