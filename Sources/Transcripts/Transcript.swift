/// A session written down: what was typed, at which prompts, and what came back.
///
/// A line that starts with a known prompt is typed, the rest is expected output. Which prompts are
/// known is seen only while the transcript is replayed, so parsing goes no further than the header.
public struct Transcript: Sendable {
  /// How a transcript is embedded in its file.
  public enum Format: Sendable {
    /// The whole file is the transcript.
    case plain
    /// The code blocks fenced as `console` are the transcript; the text around them is left alone.
    case markdown

    /// The format that the end of a file's name tells.
    public init(fileName: String) {
      self = fileName.hasSuffix(".md") ? .markdown : .plain
    }

    /// The file that has `transcript` in it.
    public func file(of transcript: [UInt8]) -> [UInt8] {
      guard case .markdown = self else { return transcript }
      // Longer than any fence that was printed.
      let marks = transcript.split { $0 != UInt8(ascii: "`") }.map(\.count).max() ?? 0
      let fence = String(repeating: "`", count: max(3, marks + 1))
      return "\(fence)console\n".utf8 + transcript + "\(fence)\n".utf8
    }
  }

  /// The name of the file, as it shall appear in reports.
  public let name: String
  /// What the transcript says about itself.
  public let header: TranscriptHeader

  /// The file as it was given.
  let source: [UInt8]
  /// All lines of the file.
  let lines: [Line]
  /// The lines that are replayed, as ranges of ``lines``. Header and comments are not among them.
  let blocks: [Range<Int>]

  /// Reads a transcript from the bytes of the file called `name`.
  ///
  /// A byte order mark at its start, as some editors write it, is passed over.
  ///
  /// - Throws: ``TranscriptError`` if a header line is malformed, has an unknown or repeated key, or
  ///   is not followed by a prompt.
  public init(
    _ bytes: [UInt8], name: String, format: Format? = nil
  ) throws(TranscriptError) {
    let mark = [0xEF, 0xBB, 0xBF] as [UInt8]
    let bytes = bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
    let lines = Line.all(of: bytes)
    var blocks: [Range<Int>] =
      switch format ?? Format(fileName: name) {
      case .plain: [lines.indices]
      case .markdown: Markdown.consoleBlocks(in: lines)
      }
    var header = TranscriptHeader()
    if let first = blocks.first {
      // Up to the first prompt: comments and empty lines.
      let prelude = lines[first].prefix { $0.text.isBlank || $0.text.first == UInt8(ascii: "#") }
      for line in prelude { try header.read(line) }
      blocks[0] = prelude.endIndex..<first.upperBound
    }
    // What starts otherwise is some other kind of file, which an update must not touch.
    guard let start = blocks.first(where: { !$0.isEmpty })?.lowerBound else {
      throw TranscriptError(line: max(1, lines.count), problem: .noPrompt)
    }
    guard WindowPrompt.scan(lines[start].text) != nil else {
      throw TranscriptError(line: lines[start].number, problem: .textBeforePrompt)
    }
    self.name = name
    self.header = header
    self.source = bytes
    self.lines = lines
    self.blocks = blocks
  }
}
