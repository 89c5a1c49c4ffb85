/// A character as a terminal shows it: what takes columns, with the marks drawn over it.
///
/// Strings would do this by graphemes, whose rules need a look at all of a long line.
struct Cell: Equatable {
  /// More marks are no writing.
  static let maximumMarks = 8

  let scalar: Unicode.Scalar
  private(set) var marks: [Unicode.Scalar] = []
  let width: Int8

  init(_ scalar: Unicode.Scalar) {
    self.scalar = scalar
    width = Int8(scalar.columnWidth)
  }

  var byteCount: Int {
    marks.reduce(UTF8.width(scalar)) { $0 + UTF8.width($1) }
  }

  /// Adds a mark; false if there are too many.
  mutating func add(_ mark: Unicode.Scalar) -> Bool {
    guard marks.count < Self.maximumMarks else { return false }
    marks.append(mark)
    return true
  }

  /// Whether it belongs to a word.
  var isWord: Bool {
    switch scalar {
    case "*", "?", "_", "-", ".", "[", "]", "~", "=": true
    case "0"..."9", "A"..."Z", "a"..."z": true
    case ..<"\u{80}": false
    default: scalar.properties.isAlphabetic || scalar.properties.generalCategory == .decimalNumber
    }
  }

  /// Appends its UTF-8.
  func write(to bytes: inout [UInt8]) {
    bytes += scalar.utf8
    for mark in marks { bytes += mark.utf8 }
  }
}
