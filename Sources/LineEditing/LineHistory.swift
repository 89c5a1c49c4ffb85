/// The lines typed before, and where in them the user is.
struct LineHistory {
  private static let maximumCount = 500
  /// All lines together: a session must not keep what a stranger pastes into it.
  private static let maximumByteCount = 1 << 18

  private var lines: [String] = []
  private var byteCount = 0
  /// The line that is shown; `lines.count` for the one being typed.
  private var position = 0
  /// The line being typed, while another is shown.
  private var unfinished = ""

  /// Makes `line` the newest one, unless it is blank or the newest is the same.
  mutating func remember(_ line: String) {
    let bytes = line.utf8
    guard bytes.contains(where: { $0 != 0x20 }) else { return }
    if let last = lines.last, last.utf8.elementsEqual(bytes) { return }
    lines.append(line)
    byteCount += bytes.count
    var surplus = max(lines.count - Self.maximumCount, 0)
    for line in lines[..<surplus] { byteCount -= line.utf8.count }
    while byteCount > Self.maximumByteCount, surplus < lines.count - 1 {
      byteCount -= lines[surplus].utf8.count
      surplus += 1
    }
    lines.removeFirst(surplus)
  }

  /// Goes back to the line being typed, a new one.
  mutating func rewind() {
    position = lines.count
    unfinished = ""
  }

  /// The line before; nil if there is none. `line` is what is shown: what was done to a recalled
  /// line is lost, the one being typed is kept.
  mutating func previous(leaving line: @autoclosure () -> String) -> String? {
    guard position > 0 else { return nil }
    if position == lines.count { unfinished = line() }
    position -= 1
    return recalled
  }

  /// The line after; nil if there is none.
  mutating func next() -> String? {
    guard position < lines.count else { return nil }
    position += 1
    return position < lines.count ? recalled : unfinished
  }

  /// The line at the position. A blank at its end, as Tab leaves it, is not recalled.
  private var recalled: String {
    let line = lines[position].unicodeScalars
    return String(line.last == " " ? line.dropLast() : line[...])
  }
}
