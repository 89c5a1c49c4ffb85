/// A PEM file taken apart at its dashes, so that a part can be changed and all other bytes stay.
///
/// It goes by the dashes alone, wherever they stand: parts that OpenSSL cannot read, such as two on
/// one line, are parts too.
public struct PEMParts: Sendable, Equatable {
  /// Each part, from the dashes of its first line to those of its last, without the line's end.
  public var parts: [[UInt8]] = []
  /// What stands in front of the first part, between two, and behind the last: one more than parts.
  public var gaps: [[UInt8]]

  /// Takes a file apart. A file without a part has one gap, which is all of it.
  public init(_ bytes: [UInt8]) {
    gaps = []
    var gap = bytes[...]
    while let part = Self.firstPart(in: gap) {
      gaps.append(Array(gap[..<part.lowerBound]))
      parts.append(Array(gap[part]))
      gap = gap[part.upperBound...]
    }
    gaps.append(Array(gap))
  }

  /// The whole file.
  public var bytes: [UInt8] {
    zip(gaps, parts).reduce(into: []) { $0 += $1.0 + $1.1 } + (gaps.last ?? [])
  }

  /// What is inside a part, decoded; nil if it cannot be read.
  public func der(ofPart index: Int) -> [UInt8]? {
    PEMBlock.blocks(in: parts[index] + [0x0A]).first.flatMap { $0?.der }
  }

  /// Takes a part away, and the end of its line.
  public mutating func remove(at index: Int) {
    parts.remove(at: index)
    let behind = gaps.remove(at: index + 1)
    gaps[index] += behind.dropFirst(Self.lineEnd(of: behind).count)
  }

  /// The line end that `bytes` start with; empty if they do not.
  public static func lineEnd(of bytes: [UInt8]) -> [UInt8] {
    bytes.starts(with: [0x0D, 0x0A]) ? [0x0D, 0x0A] : bytes.starts(with: [0x0A]) ? [0x0A] : []
  }

  /// A block that does not end is no part, and what is behind it is not looked at.
  private static func firstPart(in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    guard let begin = place(of: Array("-----BEGIN ".utf8), in: bytes) else { return nil }
    let label = bytes[begin.upperBound...]
    guard let dashes = place(of: Array("-----".utf8), in: label) else { return nil }
    let last = Array("-----END ".utf8) + label[..<dashes.upperBound]
    return place(of: last, in: label).map { begin.lowerBound..<$0.upperBound }
  }

  /// Where some bytes stand first; the library's own search takes a hundred times as long.
  private static func place(of words: [UInt8], in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    bytes.withUnsafeBufferPointer { text in
      guard let first = words.first, text.count >= words.count else { return nil }
      for start in 0...(text.count - words.count) where text[start] == first {
        guard words.indices.allSatisfy({ text[start + $0] == words[$0] }) else { continue }
        let place = bytes.startIndex + start
        return place..<(place + words.count)
      }
      return nil
    }
  }
}
