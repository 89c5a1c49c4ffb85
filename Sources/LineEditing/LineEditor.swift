/// A line, the lines before it and their picture on the screen.
struct LineEditor {
  private(set) var line = EditedLine()
  private var history = LineHistory()
  private var painter = LinePainter(prompt: "", columns: 80)
  private var ringsBell = false

  /// Begins a line behind `prompt`, which is shown.
  mutating func begin(prompt: String, columns: Int, output: inout [UInt8]) {
    line.clear()
    history.rewind()
    painter = LinePainter(prompt: prompt, columns: columns)
    painter.begin(&line, to: &output)
  }

  /// Types text at the cursor.
  mutating func insert(_ scalars: some Sequence<Unicode.Scalar>) {
    if !line.insert(scalars) { ring() }
  }

  /// The terminal's bell, for a key that could do nothing; once, however many there were.
  mutating func ring() { ringsBell = true }

  /// Shows what has changed.
  mutating func paint(to output: inout [UInt8]) {
    painter.paint(&line, to: &output)
    if ringsBell { output.append(0x07) }
    ringsBell = false
  }

  /// Shows what has changed, with the cursor behind the line.
  mutating func paintEnd(to output: inout [UInt8]) {
    _ = line.move(to: line.cells.count)
    paint(to: &output)
  }

  /// Clears the screen but for the line.
  mutating func clearScreen(output: inout [UInt8]) {
    output += "\u{1B}[H\u{1B}[2J".utf8
    painter.begin(&line, to: &output)
  }

  /// The screen has another width.
  mutating func resize(columns: Int) { painter.resize(columns: columns, showing: line) }

  /// Makes `text` the newest line of the history.
  mutating func remember(_ text: String) { history.remember(text) }

  /// Does what a key means to the line.
  mutating func perform(_ command: EditingCommand) {
    if !carryOut(command) { ring() }
  }

  private mutating func carryOut(_ command: EditingCommand) -> Bool {
    let cursor = line.cursor
    let count = line.cells.count
    switch command {
    case .accept, .interrupt, .complete, .clearScreen, .ignore: break
    case .moveToStart: return line.move(to: 0)
    case .moveToEnd: return line.move(to: count)
    case .moveBackward: return line.move(to: cursor - 1)
    case .moveForward: return line.move(to: cursor + 1)
    case .moveWordBackward: return cursor > 0 && line.move(to: line.wordStart)
    case .moveWordForward: return cursor < count && line.move(to: line.wordEnd)
    case .deleteBackward: return line.delete(cursor - 1..<cursor)
    case .deleteForwardOrEnd: return line.delete(cursor..<cursor + 1)
    case .deleteForward:
      guard cursor < count else { return false }
      line.kill(cursor..<cursor + 1)
    case .transpose: return line.transpose()
    case .killToEnd: line.kill(cursor..<count)
    case .killLine: line.kill(0..<count)
    case .killWordBackward:
      guard cursor > 0 else { return false }
      line.kill(line.wordStart..<cursor)
    case .killWordForward:
      guard cursor < count else { return false }
      line.kill(cursor..<line.wordEnd)
    case .yank: return line.yank()
    case .previousLine:
      return recall(history.previous(leaving: line.text))
    case .nextLine: return recall(history.next())
    }
    return true
  }

  private mutating func recall(_ text: String?) -> Bool {
    guard let text else { return false }
    line.replace(with: text)
    return true
  }
}
