/// The line being typed and its cursor. Every change is one of an emacs key.
struct EditedLine {
  /// Longer lines are no commands; what goes beyond is not taken.
  static let maximumByteCount = 1 << 14

  private(set) var cells: [Cell] = []
  /// How many characters stand before the cursor.
  private(set) var cursor = 0
  /// The first character that is not yet shown as it is; nil if all are.
  private(set) var firstChange: Int?
  private var byteCount = 0
  /// What was cut last.
  private var killed: [Cell] = []

  var isEmpty: Bool { cells.isEmpty }

  /// The line as it is handed on.
  var text: String { Self.text(of: cells[...]) }

  /// What stands before the cursor.
  var textBeforeCursor: String { Self.text(of: cells[..<cursor]) }

  private static func text(of cells: ArraySlice<Cell>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(cells.count)
    for cell in cells { cell.write(to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Notes that all of it is shown as it is.
  mutating func markShown() { firstChange = nil }

  /// Empties the line; what was cut can still be put in.
  mutating func clear() {
    cells.removeAll(keepingCapacity: cells.count <= 1024)
    cursor = 0
    byteCount = 0
    firstChange = nil
  }

  /// Types `scalars` at the cursor, as far as the line may grow; a mark belongs to the character
  /// before it.
  ///
  /// - Returns: false if anything could not be taken.
  mutating func insert(_ scalars: some Sequence<Unicode.Scalar>) -> Bool {
    var isComplete = true
    var added: [Cell] = []
    for scalar in scalars {
      let size = UTF8.width(scalar)
      var isTaken = byteCount + size <= Self.maximumByteCount
      if isTaken {
        let cell = Cell(scalar)
        if cell.width > 0 {
          added.append(cell)
        } else if !added.isEmpty {
          isTaken = added[added.count - 1].add(scalar)
        } else {
          isTaken = cursor > 0 && cells[cursor - 1].add(scalar)
          if isTaken { noteChange(at: cursor - 1) }
        }
      }
      if isTaken { byteCount += size } else { isComplete = false }
    }
    insert(added)
    return isComplete
  }

  /// Replaces the whole line, cursor at its end.
  mutating func replace(with text: String) {
    replace(cells.indices, with: [])
    _ = insert(text.unicodeScalars)
  }

  private mutating func insert(_ added: [Cell]) {
    guard !added.isEmpty else { return }
    noteChange(at: cursor)
    cells.insert(contentsOf: added, at: cursor)
    cursor += added.count
  }

  private mutating func replace(_ range: Range<Int>, with new: [Cell]) {
    guard !range.isEmpty else { return }
    noteChange(at: range.lowerBound)
    byteCount -= cells[range].reduce(0) { $0 + $1.byteCount }
    cells.replaceSubrange(range, with: new)
    byteCount += new.reduce(0) { $0 + $1.byteCount }
    cursor = range.lowerBound + new.count
  }

  private mutating func noteChange(at index: Int) {
    firstChange = min(firstChange ?? index, index)
  }
}

// What keys do. Each answers false if there is nothing it could do.
extension EditedLine {
  mutating func move(to index: Int) -> Bool {
    guard cells.indices.contains(index) || index == cells.count else { return false }
    cursor = index
    return true
  }

  mutating func delete(_ range: Range<Int>) -> Bool {
    guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= cells.count else {
      return false
    }
    replace(range, with: [])
    return true
  }

  mutating func kill(_ range: Range<Int>) {
    killed = Array(cells[range])
    replace(range, with: [])
  }

  mutating func yank() -> Bool {
    let size = killed.reduce(0) { $0 + $1.byteCount }
    guard byteCount + size <= Self.maximumByteCount else { return false }
    byteCount += size
    insert(killed)
    return true
  }

  mutating func transpose() -> Bool {
    let end = min(cursor + 1, cells.count)
    guard end >= 2, cursor > 0 else { return false }
    replace(end - 2..<end, with: [cells[end - 1], cells[end - 2]])
    return true
  }

  /// Where the word before the cursor begins.
  var wordStart: Int {
    let word = cells[..<cursor].lastIndex { $0.isWord } ?? 0
    return cells[..<word].lastIndex { !$0.isWord }.map { $0 + 1 } ?? 0
  }

  /// Where the word after the cursor ends.
  var wordEnd: Int {
    let word = cells[cursor...].firstIndex { $0.isWord } ?? cells.count
    return cells[word...].firstIndex { !$0.isWord } ?? cells.count
  }
}
