import Appliance
import Synchronization

/// PC1's files that were looked into, by their bytes: the same few are asked about again and again,
/// and the drive keeps only bytes.
enum PC1Files {
  /// How many are kept; then all are let go.
  private static let most = 256
  /// Larger ones are not kept.
  private static let largest = 64 << 10

  private static let files = Mutex<[[UInt8]: DecodedFile]>([:])

  /// What those bytes hold.
  static func decoded(_ bytes: [UInt8]) -> DecodedFile {
    guard bytes.count <= largest else { return DecodedFile(bytes) }
    return files.withLock { files in
      if let file = files[bytes] { return file }
      if files.count >= most { files.removeAll() }
      let file = DecodedFile(bytes)
      files[bytes] = file
      return file
    }
  }
}
