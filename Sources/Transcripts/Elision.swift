/// Makes expected lines of what was printed: what comes out differently in another run is left open.
///
/// Left open are serial numbers, keys, signatures, fingerprints, request numbers, and the sizes of
/// files, which depend on the keys in them; with a clock that runs, times too.
package struct Elision {
  private static let anyLines = Array("[...]".utf8)

  private let hidesTimes: Bool

  /// An elision for a session whose clock runs, or one whose clock stands still.
  package init(hidesTimes: Bool) { self.hidesTimes = hidesTimes }

  /// The expected lines for the lines of an answer, without line ends.
  ///
  /// - Parameter prompts: what stands in front of the cursor after the answer. A line that starts
  ///   with one of them would be taken for a typed one, and is written otherwise.
  package func lines(
    of printed: [ArraySlice<UInt8>], before prompts: [ArraySlice<UInt8>]
  ) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var rest = printed[...]
    while let line = rest.first {
      let block = Self.block(at: rest)
      // A key identifier stands alone; what has several lines may have another number of them.
      if block == 1 {
        lines.append(Array(line.prefix { $0.isBlank }) + RecordedLine.gap)
      } else if block > 1 {
        lines.append(Self.anyLines)
      } else {
        let gaps = VaryingText(line, hidesTimes: hidesTimes).ranges
        lines.append(RecordedLine.text(of: line, gaps: gaps, before: prompts))
      }
      rest = rest.dropFirst(max(1, block))
      // Between the two lines that frame a key is nothing that comes a second time.
      guard block == 0, let end = Self.end(of: line),
        let place = rest.firstIndex(where: { $0.trimmingEnd == end.trimmingEnd }),
        place > rest.startIndex
      else { continue }
      lines.append(Self.anyLines)
      rest = rest[place...]
    }
    return lines
  }

  /// How many lines of nothing but encoded bytes stand at the start.
  private static func block(at lines: ArraySlice<ArraySlice<UInt8>>) -> Int {
    if let first = lines.first, first.hexPairs ?? 0 > 2 {
      return lines.prefix { $0.hexPairs != nil }.count
    }
    let base64 = lines.prefix { line in
      let text = line.trimming
      return !text.isEmpty && text.allSatisfy { $0.isBase64 }
    }
    return base64.first?.trimming.count ?? 0 >= VaryingText.longWord ? base64.count : 0
  }

  /// The line that ends what `line` begins, as in `-----BEGIN CERTIFICATE-----`.
  private static func end(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let begin = "BEGIN "[...].utf8
    guard line.starts(with: "----".utf8), let place = line.firstPlace(of: ArraySlice(begin))
    else { return nil }
    return line[..<place] + "END ".utf8 + line[(place + begin.count)...]
  }
}

extension ArraySlice<UInt8> {
  /// How many bytes the line shows, if it shows nothing else than those, as in `30:0a:ff:`.
  fileprivate var hexPairs: Int? {
    let text = trimming
    let pairs = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    // Every line but the last of a block ends with a colon.
    let shown = pairs.count > 1 && pairs.last?.isEmpty == true ? pairs.dropLast() : pairs[...]
    let isHex = shown.allSatisfy { $0.count == 2 && $0.allSatisfy { $0.isHexDigit } }
    return isHex ? shown.count : nil
  }
}

extension UInt8 {
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  var isASCIILetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }

  var isHexDigit: Bool {
    isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20)
  }

  /// Whether it is a character of Base64, with the one that fills its end.
  var isBase64: Bool {
    isDigit || isASCIILetter || self == UInt8(ascii: "+") || self == UInt8(ascii: "/")
      || self == UInt8(ascii: "=")
  }
}
