/// How wget names a file after its address, on Windows.
enum WgetFileName {
  /// The last part of the address with its escapes undone, `index.html` if there is none; an `@`
  /// stands for the question mark of a query, and `%XX` for what Windows does not allow.
  static func name(for url: WgetURL) -> String {
    let query = url.path.firstIndex(of: "?") ?? url.path.endIndex
    let last = url.path[..<query].split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    let name = last.isEmpty ? "index.html" : restricted(decoded(last))
    guard query < url.path.endIndex else { return name }
    return name + "@" + restricted(decoded(url.path[url.path.index(after: query)...]))
  }

  /// `name`, or the first of `name.1`, `name.2`, ... that nothing bears yet.
  static func unique(_ name: String, isTaken: (String) -> Bool) -> String {
    guard isTaken(name) else { return name }
    var number = 1
    while isTaken("\(name).\(number)") { number += 1 }
    return "\(name).\(number)"
  }

  private static func decoded(_ text: Substring) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      let isEscape =
        byte == UInt8(ascii: "%") && digits.count == 2 && digits.allSatisfy(\.isHexadecimal)
      if isEscape, let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }

  /// Control characters and those reserved by Windows become escapes again.
  private static func restricted(_ bytes: [UInt8]) -> String {
    let pieces = bytes.flatMap { byte -> [UInt8] in
      let isReserved = byte < 0x20 || byte == 0x7F || "\\|/:?\"*<>".utf8.contains(byte)
      return isReserved ? Array(byte.escaped.utf8) : [byte]
    }
    return String(decoding: pieces, as: UTF8.self)
  }
}
