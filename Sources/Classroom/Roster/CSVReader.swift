import Words

/// A field of a table, and where it begins.
struct CSVField: Equatable {
  var text: String
  let place: Place
}

/// Reads comma-separated values as RFC 4180 has them, strictly: what spreadsheets save, and nothing
/// that could be meant otherwise.
///
/// Blanks around a field do not count, unless they are in quotes. Rows without any text are passed
/// over, which spreadsheets leave behind. A field stays in its line.
struct CSVReader {
  /// The longest field, in bytes.
  static let longestField = 255

  private let file: String
  private let characters: [Unicode.Scalar]
  private var next = 0
  private var line = 1
  private var column = 1

  /// All rows in these bytes, which are those of the file of that name.
  static func rows(_ source: [UInt8], file: String) throws(CSVError) -> [[CSVField]] {
    var reader = CSVReader(file: file, characters: try UTF8Text.read(source, file: file))
    var rows: [[CSVField]] = []
    while reader.peek != nil {
      let row = try reader.row()
      if rows.isEmpty, let first = row.first, first.text.lowercased().hasPrefix("sep=") {
        throw CSVError(
          at: first.place,
          "the line `sep=` is for Excel only: take it away; a comma stands between columns")
      }
      if row.contains(where: { !$0.text.isEmpty }) { rows.append(row) }
    }
    return rows
  }

  private init(file: String, characters: [Unicode.Scalar]) {
    self.file = file
    self.characters = characters
  }

  private var peek: Unicode.Scalar? { next < characters.count ? characters[next] : nil }

  private var place: Place { Place(file: file, line: line, column: column) }

  private var isAtLineEnd: Bool { peek.map { $0 == "\n" || $0 == "\r" } ?? true }

  private mutating func advance() {
    next += 1
    column += 1
  }

  private mutating func row() throws(CSVError) -> [CSVField] {
    var fields = [try field()]
    while peek == "," {
      advance()
      fields.append(try field())
    }
    endLine()
    return fields
  }

  private mutating func endLine() {
    guard let end = peek else { return }
    next += 1
    // A carriage return alone ended the lines of old Macs.
    if end == "\r", peek == "\n" { next += 1 }
    line += 1
    column = 1
  }

  private mutating func field() throws(CSVError) -> CSVField {
    skipBlanks()
    let start = place
    let text = peek == "\"" ? try quoted(from: start) : try plain()
    guard text.utf8.count <= Self.longestField else {
      throw CSVError(at: start, "this field has more than \(Self.longestField) bytes")
    }
    return CSVField(text: text, place: start)
  }

  private mutating func skipBlanks() { while peek == " " || peek == "\t" { advance() } }

  private mutating func plain() throws(CSVError) -> String {
    var text = String.UnicodeScalarView()
    var blanks: [(character: Unicode.Scalar, place: Place)] = []
    while let character = peek, character != ",", !isAtLineEnd {
      if character == " " || character == "\t" {
        blanks.append((character, place))
      } else {
        for (blank, place) in blanks { try check(blank, at: place) }
        text.append(contentsOf: blanks.map(\.character))
        blanks = []
        guard character != "\"" else {
          throw CSVError(
            at: place, "a quote within a field: put the field in quotes, and write this one twice")
        }
        try check(character, at: place)
        text.append(character)
      }
      advance()
    }
    return String(text)
  }

  private mutating func quoted(from start: Place) throws(CSVError) -> String {
    var text = String.UnicodeScalarView()
    advance()
    while true {
      guard let character = peek, !isAtLineEnd else {
        throw CSVError(at: start, "these quotes are not closed in their line")
      }
      if character == "\"" {
        advance()
        guard peek == "\"" else { break }
      }
      try check(character, at: place)
      text.append(character)
      advance()
    }
    skipBlanks()
    guard peek == "," || isAtLineEnd else {
      throw CSVError(at: place, "behind quotes comes a comma, or the end of the line")
    }
    return String(text)
  }

  /// Refuses what nobody sees, and what commands terminals or turns the direction of writing. Two
  /// joiners are letters to Persian and Indian names.
  private func check(_ character: Unicode.Scalar, at place: Place) throws(CSVError) {
    if character == "\t" {
      throw CSVError(
        at: place, "a tab is no character that a field may have; between columns stands a comma")
    }
    let isOdd =
      switch character.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse: true
      case .format: character != "\u{200C}" && character != "\u{200D}"
      default: false
      }
    if isOdd {
      throw CSVError(
        at: place, "\(Shown.plain(String(character))) is no character that a field may have")
    }
  }
}
