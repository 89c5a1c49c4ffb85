/// Text as JSON has it (RFC 8259, 7).
package enum JSONText {
  /// A string of JSON. A text of more than `limit` bytes is cut where no character is.
  package static func quoted(_ text: String, limit: Int = .max) -> String {
    var json = "\""
    var count = 0
    for scalar in text.unicodeScalars {
      count += UTF8.width(scalar)
      if count > limit { break }
      switch scalar {
      case "\"": json += "\\\""
      case "\\": json += "\\\\"
      case "\n": json += "\\n"
      case "\r": json += "\\r"
      case "\t": json += "\\t"
      case "\u{0}"..<" ", "\u{7F}"..<"\u{A0}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        json += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)"
      default: json.unicodeScalars.append(scalar)
      }
    }
    return json + "\""
  }
}
