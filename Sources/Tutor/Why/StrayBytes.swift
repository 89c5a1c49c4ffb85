/// What bytes are that should not stand where they do.
enum StrayBytes {
  /// Their number, their first in hexadecimal, and what they are.
  static func shown(_ bytes: [UInt8]) -> String {
    guard !bytes.isEmpty else { return "no byte, not even a line end" }
    let nature = nature(bytes)
    // Of a text the words say more.
    if bytes.count > 8, nature.hasPrefix("the text") {
      return "\(Written.count(bytes.count, "byte")) (\(nature))"
    }
    let digits = bytes.prefix(8).map { byte in
      "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
    let hex = digits.joined(separator: " ") + (bytes.count > 8 ? " ..." : "")
    return "\(Written.count(bytes.count, "byte")), \(hex) (\(nature))"
  }

  private static func nature(_ bytes: [UInt8]) -> String {
    if bytes.allSatisfy({ $0 == 0x1A }) { return "Ctrl-Z, which copy appends" }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return "a byte order mark, which Windows' editors write"
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return "UTF-16, which an editor wrote"
    }
    if bytes.allSatisfy({ $0 == 0 }) { return bytes.count == 1 ? "a zero byte" : "zero bytes" }
    if bytes == [0x0D] { return "a carriage return" }
    if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return "blanks" }
    if bytes.allSatisfy({ $0 <= 0x20 && $0 != 0 }) {
      return bytes.contains(0x1A) ? "blanks and Ctrl-Z" : "blanks"
    }
    if bytes.first == 0x30, bytes.count > 4 { return "binary, as of a DER file" }
    if bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F || $0 == 0x0D || $0 == 0x0A || $0 == 0x09 }) {
      let line = bytes.drop { $0 <= 0x20 }.prefix { $0 >= 0x20 }
      let text = String(decoding: line.prefix(40), as: UTF8.self)
      return "the text \"\(Written.plain(text, 30))\""
    }
    if bytes.contains(0x1A) { return "with a Ctrl-Z, which copy appends" }
    return "no text"
  }
}
