/// Matching with gaps, for bytes of a line and for lines of an output alike.
enum Wildcard {
  /// Whether `subject` is the pieces in their order, with anything between one and the next.
  ///
  /// The first piece stands at the start, the last at the end, and each between them is taken where
  /// it comes first: taking it later could never help. So nothing is tried twice, and the time is
  /// at worst the product of both lengths.
  ///
  /// - Parameter find: a faster way to where a piece comes first, if there is one.
  static func matches<Part, Element>(
    _ pieces: [ArraySlice<Part>], _ subject: ArraySlice<Element>,
    by isMatch: (Part, Element) -> Bool,
    find: ((ArraySlice<Part>, ArraySlice<Element>) -> Int?)? = nil
  ) -> Bool {
    guard let first = pieces.first, let last = pieces.last else { return subject.isEmpty }

    func stands(_ piece: ArraySlice<Part>, at start: Int) -> Bool {
      var index = start
      for part in piece {
        guard isMatch(part, subject[index]) else { return false }
        index += 1
      }
      return true
    }

    if pieces.count == 1 {
      return first.count == subject.count && stands(first, at: subject.startIndex)
    }
    var low = subject.startIndex + first.count
    let high = subject.endIndex - last.count
    guard low <= high, stands(first, at: subject.startIndex), stands(last, at: high)
    else { return false }
    for piece in pieces.dropFirst().dropLast() {
      if let find {
        guard let place = find(piece, subject[low..<high]) else { return false }
        low = place
      } else {
        while low + piece.count <= high, !stands(piece, at: low) { low += 1 }
      }
      low += piece.count
      guard low <= high else { return false }
    }
    return true
  }

  /// Whether a line is the pieces in their order, in time that grows with the line only.
  static func matches(_ pieces: [ArraySlice<UInt8>], _ line: ArraySlice<UInt8>) -> Bool {
    // For short pieces the preparation costs more than it saves.
    guard pieces.contains(where: { $0.count > 16 }) else { return matches(pieces, line, by: ==) }
    return matches(pieces, line, by: ==) { piece, rest in rest.firstPlace(of: piece) }
  }

  /// `pattern` cut at each gap; one piece if there is none.
  static func pieces<Part>(
    of pattern: ArraySlice<Part>, gapLength: Int = 1, isGap: (ArraySlice<Part>) -> Bool
  ) -> [ArraySlice<Part>] {
    var pieces: [ArraySlice<Part>] = []
    var start = pattern.startIndex
    var index = start
    while index < pattern.endIndex {
      if isGap(pattern[index...]) {
        pieces.append(pattern[start..<index])
        index += gapLength
        start = index
      } else {
        index += 1
      }
    }
    pieces.append(pattern[start...])
    return pieces
  }
}
