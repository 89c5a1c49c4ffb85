/// Finds what in a printed line comes out differently in another run.
struct VaryingText {
  /// The length from which a word of Base64 is a key or the like.
  static let longWord = 64

  private let line: ArraySlice<UInt8>
  private let hidesTimes: Bool

  /// What varies in `line`, a single one of its answer.
  init(_ line: ArraySlice<UInt8>, hidesTimes: Bool) {
    self.line = line
    self.hidesTimes = hidesTimes
  }

  /// The places, in order and apart from each other.
  var ranges: [Range<Int>] {
    if let listing = ListingLine(line) { return listing.ranges(hidesTimes: hidesTimes) }
    var ranges: [Range<Int>] = []
    var index = line.startIndex
    while index < line.endIndex {
      guard let range = range(at: index) else {
        index += 1
        continue
      }
      ranges.append(range)
      index = range.upperBound
    }
    return ranges
  }

  /// The varying text that a place begins, or has right behind its label.
  private func range(at index: Int) -> Range<Int>? {
    // Nothing of interest starts within a word.
    guard index == line.startIndex || !line[index - 1].isBase64 else { return nil }
    let rest = line[index...]
    for label in ["Serial Number: ", "RequestId: "] where rest.starts(with: label.utf8) {
      let value = rest.dropFirst(label.utf8.count).trimmingEnd
      return value.isEmpty ? nil : value.indices
    }
    if rest.starts(with: "SHA256:".utf8) {
      let hash = rest.dropFirst(7).prefix { $0.isBase64 }
      if hash.count > 20 { return hash.indices }
    }
    if hidesTimes, let length = TimeText.length(at: rest) { return index..<(index + length) }
    let word = rest.prefix { $0.isBase64 }
    if word.count >= Self.longWord { return word.indices }
    let hex = Self.hexRun(rest)
    // A hardware address has six pairs; the shortest fingerprint has sixteen.
    return hex.count >= 8 * 3 - 1 ? hex.indices : nil
  }

  /// The pairs of digits with colons between them that `text` starts with.
  private static func hexRun(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var end = text.startIndex
    var index = end
    while index + 1 < text.endIndex, text[index].isHexDigit, text[index + 1].isHexDigit {
      end = index + 2
      guard end < text.endIndex, text[end] == UInt8(ascii: ":") else { break }
      index = end + 1
    }
    return text[..<end]
  }
}
