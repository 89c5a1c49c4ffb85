/// What stands in brackets and has a meaning: a gap, a capture, or the name of one.
enum Bracket {
  /// `[..]`: any run of characters.
  case gap
  /// `[name=..]`: any run of characters, to be known by that name.
  case capture(String)
  /// `[name]`: the run captured under that name, if there is one.
  case reference(String)

  private static let gapText = Array("[..]".utf8)
  private static let captureEnd = Array("=..]".utf8)

  /// The bracket that `text` starts with, and its length; nil if it starts otherwise.
  static func scan(_ text: ArraySlice<UInt8>) -> (bracket: Bracket, length: Int)? {
    guard text.first == .openBracket else { return nil }
    if text.starts(with: gapText) { return (.gap, gapText.count) }
    let inside = text.dropFirst()
    guard let first = inside.first, first.isLetter else { return nil }
    let name = inside.prefix { $0.isNamePart }
    let rest = inside[name.endIndex...]
    if rest.starts(with: captureEnd) {
      return (.capture(name.asText), 1 + name.count + captureEnd.count)
    }
    return rest.first == .closeBracket ? (.reference(name.asText), name.count + 2) : nil
  }

  /// All brackets in a line, with the places where they stand.
  static func all(in line: ArraySlice<UInt8>) -> [(bracket: Bracket, range: Range<Int>)] {
    var found: [(bracket: Bracket, range: Range<Int>)] = []
    var index = line.startIndex
    while let start = line[index...].firstIndex(of: .openBracket) {
      index = start + 1
      guard let (bracket, length) = scan(line[start...]) else { continue }
      index = start + length
      found.append((bracket, start..<index))
    }
    return found
  }
}

extension UInt8 {
  static let openBracket = UInt8(ascii: "[")
  static let closeBracket = UInt8(ascii: "]")

  /// Whether it is an ASCII letter.
  var isLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }

  /// Whether it may stand in the name of a capture.
  var isNamePart: Bool {
    isLetter || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
      || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
  }
}
