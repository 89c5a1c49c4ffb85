/// Bytes OpenSSL owns, lent for the length of a call.
typealias Bytes = UnsafeBufferPointer<UInt8>

extension Bytes {
  static var empty: Bytes { Bytes(start: nil, count: 0) }
}

/// The text of a certificate or request under construction.
///
/// It holds bytes and not characters: OpenSSL 1.0.2 prints some strings raw, whatever their
/// encoding. The printers of the single fields are extensions of this type.
struct TextBuffer {
  /// The text so far.
  private(set) var bytes: [UInt8] = []

  /// Set by a printer that meets what 1.0.2 could not even parse; its text does not count then.
  var metUnparsable = false

  /// An empty text with room for a certificate of the usual size.
  init(capacity: Int = 8_192) { bytes.reserveCapacity(capacity) }

  mutating func write(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  mutating func write(_ content: some Collection<UInt8>) {
    bytes.append(contentsOf: content)
  }

  var isEmpty: Bool { bytes.isEmpty }

  mutating func write(byte: UInt8) {
    bytes.append(byte)
  }

  /// The bytes before the first NUL: what `%s` prints of a C string.
  mutating func write(cString content: Bytes) {
    bytes.append(contentsOf: content.prefix { $0 != 0 })
  }

  mutating func write(cString text: UnsafePointer<CChar>) {
    var next = text
    while next.pointee != 0 {
      bytes.append(UInt8(bitPattern: next.pointee))
      next += 1
    }
  }

  mutating func indent(_ count: Int) {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: max(0, count)))
  }

  /// Forgets everything after the first `count` bytes.
  mutating func truncate(to count: Int) {
    bytes.removeLast(max(0, bytes.count - count))
  }
}

// MARK: Numbers

extension TextBuffer {
  /// A decimal number, with zeros in front up to `width` digits.
  mutating func write(decimal number: UInt64, width: Int = 1) {
    write(digits: number, radix: 10, width: width, letter: UInt8(ascii: "a"))
  }

  mutating func write(lowercaseHex number: UInt64) {
    write(digits: number, radix: 16, width: 1, letter: UInt8(ascii: "a"))
  }

  mutating func write(uppercaseHex number: UInt64, width: Int = 1) {
    write(digits: number, radix: 16, width: width, letter: UInt8(ascii: "A"))
  }

  private mutating func write(digits number: UInt64, radix: UInt64, width: Int, letter: UInt8) {
    let start = bytes.count
    var rest = number
    repeat {
      write(digit: UInt8(truncatingIfNeeded: rest % radix), letter: letter)
      rest /= radix
    } while rest != 0
    while bytes.count - start < width { bytes.append(UInt8(ascii: "0")) }
    bytes[start...].reverse()
  }
}

// MARK: Octets in hexadecimal

extension TextBuffer {
  mutating func write(lowercaseOctet octet: UInt8) {
    write(octet: octet, letter: UInt8(ascii: "a"))
  }

  mutating func write(uppercaseOctet octet: UInt8) {
    write(octet: octet, letter: UInt8(ascii: "A"))
  }

  private mutating func write(octet: UInt8, letter: UInt8) {
    write(digit: octet >> 4, letter: letter)
    write(digit: octet & 15, letter: letter)
  }

  private mutating func write(digit: UInt8, letter: UInt8) {
    bytes.append(digit < 10 ? UInt8(ascii: "0") &+ digit : letter &+ (digit &- 10))
  }

  /// `ab:cd:ef` in rows of `columns` octets, each row on a new line.
  mutating func write(octets: some Sequence<UInt8>, columns: Int, indent margin: Int) {
    var column = 0
    for octet in octets {
      if column > 0 { write(byte: UInt8(ascii: ":")) }
      if column % columns == 0 {
        write(byte: UInt8(ascii: "\n"))
        indent(margin)
      }
      write(lowercaseOctet: octet)
      column += 1
    }
  }

  /// `AB:CD:EF` on one line.
  mutating func write(keyIdentifier octets: Bytes) {
    for (index, octet) in octets.enumerated() {
      if index > 0 { write(byte: UInt8(ascii: ":")) }
      write(uppercaseOctet: octet)
    }
  }
}
