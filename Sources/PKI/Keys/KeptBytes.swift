import Synchronization

/// Bytes that are worked out when somebody first asks for them.
struct KeptBytes: ~Copyable, Sendable {
  private let kept = Mutex<[UInt8]?>(nil)

  /// The bytes.
  ///
  /// - Parameter work: what they come from, which never changes.
  borrowing func value(_ work: () -> [UInt8]) -> [UInt8] {
    kept.withLock { kept in
      if let kept { return kept }
      let bytes = work()
      kept = bytes
      return bytes
    }
  }
}
