import PKI

/// What is remembered of a condition about files that have to be what they were: its path, and behind
/// it what they were.
struct SeenMarks {
  /// What the files were when it was met.
  let states: [String]

  /// The marks of the condition at a path, among all that is remembered.
  init(_ seen: Set<String>, of path: String) {
    let start = "\(path)="
    states = seen.filter { $0.hasPrefix(start) }.map { String($0.dropFirst(start.utf8.count)) }
  }

  /// A mark.
  static func mark(_ path: String, with state: String) -> String { "\(path)=\(state)" }

  /// Whether it is a mark, and not a path alone.
  static func isMark(_ seen: String) -> Bool { seen.contains("=") }

  /// Adds a path or a mark; of a condition only the last mark is remembered.
  static func add(_ mark: String, to seen: inout [String]) {
    if let end = mark.firstIndex(of: "=") {
      seen.removeAll { $0.hasPrefix(mark[...end]) }
    }
    seen.append(mark)
  }
}

extension Look {
  /// What files are, in hexadecimal digits: other bytes have others. Nil if one is not there, or is
  /// larger than what is looked into.
  func state(of files: [String], on machine: String) -> String? {
    var all: [UInt8] = []
    for name in files {
      guard let file = file(name, on: machine), file.contents.count <= Self.mostBytes else {
        return nil
      }
      // With its length, so that two files are not taken for one.
      withUnsafeBytes(of: file.contents.count.littleEndian) { all += $0 }
      all += file.contents
    }
    let digest = try? Digest.sha256(all)
    return digest?.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// Nothing that a lab asks for has more bytes.
  private static let mostBytes = 16_384
}
