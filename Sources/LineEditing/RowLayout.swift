/// A place on the screen, counted from the first column of the prompt.
struct ScreenPosition: Comparable {
  var row = 0
  var column = 0

  static func < (one: Self, other: Self) -> Bool {
    (one.row, one.column) < (other.row, other.column)
  }
}

/// Which rows of the terminal the prompt and the line behind it fill.
///
/// Only where rows begin is kept: a change near the end of a long line costs little.
struct RowLayout {
  let columns: Int
  private let prompt: [Cell]
  /// The first character of each row, prompt included.
  private var rowStarts = [0]
  /// Behind the last character.
  private(set) var end = ScreenPosition()

  init(prompt: [Cell], columns: Int) {
    self.prompt = prompt
    self.columns = columns
    update([], from: -prompt.count)
  }

  /// Lays `line` out anew from the character at `index` on; the prompt has indices below zero.
  mutating func update(_ line: [Cell], from index: Int) {
    let change = index + prompt.count
    while let last = rowStarts.last, last >= change, last > 0 { rowStarts.removeLast() }
    var row = rowStarts.count - 1
    var column = 0
    for place in rowStarts[row]..<prompt.count + line.count {
      let width = Int(cell(at: place, in: line).width)
      if column + width > columns {
        row += 1
        column = 0
        rowStarts.append(place)
      }
      column += width
      if column == columns {
        row += 1
        column = 0
        rowStarts.append(place + 1)
      }
    }
    end = ScreenPosition(row: row, column: column)
  }

  /// Where the cursor is that stands before the character at `index`.
  func position(of index: Int, in line: [Cell]) -> ScreenPosition {
    let place = index + prompt.count
    // The last row that begins at or before it.
    var low = 0
    var high = rowStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if rowStarts[middle] <= place { low = middle } else { high = middle }
    }
    let column = (rowStarts[low]..<place).reduce(0) { $0 + Int(cell(at: $1, in: line).width) }
    return ScreenPosition(row: low, column: column)
  }

  /// Where printing goes on after the character before `index`: the character at `index` itself may
  /// be too wide to stand there.
  func positionBehind(_ index: Int, in line: [Cell]) -> ScreenPosition {
    guard index > -prompt.count else { return ScreenPosition() }
    let width = Int(cell(at: index - 1 + prompt.count, in: line).width)
    var position = position(of: index - 1, in: line)
    position.column += width
    return position.column < columns ? position : ScreenPosition(row: position.row + 1)
  }

  func cell(at place: Int, in line: [Cell]) -> Cell {
    place < prompt.count ? prompt[place] : line[place - prompt.count]
  }
}
