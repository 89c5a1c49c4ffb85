/// A message between two processes: its length, its kind, its bytes.
public struct Frame: Sendable, Equatable {
  /// What a message is about. Numbers stay what they are; who does not know one ignores it.
  public struct Kind: RawRepresentable, Sendable, Hashable {
    /// Its number.
    public let rawValue: UInt8
    /// A kind of that number.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The first message of whoever connects: a ``Request``.
    public static let request = Kind(rawValue: 1)
    /// Bytes for standard output.
    public static let output = Kind(rawValue: 2)
    /// Bytes for standard error.
    public static let errors = Kind(rawValue: 3)
    /// The last message of whoever answers: an ``Ending``.
    public static let ending = Kind(rawValue: 4)
    /// Bytes of standard input.
    public static let input = Kind(rawValue: 5)
    /// Standard input has ended; no bytes.
    public static let endOfInput = Kind(rawValue: 6)
    /// The terminal's size: a ``WindowSize``.
    public static let size = Kind(rawValue: 7)
    /// One thing of many that are asked for, such as a row or an event.
    public static let item = Kind(rawValue: 8)
  }

  /// How many bytes a message may have. What is longer is sent in several.
  public static let limit = 1 << 20

  /// What it is about.
  public let kind: Kind
  /// What it says.
  public let bytes: [UInt8]

  /// A message of at most ``limit`` bytes.
  public init(_ kind: Kind, _ bytes: [UInt8] = []) {
    precondition(bytes.count <= Self.limit, "a message that nobody would take")
    self.kind = kind
    self.bytes = bytes
  }

  /// Messages that say `bytes`, however many they are.
  public static func pieces(_ kind: Kind, _ bytes: [UInt8]) -> [Frame] {
    stride(from: 0, to: bytes.count, by: limit).map { start in
      Frame(kind, Array(bytes[start..<min(start + limit, bytes.count)]))
    }
  }

  /// How long its head is: four bytes of length, most significant first, and one of kind.
  static let headSize = 5

  /// Appends it as it is sent.
  func append(to output: inout [UInt8]) {
    Bytes.append(UInt32(bytes.count), to: &output)
    output.append(kind.rawValue)
    output += bytes
  }
}

/// Numbers and texts in messages.
enum Bytes {
  /// Appends a number, its most significant byte first.
  static func append(_ number: UInt32, to output: inout [UInt8]) {
    for shift in stride(from: 24, through: 0, by: -8) {
      output.append(UInt8(truncatingIfNeeded: number >> UInt32(shift)))
    }
  }

  /// The number that `bytes` begins with; nil if they are too few.
  static func number(_ bytes: ArraySlice<UInt8>) -> UInt32? {
    guard bytes.count >= 4 else { return nil }
    return bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
  }
}
