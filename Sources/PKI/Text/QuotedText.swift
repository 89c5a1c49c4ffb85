private import COpenSSL

// RFC 2253 quoting, with the preference for quotation marks over backslashes.
extension TextBuffer {
  /// The value in UTF-8, control characters and everything beyond ASCII escaped as `\C3`, and
  /// between quotation marks when a character needs them.
  mutating func write(quoted value: StringView) {
    guard let width = CharacterWidth(tag: value.type) else { return write(dump: value) }
    let characters = Characters(value.bytes, width: width)
    let needsQuotes = characters.contains { $0.needsQuotes }
    if needsQuotes { write("\"") }
    for character in characters {
      if width == .utf8 {
        // These are octets of UTF-8 already.
        write(escaped: UInt8(truncatingIfNeeded: character.code))
      } else {
        character.code.forEachUTF8Octet { write(escaped: $0) }
      }
    }
    if needsQuotes { write("\"") }
  }

  private mutating func write(escaped octet: UInt8) {
    switch octet {
    case UInt8(ascii: "\\"), UInt8(ascii: "\""):
      write("\\")
      write(byte: octet)
    case 0x20...0x7e:
      write(byte: octet)
    default:
      write("\\")
      write(uppercaseOctet: octet)
    }
  }

  /// `#` and the whole DER form, for types without characters.
  private mutating func write(dump value: StringView) {
    write("#")
    for octet in value.der { write(uppercaseOctet: octet) }
  }
}

/// How the characters of a string type are stored.
private enum CharacterWidth: Int {
  case utf8 = 0
  case one = 1
  case two = 2
  case four = 4

  init?(tag: Int32) {
    switch tag {
    case V_ASN1_UTF8STRING: self = .utf8
    case V_ASN1_BMPSTRING: self = .two
    case V_ASN1_UNIVERSALSTRING: self = .four
    case V_ASN1_NUMERICSTRING, V_ASN1_PRINTABLESTRING, V_ASN1_T61STRING, V_ASN1_IA5STRING:
      self = .one
    default: return nil
    }
  }
}

/// The characters of a string, each with its place.
private struct Characters: Sequence, IteratorProtocol {
  struct Element {
    let code: UInt32
    let isFirst: Bool
    let isLast: Bool

    var needsQuotes: Bool {
      switch Unicode.Scalar(code) {
      case "+", ",", ";", "<", ">": true
      case " ": isFirst || isLast
      // A character that is first and last at once counts as last only.
      case "#": isFirst && !isLast
      default: false
      }
    }
  }

  private let bytes: Bytes
  private let width: Int
  private var index = 0

  init(_ bytes: Bytes, width: CharacterWidth) {
    self.bytes = bytes
    self.width = Swift.max(1, width.rawValue)
  }

  mutating func next() -> Element? {
    guard bytes.count - index >= width else { return nil }
    let code = bytes[index..<(index + width)].reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
    defer { index += width }
    return Element(code: code, isFirst: index == 0, isLast: index + width == bytes.count)
  }
}

extension UInt32 {
  /// Hands over the octets of this character's UTF-8 form: in the original scheme of up to six
  /// octets, which 1.0.2 follows, surrogates included.
  fileprivate func forEachUTF8Octet(_ body: (UInt8) -> Void) {
    guard self > 0x7f else { return body(UInt8(truncatingIfNeeded: self)) }
    let limits: [UInt32] = [0x800, 0x1_0000, 0x20_0000, 0x400_0000]
    let following = 1 + (limits.firstIndex { self < $0 } ?? limits.count)
    let mark = UInt8(truncatingIfNeeded: 0xff00 >> (following + 1))
    let lead = UInt8(truncatingIfNeeded: self >> UInt32(6 * following))
    body(mark | (lead & ~(mark >> 1 | mark)))
    for step in (0..<following).reversed() {
      body(0x80 | UInt8(truncatingIfNeeded: self >> UInt32(6 * step)) & 0x3f)
    }
  }
}

extension StringView {
  /// Tag, length and content.
  fileprivate var der: [UInt8] {
    var string = ASN1_STRING()
    string.type = type
    string.flags = flags
    string.length = Int32(clamping: bytes.count)
    string.data = UnsafeMutablePointer(mutating: bytes.baseAddress)
    return withUnsafeMutablePointer(to: &string) { string in
      var value = ASN1_TYPE()
      value.type = type
      value.value.asn1_string = string
      var encoding: UnsafeMutablePointer<UInt8>?
      let count = i2d_ASN1_TYPE(&value, &encoding)
      defer { copenssl_free(encoding) }
      return Array(Bytes(start: encoding, count: encoding == nil ? 0 : max(0, Int(count))))
    }
  }
}
