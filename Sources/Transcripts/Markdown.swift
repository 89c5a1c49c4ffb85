/// Finds the live parts of a Markdown file.
enum Markdown {
  /// The insides of the code blocks whose info string is `console`, as ranges of `lines`.
  ///
  /// Other fenced blocks are followed too, so that an example of a fence inside them is not live.
  static func consoleBlocks(in lines: [Line]) -> [Range<Int>] {
    var blocks: [Range<Int>] = []
    var open: (fence: Fence, start: Int)?
    for (index, line) in lines.enumerated() {
      guard let fence = Fence(line.text) else { continue }
      guard let block = open else {
        open = (fence, index + 1)
        continue
      }
      guard fence.closes(block.fence) else { continue }
      if block.fence.isConsole { blocks.append(block.start..<index) }
      open = nil
    }
    // A block that is never closed runs to the end of the file.
    if let block = open, block.fence.isConsole { blocks.append(block.start..<lines.endIndex) }
    return blocks
  }

  /// A line that opens or closes a code block.
  private struct Fence {
    private let mark: UInt8
    private let length: Int
    private let info: ArraySlice<UInt8>

    /// Nil if the line is no fence: three or more of one mark, indented by three blanks at most.
    init?(_ line: ArraySlice<UInt8>) {
      let text = line.drop { $0 == UInt8(ascii: " ") }
      guard text.startIndex - line.startIndex <= 3, let mark = text.first,
        mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~")
      else { return nil }
      let info = text.drop { $0 == mark }
      guard info.startIndex - text.startIndex >= 3 else { return nil }
      // Three backquotes on both sides of a word are inline code.
      guard mark != UInt8(ascii: "`") || !info.contains(mark) else { return nil }
      self.mark = mark
      self.length = info.startIndex - text.startIndex
      self.info = info.trimming
    }

    var isConsole: Bool { info.elementsEqual("console".utf8) }

    func closes(_ fence: Fence) -> Bool {
      mark == fence.mark && length >= fence.length && info.isEmpty
    }
  }
}
