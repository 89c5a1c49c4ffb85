/// Text as JSON has it (RFC 8259, 7).
package enum JSONText {
  /// A string of JSON. A text of more than `limit` bytes is cut where no character is.
  package static func quoted(_ text: String, limit: Int = .max) -> String {
    var json: [UInt8] = []
    append(text, to: &json, limit: limit)
    return String(decoding: json, as: UTF8.self)
  }

  /// Ends `json` with a string of JSON, as ``quoted(_:limit:)`` makes it. Bytes, as every event has a
  /// dozen of them.
  static func append(_ text: String, to json: inout [UInt8], limit: Int = .max) {
    json.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { bytes in
      let end = length(of: bytes, limit: limit)
      var start = 0
      var next = 0
      while next < end {
        guard let (escape, count) = escape(of: bytes, at: next) else {
          next += 1
          continue
        }
        json += UnsafeBufferPointer(rebasing: bytes[start..<next])
        json += escape.utf8
        next += count
        start = next
      }
      json += UnsafeBufferPointer(rebasing: bytes[start..<end])
    }
    json.append(UInt8(ascii: "\""))
  }

  /// How many bytes there are, or fit, of whole characters.
  private static func length(of bytes: UnsafeBufferPointer<UInt8>, limit: Int) -> Int {
    guard bytes.count > limit else { return bytes.count }
    return (0...limit).last { bytes[$0] & 0xC0 != 0x80 } ?? 0
  }

  /// What stands for the character that begins there, if it cannot stand for itself, and how many
  /// bytes that one has.
  private static func escape(
    of bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (String, Int)? {
    switch bytes[index] {
    case UInt8(ascii: "\""): return ("\\\"", 1)
    case UInt8(ascii: "\\"): return ("\\\\", 1)
    case UInt8(ascii: "\n"): return ("\\n", 1)
    case UInt8(ascii: "\r"): return ("\\r", 1)
    case UInt8(ascii: "\t"): return ("\\t", 1)
    case let control where control < 0x20 || control == 0x7F: return (number(control), 1)
    // U+0080 to U+009F.
    case 0xC2 where bytes[index + 1] < 0xA0: return (number(bytes[index + 1]), 2)
    case 0xE2 where bytes[index + 1] == 0x80 && bytes[index + 2] == 0xA8: return ("\\u2028", 3)
    case 0xE2 where bytes[index + 1] == 0x80 && bytes[index + 2] == 0xA9: return ("\\u2029", 3)
    default: return nil
    }
  }

  private static func number(_ scalar: UInt8) -> String {
    let digits = String(scalar, radix: 16)
    return "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)"
  }
}
