/// The few bytes that mean something in a transcript.
///
/// Transcripts are compared as bytes: a console may print text in no known encoding.
extension UInt8 {
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")

  /// White space that is ignored at the end of an expected line. A carriage return is part of it,
  /// so that output with the line ends of another system matches a file with either kind.
  var isBlank: Bool { self == 0x20 || self == 0x09 || self == .carriageReturn }
}

extension ArraySlice<UInt8> {
  /// The same bytes without the white space at their end.
  var trimmingEnd: ArraySlice<UInt8> {
    var end = endIndex
    while end > startIndex, self[end - 1].isBlank { end -= 1 }
    return self[startIndex..<end]
  }

  /// What of a line is compared: not the white space at its end, unless that is wanted. A carriage
  /// return there is part of the line's end, and never compared.
  func compared(exactly isExact: Bool) -> ArraySlice<UInt8> {
    guard isExact else { return trimmingEnd }
    var end = endIndex
    while end > startIndex, self[end - 1] == .carriageReturn { end -= 1 }
    return self[startIndex..<end]
  }

  /// The same bytes without white space on either side.
  var trimming: ArraySlice<UInt8> { trimmingEnd.drop { $0.isBlank } }

  /// Whether there is nothing but white space.
  var isBlank: Bool { allSatisfy { $0.isBlank } }

  /// The bytes as text; what is not UTF-8 shows as replacement characters.
  var asText: String { String(decoding: self, as: UTF8.self) }

  /// Where `piece` stands first, by the search of Knuth, Morris and Pratt: no byte is looked at
  /// again, however often the piece almost stands.
  func firstPlace(of piece: ArraySlice<UInt8>) -> Int? {
    guard !piece.isEmpty else { return startIndex }
    let piece = Array(piece)
    // For each start of the piece, how much of its end is a start of the piece again.
    var overlaps: [Int] = []
    func extend(_ matched: inout Int, by byte: UInt8) {
      while matched > 0, piece[matched] != byte { matched = overlaps[matched - 1] }
      if piece[matched] == byte { matched += 1 }
    }
    var matched = 0
    for (index, byte) in piece.enumerated() {
      if index > 0 { extend(&matched, by: byte) }
      overlaps.append(matched)
    }
    matched = 0
    for index in indices {
      extend(&matched, by: self[index])
      if matched == piece.count { return index + 1 - piece.count }
    }
    return nil
  }
}
