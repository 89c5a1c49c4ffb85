/// Matching a line that has gaps.
enum GappedLine {
  /// Where each of the pieces stands if `line` is the pieces in their order, with anything between
  /// one and the next; nil if it is not.
  ///
  /// The first piece stands at the start, the last at the end, and each between them is taken where
  /// it comes first: taking it later could never help. So nothing is tried twice, and the time grows
  /// with the line only.
  static func places(
    of pieces: [ArraySlice<UInt8>], in line: ArraySlice<UInt8>
  ) -> [Int]? {
    guard let first = pieces.first, let last = pieces.last else { return nil }
    if pieces.count == 1 { return first == line ? [line.startIndex] : nil }
    let high = line.endIndex - last.count
    var low = line.startIndex + first.count
    guard low <= high, line.starts(with: first), line[high...] == last else { return nil }
    var places = [line.startIndex]
    places.reserveCapacity(pieces.count)
    for piece in pieces.dropFirst().dropLast() {
      guard let place = line[low..<high].place(of: piece) else { return nil }
      places.append(place)
      low = place + piece.count
    }
    return places + [high]
  }
}

extension ArraySlice<UInt8> {
  /// Where `piece` stands first, by the way that suits its length.
  fileprivate func place(of piece: ArraySlice<UInt8>) -> Int? {
    // For a short piece the preparation costs more than it saves.
    guard piece.count <= 16 else { return firstPlace(of: piece) }
    guard let first = piece.first else { return startIndex }
    var start = startIndex
    while start + piece.count <= endIndex {
      if self[start] == first, self[start..<(start + piece.count)] == piece { return start }
      start += 1
    }
    return nil
  }
}
