/// A file cut up as far as can be seen without a stage.
struct Opening {
  /// The file without a byte order mark.
  let source: [UInt8]
  /// All its lines.
  let lines: [Line]
  /// What stands before the first prompt.
  let prelude: ArraySlice<Line>
  /// The lines that are replayed; some blocks may be empty.
  var blocks: [Range<Int>]

  /// Cuts up the bytes of a file.
  init(_ bytes: [UInt8], _ format: Transcript.Format) {
    let mark = [0xEF, 0xBB, 0xBF] as [UInt8]
    source = bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
    lines = Line.all(of: source)
    blocks =
      switch format {
      case .plain: [lines.indices]
      case .markdown: Markdown.consoleBlocks(in: lines)
      }
    guard let first = blocks.first else {
      prelude = []
      return
    }
    prelude = lines[first].prefix { $0.text.isBlank || $0.text.first == UInt8(ascii: "#") }
    blocks[0] = prelude.endIndex..<first.upperBound
  }
}

extension [UInt8] {
  /// Whether the file is text in 16-bit units: it starts with their byte order mark, or every other
  /// byte at its start is zero.
  var isUTF16: Bool {
    if starts(with: [0xFF, 0xFE]) || starts(with: [0xFE, 0xFF]) { return true }
    let start = prefix(32)
    guard start.count >= 4 else { return false }
    return [0, 1].contains { odd in
      start.indices.allSatisfy { (start[$0] == 0) == ($0 % 2 == odd) }
    }
  }
}
