/// The words of a message cut up at its values, so that texts can be compared with them. Upper and
/// lower case do not count, and a line end is a blank.
struct Template {
  /// What stands in front of the first value, between one and the next, and behind the last.
  private let pieces: [[UInt8]]
  /// How many letters and digits they have.
  private let letters: Int
  /// A word that stands in each text that has these words in it; nil if none need be whole there.
  private let mark: [UInt8]?
  /// The length of the longest piece: a longer text is no part of one.
  private let longest: Int

  /// Words with less of their own than so many letters and digits stand in nearly every text.
  private static let leastLetters = 3
  /// A part of the words has to have so many.
  private static let leastOfPart = 6

  /// The words of a message, with names of values in braces.
  init(_ template: String) {
    var pieces: [[UInt8]] = [[]]
    var rest = Self.plain(template)[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      pieces[pieces.count - 1] += rest[..<open]
      pieces.append([])
      rest = rest[(close + 1)...]
    }
    pieces[pieces.count - 1] += rest
    self.pieces = pieces
    letters = pieces.reduce(0) { $0 + $1.count(where: \.isWordPart) }
    longest = pieces.map(\.count).max() ?? 0
    mark = Self.wholeWords(of: pieces).max { $0.count < $1.count }.map { Array($0) }
  }

  /// The words that no value can go on: those with something else at both ends, or at an end of all.
  private static func wholeWords(of pieces: [[UInt8]]) -> [ArraySlice<UInt8>] {
    pieces.enumerated().flatMap { place, piece in
      piece.split { !$0.isWordPart }.filter { word in
        (word.startIndex > 0 || place == 0)
          && (word.endIndex < piece.count || place == pieces.count - 1)
      }
    }
  }

  /// A text as it is compared: lower case, each run of white space a blank, none at the ends.
  static func plain(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      let isBlank = byte == UInt8(ascii: " ") || (9...13).contains(byte)
      if !isBlank {
        bytes.append((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte)
      } else if bytes.last != UInt8(ascii: " ") {
        bytes.append(UInt8(ascii: " "))
      }
    }
    if bytes.first == UInt8(ascii: " ") { bytes.removeFirst() }
    if bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    return bytes
  }

  /// How well a text fits; nil if it does not.
  func fit(of asked: AskedText) -> TemplateFit? {
    let text = asked.bytes
    guard letters >= Self.leastLetters else {
      return isAll(of: text) ? TemplateFit(kind: whole, letters: letters) : nil
    }
    if mark.map({ asked.words.contains($0) }) ?? true, let place = place(in: text) {
      let kind: TemplateFit.Kind =
        place.upperBound < text.count ? .within : place.lowerBound > 0 ? .end : whole
      return TemplateFit(kind: kind, letters: letters)
    }
    guard text.count <= longest, asked.letters >= Self.leastOfPart,
      pieces.contains(where: { $0.range(of: text, from: 0) != nil })
    else { return nil }
    return TemplateFit(kind: .part, letters: asked.letters)
  }

  private var whole: TemplateFit.Kind { pieces.first?.isEmpty == true ? .open : .whole }

  /// Where the words stand in `text`: pieces in their order, each at the first place it has behind
  /// the one before, and words at their edges not cut.
  private func place(in text: [UInt8]) -> Range<Int>? {
    guard let first = pieces.first, let last = pieces.last else { return nil }
    guard pieces.count > 1 else { return text.rangeOfWords(first, from: 0) }
    guard let start = first.isEmpty ? 0..<0 : text.rangeOfWords(first, from: 0) else { return nil }
    var end = start.upperBound
    for piece in pieces[1..<(pieces.count - 1)] {
      guard let found = text.range(of: piece, from: end) else { return nil }
      end = found.upperBound
    }
    guard !last.isEmpty else { return start.lowerBound..<text.count }
    // The end of the text comes first: the value before may hold the same words.
    if text.count - last.count >= end, text.suffix(last.count).elementsEqual(last) {
      return start.lowerBound..<text.count
    }
    return text.rangeOfWords(last, from: end).map { start.lowerBound..<$0.upperBound }
  }

  /// Whether words with hardly a letter are all of a text: they begin it, as in `rm {file}: ...`, or
  /// the value that does looks like a path or an address, as in `{file}: {reason}`.
  private func isAll(of text: [UInt8]) -> Bool {
    guard pieces.count > 1, let first = pieces.first,
      pieces.joined().contains(where: { $0 != UInt8(ascii: " ") }),
      let place = place(in: text), place == 0..<text.count
    else { return false }
    guard first.isEmpty else { return letters > 0 }
    guard let end = text.range(of: pieces[1], from: 0) else { return false }
    let value = text[..<end.lowerBound]
    return !value.contains(UInt8(ascii: " "))
      && value.contains { [UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: ".")].contains($0) }
  }
}

/// A text of which somebody asks what it is, ready to be compared with many templates.
struct AskedText {
  /// A ``Template/plain(_:)`` one.
  let bytes: [UInt8]
  /// Its words.
  let words: Set<[UInt8]>
  /// How many letters and digits it has.
  let letters: Int

  /// A plain text.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    words = Set(bytes.split { !$0.isWordPart }.map { Array($0) })
    letters = bytes.count(where: \.isWordPart)
  }
}

extension [UInt8] {
  /// The first place of `piece` from `start` on; nil if there is none.
  fileprivate func range(of piece: [UInt8], from start: Int) -> Range<Int>? {
    guard let first = piece.first else { return start..<start }
    var place = start
    while place + piece.count <= count {
      guard let next = self[place...].firstIndex(of: first), next + piece.count <= count
      else { return nil }
      let found = next..<(next + piece.count)
      if self[found].elementsEqual(piece) { return found }
      place = next + 1
    }
    return nil
  }

  /// The same, but no letter or digit goes on at either end.
  fileprivate func rangeOfWords(_ piece: [UInt8], from start: Int) -> Range<Int>? {
    var place = start
    while let found = range(of: piece, from: place) {
      let isCut =
        found.lowerBound > 0 && self[found.lowerBound].isWordPart
        && self[found.lowerBound - 1].isWordPart
        || found.upperBound < count && self[found.upperBound].isWordPart
          && self[found.upperBound - 1].isWordPart
      if !isCut { return found }
      place = found.lowerBound + 1
    }
    return nil
  }
}

extension UInt8 {
  /// Whether it is a letter or digit of ASCII, or part of one beyond.
  fileprivate var isWordPart: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
      true
    default: false
    }
  }
}
