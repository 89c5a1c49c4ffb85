/// Reads the elements of a DER structure in turn.
///
/// OpenSSL 3.0 wraps keys into providers and refuses some that 1.0.2 printed, so the few numbers
/// a public key or a DSA signature is made of are read here.
struct DERReader {
  /// The tags this package meets.
  enum Tag {
    static let integer: UInt8 = 0x02
    static let bitString: UInt8 = 0x03
    static let octetString: UInt8 = 0x04
    static let object: UInt8 = 0x06
    static let sequence: UInt8 = 0x30
    static let set: UInt8 = 0x31
  }

  private var rest: Bytes.SubSequence

  init(_ bytes: Bytes) { rest = bytes[...] }

  /// Whether every byte has been read.
  var isAtEnd: Bool { rest.isEmpty }

  /// The content of the next element, or nil when it has another tag or does not fit.
  mutating func read(_ tag: UInt8) -> Bytes? {
    var scan = rest
    guard scan.popFirst() == tag, let count = Self.length(&scan), count <= scan.count else {
      return nil
    }
    rest = scan.dropFirst(count)
    return Bytes(rebasing: scan.prefix(count))
  }

  /// The next element with its tag and length, or nil when it has another tag or does not fit.
  mutating func readWhole(_ tag: UInt8) -> Bytes? {
    let start = rest
    guard read(tag) != nil else { return nil }
    return Bytes(rebasing: start.dropLast(rest.count))
  }

  /// The content of the next element as a structure of its own.
  mutating func enter(_ tag: UInt8) -> DERReader? {
    read(tag).map { DERReader($0) }
  }

  /// Goes past the tag and the length of the next element, even if it does not fit or, as in BER,
  /// its length is left open.
  mutating func open(_ tag: UInt8) -> Bool {
    guard rest.popFirst() == tag, let first = rest.first else { return false }
    if first == 0x80 { rest = rest.dropFirst() }
    return first == 0x80 || Self.length(&rest) != nil
  }

  /// Looks at every primitive element in turn, at any depth: one pass without recursion.
  ///
  /// - Returns: false when `isFine` says so, or when the bytes are not DER: OpenSSL also reads
  ///   strings in pieces and lengths left open, in which anything could hide.
  mutating func allPrimitives(satisfy isFine: (_ tag: UInt8, _ content: Bytes) -> Bool) -> Bool {
    while let tag = rest.popFirst() {
      guard tag & 0x1f != 0x1f, let count = Self.length(&rest), count <= rest.count else {
        return false
      }
      if tag & 0x20 != 0 {
        // What is inside comes next. Of the universal tags only SEQUENCE and SET hold elements.
        guard tag >= 0x40 || tag == Tag.sequence || tag == Tag.set else { return false }
        continue
      }
      guard isFine(tag, Bytes(rebasing: rest.prefix(count))) else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// The definite forms only; four octets of length are far beyond any key.
  private static func length(_ scan: inout Bytes.SubSequence) -> Int? {
    guard let first = scan.popFirst() else { return nil }
    if first < 0x80 { return Int(first) }
    let count = Int(first & 0x7f)
    guard (1...4).contains(count), count <= scan.count else { return nil }
    defer { scan = scan.dropFirst(count) }
    return scan.prefix(count).reduce(0) { $0 << 8 | Int($1) }
  }
}
