/// A line of a list of files, by `dir` or by an SFTP client.
///
/// Sizes vary because that of a private key does.
struct ListingLine {
  /// Where its time stands; a total has none.
  private let time: Range<Int>?
  /// Where its size stands; a folder's is always the same.
  private let size: Range<Int>?
  private static let blank = UInt8(ascii: " ")

  /// Nil if the line is of another kind.
  init?(_ line: ArraySlice<UInt8>) {
    if let (time, size) = Self.windows(line) ?? Self.unix(line) ?? Self.total(line) {
      (self.time, self.size) = (time, size)
    } else {
      return nil
    }
  }

  /// What varies, in order.
  func ranges(hidesTimes: Bool) -> [Range<Int>] {
    let ranges = [size, hidesTimes ? time : nil].compactMap(\.self)
    return ranges.sorted { $0.lowerBound < $1.lowerBound }
  }

  private typealias Parts = (time: Range<Int>?, size: Range<Int>?)

  /// `11/23/2026  09:00 AM             1,062 cms1a.csr`.
  private static func windows(_ line: ArraySlice<UInt8>) -> Parts? {
    guard let length = TimeText.length(at: line), line.dropFirst(2).first == UInt8(ascii: "/")
    else { return nil }
    let time = line.startIndex..<(line.startIndex + length)
    return (time, number(in: line[time.upperBound...]))
  }

  /// `-rw-r--r--    1 root     root          903 Nov 25 12:55 cms1a.csr`.
  private static func unix(_ line: ArraySlice<UInt8>) -> Parts? {
    let words = line.split(separator: blank, maxSplits: 5)
    guard words.count == 6, words[0].count == 10, words[0].dropFirst().allSatisfy(isPermission),
      let length = TimeText.listingLength(at: words[5])
    else { return nil }
    let time = words[5].startIndex..<(words[5].startIndex + length)
    let isFolder = words[0].first == UInt8(ascii: "d")
    return (time, isFolder ? nil : number(in: line[words[3].endIndex...]))
  }

  /// `               2 File(s)          2,193 bytes`.
  private static func total(_ line: ArraySlice<UInt8>) -> Parts? {
    for label in ["File(s)", "Dir(s)"] {
      guard let place = line.firstPlace(of: Array(label.utf8)[...]),
        line[..<place].allSatisfy({ $0 == blank || $0.isDigit || $0 == UInt8(ascii: ",") }),
        let size = number(in: line[(place + label.utf8.count)...])
      else { continue }
      return (nil, size)
    }
    return nil
  }

  /// Where the number behind blanks stands, with all of these but the first: it grows to the left.
  private static func number(in text: ArraySlice<UInt8>) -> Range<Int>? {
    let digits = text.drop { $0 == blank }.prefix { $0.isDigit || $0 == UInt8(ascii: ",") }
    guard let first = digits.first, first.isDigit, text.first == blank else { return nil }
    return (text.startIndex + 1)..<digits.endIndex
  }

  private static func isPermission(_ byte: UInt8) -> Bool { "rwxsStT-".utf8.contains(byte) }
}
