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
