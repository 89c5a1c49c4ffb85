/// Writes the few DER forms that extensions without help from OpenSSL are made of.
public enum DERWriter {
  /// A SEQUENCE of finished elements.
  public static func sequence(_ elements: [UInt8]...) -> [UInt8] {
    element(0x30, elements.flatMap(\.self))
  }

  /// A SEQUENCE of any number of finished elements.
  public static func sequence(of elements: [[UInt8]]) -> [UInt8] {
    element(0x30, elements.flatMap(\.self))
  }

  /// An INTEGER that is not negative.
  public static func integer(_ value: UInt32) -> [UInt8] {
    let bytes = withUnsafeBytes(of: value.bigEndian, Array.init).drop { $0 == 0 }
    // A zero byte keeps the sign bit clear, and stands for zero itself.
    return element(0x02, (bytes.first ?? 0x80) >= 0x80 ? [0] + bytes : Array(bytes))
  }

  /// A BOOLEAN.
  public static func boolean(_ value: Bool) -> [UInt8] { element(0x01, [value ? 0xFF : 0x00]) }

  /// An OBJECT IDENTIFIER from its numbers with dots between them; nil for anything else.
  public static func objectIdentifier(_ text: String) -> [UInt8]? {
    let words = text.split(separator: ".", omittingEmptySubsequences: false)
    let arcs = words.compactMap { UInt32($0) }
    guard arcs.count == words.count, arcs.count >= 2, arcs[0] <= 2, arcs[1] < 40 else {
      return nil
    }
    let first = base128(arcs[0] * 40 + arcs[1])
    return element(0x06, first + arcs.dropFirst(2).flatMap(base128))
  }

  /// A BMPString: UTF-16, the higher byte first.
  public static func bmpString(_ text: String) -> [UInt8] {
    element(0x1E, text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8($0 & 0xFF)] })
  }

  /// A BIT STRING of one byte whose lowest `unused` bits do not count.
  public static func bitString(_ byte: UInt8, unused: UInt8) -> [UInt8] {
    element(0x03, [unused, byte])
  }

  /// A value with a context tag: primitive, or around finished elements.
  public static func tagged(
    _ number: UInt8, isConstructed: Bool = true, _ content: [UInt8]
  ) -> [UInt8] {
    element((isConstructed ? 0xA0 : 0x80) | (number & 0x1F), content)
  }

  private static func element(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
    guard content.count >= 0x80 else { return [tag, UInt8(content.count)] + content }
    let bytes = withUnsafeBytes(of: UInt32(clamping: content.count).bigEndian, Array.init)
    let length = bytes.drop { $0 == 0 }
    return [tag, 0x80 | UInt8(length.count)] + length + content
  }

  private static func base128(_ value: UInt32) -> [UInt8] {
    var bytes = [UInt8(value & 0x7F)]
    var rest = value >> 7
    while rest > 0 {
      bytes.insert(UInt8(rest & 0x7F) | 0x80, at: 0)
      rest >>= 7
    }
    return bytes
  }
}
