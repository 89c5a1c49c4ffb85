import Words

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

  /// The prompt of the first line that is typed, and its place in the file.
  let firstPrompt: (prompt: WindowPrompt, line: Int)
  /// How many lines the file has.
  public var lineCount: Int { lines.count }

  /// The file as it was given, without a byte order mark.
  let source: [UInt8]
  /// All lines of the file.
  let lines: [Line]
  /// The lines that are replayed, as ranges of ``lines``. The header is not among them.
  let blocks: [Range<Int>]
  /// Whether any line may capture something.
  let hasCaptures: Bool

  /// Reads a transcript from the bytes of the file called `name`.
  ///
  /// A byte order mark at its start, as some editors write it, is passed over.
  ///
  /// - Throws: ``TranscriptError`` if the file is UTF-16, if a header line is malformed, has an
  ///   unknown or repeated key, or is not followed by a prompt, or if a name is captured twice.
  public init(
    _ bytes: [UInt8], name: String, format: Format? = nil
  ) throws(TranscriptError) {
    if bytes.isUTF16 { throw TranscriptError(line: 1, problem: .utf16) }
    var opening = Opening(bytes, format ?? Format(fileName: name))
    var header = TranscriptHeader()
    for line in opening.prelude { try header.read(line) }
    opening.blocks = opening.blocks.filter { !$0.isEmpty }
    // What starts otherwise is some other kind of file, which an update must not touch.
    guard let start = opening.blocks.first?.lowerBound else {
      throw TranscriptError(line: max(1, opening.lines.count), problem: .noPrompt)
    }
    let first = opening.lines[start]
    guard let prompt = WindowPrompt.scan(first.text)?.prompt else {
      throw TranscriptError(line: first.number, problem: .notAPrompt(in: first.text))
    }
    self.name = name
    self.header = header
    source = opening.source
    lines = opening.lines
    blocks = opening.blocks
    firstPrompt = (prompt, first.number)
    hasCaptures = try CaptureCheck.findsCaptures(in: opening.blocks.map { opening.lines[$0] })
  }

  /// Whether `bytes` begin like a transcript: header lines, comments and empty lines, and then a
  /// prompt. Whether the header is right does not matter.
  public static func isBegun(by bytes: [UInt8], format: Format) -> Bool {
    let opening = Opening(bytes, format)
    guard let start = opening.blocks.first(where: { !$0.isEmpty })?.lowerBound else { return false }
    return WindowPrompt.scan(opening.lines[start].text) != nil
  }

  /// Makes sure that `stage` has the window in which the transcript starts; otherwise all of it
  /// would pass for output.
  ///
  /// - Throws: ``TranscriptError`` with the prompts that there are.
  public func checkFirstWindow(on stage: any Stage) throws(TranscriptError) {
    guard stage.window(named: firstPrompt.prompt) == nil else { return }
    let prompt = lines[firstPrompt.line - 1].text
    throw TranscriptError(line: firstPrompt.line, problem: .noWindow(prompt: prompt.asPrompt))
  }
}
