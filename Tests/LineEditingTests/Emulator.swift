/// A terminal of one width and any height: what was sent becomes what a user sees.
struct Emulator {
  /// One column of the screen. The right half of a wide character is empty.
  typealias Glyph = String

  var columns: Int
  private var rows: [[Glyph]] = [[]]
  private(set) var row = 0
  private(set) var column = 0
  /// The last column was written: the next character begins a row.
  private var wraps = false
  private(set) var bells = 0
  /// Sequences it does not know, which is a fault of the sender.
  private(set) var unknown: [String] = []

  init(columns: Int) { self.columns = columns }

  /// The rows without blanks at their ends, and without empty rows at the end.
  var screen: [String] {
    var lines = rows.map { glyphs in
      var glyphs = glyphs
      while glyphs.last == " " { glyphs.removeLast() }
      return glyphs.joined()
    }
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  /// Where the next character would appear, `width` columns wide.
  func place(width: Int) -> [Int] {
    wraps || column + width > columns ? [row + 1, 0] : [row, column]
  }

  /// Where the cursor is drawn; nil while it hangs behind the last column.
  var cursor: [Int]? { wraps ? nil : [row, column] }

  mutating func show(_ bytes: [UInt8], width: (Unicode.Scalar) -> Int) {
    var scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\u{7}": bells += 1
      case "\u{8}": (column, wraps) = (max(column - 1, 0), false)
      case "\n": go(to: row + 1, column)
      case "\r": go(to: row, 0)
      case "\u{1B}": obey(&scalars)
      default: put(scalar, width: width(scalar))
      }
    }
  }

  private mutating func go(to row: Int, _ column: Int) {
    self.row = max(row, 0)
    self.column = min(max(column, 0), columns - 1)
    wraps = false
    while rows.count <= self.row { rows.append([]) }
  }

  private mutating func obey(_ scalars: inout String.UnicodeScalarView.SubSequence) {
    var sequence = ""
    _ = scalars.popFirst()
    while let scalar = scalars.popFirst() {
      sequence.unicodeScalars.append(scalar)
      if "@"..."~" ~= scalar { break }
    }
    let count = Int(sequence.dropLast()) ?? 1
    switch sequence.last {
    case "A": go(to: row - count, column)
    case "B": go(to: row + count, column)
    case "C": go(to: row, column + count)
    case "D": go(to: row, column - count)
    case "H" where sequence == "H": go(to: 0, 0)
    case "J" where sequence == "2J": rows = Array(repeating: [], count: row + 1)
    case "J" where sequence == "J":
      rows.removeSubrange((row + 1)...)
      erase()
    case "K" where sequence == "K": erase()
    default: unknown.append(sequence)
    }
  }

  private mutating func erase() {
    clear(at: column)
    rows[row] = Array(rows[row].prefix(column))
  }

  private mutating func put(_ scalar: Unicode.Scalar, width: Int) {
    if width == 0 {
      // A mark goes to the character before the cursor, or under it while that waits.
      let last = wraps ? column : column - 1
      if let place = rows[row].indices.prefix(last + 1).last(where: { rows[row][$0] != "" }) {
        rows[row][place].unicodeScalars.append(scalar)
      }
      return
    }
    if wraps || column + width > columns { go(to: row + 1, 0) }
    while rows[row].count < column + width { rows[row].append(" ") }
    for place in column..<column + width {
      clear(at: place)
      rows[row][place] = place == column ? String(scalar) : ""
    }
    column += width
    if column == columns { (column, wraps) = (columns - 1, true) }
  }

  /// Of a wide character that is partly overwritten nothing stays.
  private mutating func clear(at place: Int) {
    guard place < rows[row].count else { return }
    if rows[row][place] == "", place > 0 { rows[row][place - 1] = " " }
    if place + 1 < rows[row].count, rows[row][place + 1] == "" { rows[row][place + 1] = " " }
    rows[row][place] = " "
  }
}
