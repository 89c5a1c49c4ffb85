import Appliance
import PKI
import Synchronization

/// What is in files that no appliance has, decoded once: those of PC1 and of the web server.
final class HeldFiles: Sendable {
  private struct State {
    var files: [[UInt8]: PKIFile] = [:]
    var size = 0
  }

  /// Those of the process.
  static let shared = HeldFiles()

  private let state = Mutex(State())

  /// Memory for their bytes; OpenSSL's structures take some fifteen times as much.
  private static let mostBytes = 512 << 10

  /// What is in a file of those bytes; nil for what would take long to look into, or is no file of
  /// keys and certificates.
  func file(_ bytes: [UInt8]) -> PKIFile? {
    guard DecodedFile(bytes).isQuick, !bytes.isEmpty else { return nil }
    if let file = state.withLock({ $0.files[bytes] }) { return file }
    let file = PKIFile(bytes)
    state.withLock { state in
      if state.size + bytes.count > Self.mostBytes { state = State() }
      if state.files.updateValue(file, forKey: bytes) == nil { state.size += bytes.count }
    }
    return file
  }
}
