/// A transcript that shall be replayed, and where it comes from.
struct TranscriptSource: Sendable {
  /// Where the bytes are.
  enum Whereabouts {
    /// In the file of that name.
    case file
    /// Here: they came from standard input.
    case bytes([UInt8])
    /// Out of reach, for that reason.
    case nowhere(String)
  }

  /// The largest file that is taken for a transcript when it is named, in bytes.
  static let largest = 64 << 20

  /// The path, or `-`; it stands in the report.
  let name: String
  let whereabouts: Whereabouts

  /// The file by that name; what its header names lies beside it.
  var file: HostFile { HostFile(path: name) }

  /// Everything in it.
  func read() throws(Failure) -> [UInt8] {
    switch whereabouts {
    case .file: try file.read(atMost: Self.largest)
    case .bytes(let bytes): bytes
    case .nowhere(let reason): throw Failure(.unreadable, reason)
    }
  }
}
