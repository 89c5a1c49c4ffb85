extension [UInt8] {
  /// Whether it is text in 16-bit units: it starts with their byte order mark, or every other byte at
  /// its start is zero.
  var isUTF16: Bool {
    if starts(with: [0xFF, 0xFE]) || starts(with: [0xFE, 0xFF]) { return true }
    let start = prefix(32)
    guard start.count >= 4 else { return false }
    return [0, 1].contains { odd in
      start.indices.allSatisfy { (start[$0] == 0) == ($0 % 2 == odd) }
    }
  }
}
