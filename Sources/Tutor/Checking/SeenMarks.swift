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
    var (low, high) = (0xCBF2_9CE4_8422_2325 as UInt64, 0x9E37_79B9_7F4A_7C15 as UInt64)
    func add(_ byte: UInt8) {
      low = (low ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
      high = (high ^ UInt64(byte) ^ (low >> 32)) &* 0xBF58_476D_1CE4_E5B9
      high ^= high >> 31
    }
    for name in files {
      guard let file = file(name, on: machine), file.contents.count <= Self.mostBytes else {
        return nil
      }
      withUnsafeBytes(of: file.contents.count.littleEndian) { $0.forEach(add) }
      file.contents.forEach(add)
    }
    return String(low, radix: 16) + "-" + String(high, radix: 16)
  }

  /// Nothing that a lab asks for has more bytes.
  private static let mostBytes = 16_384
}
