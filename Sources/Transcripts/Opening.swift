import Words

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
    source = bytes.withoutByteOrderMark
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
