private import COpenSSL

/// Base64 without line breaks, by OpenSSL.
public enum Base64 {
  /// The encoded form, padded.
  public static func encode(_ bytes: [UInt8]) -> [UInt8] {
    // EVP_EncodeBlock also writes a zero byte behind the text.
    var text = [UInt8](repeating: 0, count: (bytes.count + 2) / 3 * 4 + 1)
    let count = EVP_EncodeBlock(&text, bytes, Int32(clamping: bytes.count))
    return Array(text.prefix(Int(count)))
  }

  /// The bytes behind `text`; nil if it is not padded base64.
  static func decode(_ text: [UInt8]) -> [UInt8]? {
    guard !text.isEmpty, text.count % 4 == 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: text.count / 4 * 3)
    defer { ERR_clear_error() }
    guard EVP_DecodeBlock(&bytes, text, Int32(clamping: text.count)) >= 0 else { return nil }
    // EVP_DecodeBlock counts the padding as zero bytes.
    return bytes.dropLast(text.suffix(2).count { $0 == UInt8(ascii: "=") })
  }
}
