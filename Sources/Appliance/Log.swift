/// What an appliance writes down. When it is full, whoever has most of it loses their oldest lines:
/// nobody pushes out what others have left by typing much.
struct Log: Sendable {
  /// Most lines kept.
  static let maximumLineCount = 10_000
  /// Most bytes kept.
  static let maximumSize = 1 << 20
  /// Where a line is cut, in bytes.
  static let maximumLineSize = 1 << 16

  private struct Line: Sendable {
    let number: Int
    /// With the line feed.
    let bytes: [UInt8]
  }

  /// The lines about one user, oldest first.
  private struct Share: Sendable {
    private(set) var lines: [Line] = []
    private(set) var start = 0
    private(set) var size = 0

    var count: Int { lines.count - start }
    /// Those there are.
    var kept: ArraySlice<Line> { lines[start...] }
    /// The number of its oldest line.
    var oldest: Int { start < lines.count ? lines[start].number : .max }

    mutating func append(_ line: Line) {
      lines.append(line)
      size += line.bytes.count
    }

    mutating func dropFirst() {
      size -= lines[start].bytes.count
      lines[start] = Line(number: lines[start].number, bytes: [])
      start += 1
      // Seldom enough to cost nothing by the line.
      guard start > 1024, start > lines.count / 2 else { return }
      lines.removeFirst(start)
      start = 0
    }
  }

  private var shares: [String: Share] = [:]
  private var count = 0
  private var size = 0
  private var next = 0
  /// The contents as they were asked for last: who lists files asks again and again.
  private var known: [UInt8]? = []

  /// The lines in their order, each ended by a line feed.
  var contents: [UInt8] {
    mutating get {
      if let known { return known }
      let lines = shares.values.flatMap(\.kept).sorted { $0.number < $1.number }
      var bytes: [UInt8] = []
      bytes.reserveCapacity(size)
      for line in lines { bytes += line.bytes }
      known = bytes
      return bytes
    }
  }

  /// Adds a line. Control characters and line ends within it are written out, so that nobody can
  /// make it look like two, or command the terminal it is read at.
  ///
  /// - Parameter owner: whose share it counts towards; there should be few.
  mutating func append(_ line: String, of owner: String = "") {
    var bytes = Array(Self.written(line).utf8.prefix(Self.maximumLineSize))
    bytes.append(0x0A)
    shares[owner, default: Share()].append(Line(number: next, bytes: bytes))
    next += 1
    count += 1
    size += bytes.count
    known = nil
    while count > Self.maximumLineCount { dropOldest { $0.count } }
    while size > Self.maximumSize { dropOldest { $0.size } }
  }

  /// Drops the oldest line of whoever has most by a measure.
  private mutating func dropOldest(by measure: (Share) -> Int) {
    let largest = shares.max { left, right in
      let (first, second) = (measure(left.value), measure(right.value))
      return first == second ? left.value.oldest > right.value.oldest : first < second
    }
    guard let owner = largest?.key, var share = shares.removeValue(forKey: owner) else { return }
    let before = share.size
    share.dropFirst()
    size -= before - share.size
    count -= 1
    if share.count > 0 { shares[owner] = share }
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
