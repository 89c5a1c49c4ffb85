/// What an appliance writes down, oldest lines dropped.
struct Log: Sendable {
  /// Most lines kept.
  static let maximumLineCount = 10_000
  /// Most bytes kept.
  static let maximumSize = 1 << 20
  /// Where a line is cut, in bytes.
  static let maximumLineSize = 1 << 16

  private var bytes: [UInt8] = []
  private var start = 0
  private var lineCount = 0

  /// The lines, each ended by a line feed.
  var contents: [UInt8] { Array(bytes[start...]) }

  /// Adds a line. Control characters and line ends within it are written out, so that nobody can
  /// make it look like two, or command the terminal it is read at.
  mutating func append(_ line: String) {
    bytes += Self.written(line).utf8.prefix(Self.maximumLineSize)
    bytes.append(0x0A)
    lineCount += 1
    while lineCount > Self.maximumLineCount || bytes.count - start > Self.maximumSize {
      guard let end = bytes[start...].firstIndex(of: 0x0A) else { break }
      start = end + 1
      lineCount -= 1
    }
    // Seldom enough to cost nothing by the line.
    if start > Self.maximumSize / 4 {
      bytes.removeFirst(start)
      start = 0
    }
  }

  private static func written(_ line: String) -> String {
    if line.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return line }
    var text = ""
    for scalar in line.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
          text += (byte < 0x10 ? "\\x0" : "\\x") + String(byte, radix: 16, uppercase: true)
        }
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
