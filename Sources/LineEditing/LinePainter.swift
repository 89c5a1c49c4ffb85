import Console

/// Shows the prompt and the line behind it, with what every terminal understands: characters,
/// backspaces, and the cursor and erasing sequences of ECMA-48.
///
/// Only what changed is sent. No height is known: of a line of more rows than the screen has, those
/// that left it are not painted again.
struct LinePainter {
  private let prompt: [Cell]
  private var layout: RowLayout
  /// Where the terminal's cursor is.
  private var cursor = ScreenPosition()
  /// Where what is on the screen ends.
  private var end = ScreenPosition()
  /// Whether all is to be painted, prompt included.
  private var isStale = true

  init(prompt: String, columns: Int) {
    var cells: [Cell] = []
    for scalar in TerminalText.escaping(prompt).unicodeScalars where scalar != "\t" {
      let cell = Cell(scalar)
      if cell.width > 0 {
        cells.append(cell)
      } else if !cells.isEmpty {
        _ = cells[cells.count - 1].add(scalar)
      }
    }
    self.prompt = cells
    layout = RowLayout(prompt: cells, columns: columns)
  }

  /// Shows `line` as it is now, with the cursor where it is.
  mutating func paint(_ line: inout EditedLine, to output: inout [UInt8]) {
    if isStale {
      goToStart(output: &output)
      output += "\u{1B}[J".utf8
    }
    paintChange(of: line, to: &output)
    line.markShown()
    move(to: layout.position(of: line.cursor, in: line.cells), output: &output)
  }

  /// Shows prompt and `line` where the cursor is, on a row of their own.
  mutating func begin(_ line: inout EditedLine, to output: inout [UInt8]) {
    isStale = true
    cursor = ScreenPosition()
    end = ScreenPosition()
    paintChange(of: line, to: &output)
    line.markShown()
    move(to: layout.position(of: line.cursor, in: line.cells), output: &output)
  }

  /// Takes the new width of the screen into account when it is painted next.
  ///
  /// Some terminals move text to other rows then, others cut it. Where it stands in one row both do
  /// the same; else the lesser of two rows is taken for the cursor's, so that no answer above is
  /// painted over.
  mutating func resize(columns: Int, showing line: EditedLine) {
    let isOneRow = end.row == 0 && end.column < columns
    layout = RowLayout(prompt: prompt, columns: columns)
    layout.update(line.cells, from: -prompt.count)
    guard !isOneRow else { return }
    cursor.row = min(cursor.row, layout.position(of: line.cursor, in: line.cells).row)
    isStale = true
  }

  private mutating func paintChange(of line: EditedLine, to output: inout [UInt8]) {
    let first = isStale ? -prompt.count : line.firstChange
    isStale = false
    guard let first else { return }
    layout.update(line.cells, from: first)
    move(to: layout.positionBehind(first, in: line.cells), output: &output)
    print(line.cells, from: first, to: &output)
    if cursor.row < end.row {
      output += "\u{1B}[J".utf8
    } else if cursor < end {
      output += "\u{1B}[K".utf8
    }
    end = cursor
  }

  private mutating func print(_ line: [Cell], from index: Int, to output: inout [UInt8]) {
    let places = index + prompt.count..<prompt.count + line.count
    for place in places {
      let cell = layout.cell(at: place, in: line)
      let width = Int(cell.width)
      if cursor.column + width > layout.columns {
        // A wide character does not fit: what was in the last column must go.
        output.append(0x20)
        cursor = ScreenPosition(row: cursor.row + 1)
      }
      cell.write(to: &output)
      cursor.column += width
      if cursor.column == layout.columns { cursor = ScreenPosition(row: cursor.row + 1) }
    }
    // Behind the last column terminals wait for one more character before they begin a row.
    if !places.isEmpty, cursor.column == 0 { output += " \r".utf8 }
  }

  private mutating func goToStart(output: inout [UInt8]) {
    output.append(0x0D)
    cursor.column = 0
    move(to: ScreenPosition(), output: &output)
    end = ScreenPosition()
  }

  private mutating func move(to place: ScreenPosition, output: inout [UInt8]) {
    let down = place.row - cursor.row
    if down != 0 { output += "\u{1B}[\(abs(down))\(down < 0 ? "A" : "B")".utf8 }
    let right = place.column - cursor.column
    switch right {
    case 0: break
    case -3..<0: output += repeatElement(0x08, count: -right)
    case _ where place.column == 0: output.append(0x0D)
    case ..<0: output += "\u{1B}[\(-right)D".utf8
    default: output += "\u{1B}[\(right)C".utf8
    }
    cursor = place
  }
}
