extension [UInt8] {
  /// Whether the file is text in 16-bit units: it starts with their byte order mark, or every other
  /// byte at its start is zero.
  public var isUTF16: Bool {
    if starts(with: [0xFF, 0xFE]) || starts(with: [0xFE, 0xFF]) { return true }
    let start = prefix(32)
    guard start.count >= 4 else { return false }
    return [0, 1].contains { odd in
      start.indices.allSatisfy { (start[$0] == 0) == ($0 % 2 == odd) }
    }
  }

  /// The same without the byte order mark that Windows' editors put in front of UTF-8.
  public var withoutByteOrderMark: [UInt8] {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    return starts(with: mark) ? Array(dropFirst(mark.count)) : self
  }
}
