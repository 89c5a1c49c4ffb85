import Ledger

/// An address as wget reads and repeats it.
struct WgetURL {
  /// Why there is none: wget's words.
  struct Problem: Error, Equatable { let words: Saying }

  let host: String
  let port: Int
  /// From the first slash on, the query included; what cannot stand in an address is escaped.
  let path: String
  private let user: String

  init(_ typed: String) throws(Problem) {
    var rest = typed[...]
    if let mark = typed.firstRange(of: "://") {
      let scheme = typed[..<mark.lowerBound].lowercased()
      guard scheme != "https" else { throw Problem(words: WgetMessages.noHTTPS) }
      guard scheme == "http" else {
        throw Problem(words: WgetMessages.unsupportedScheme(scheme: scheme))
      }
      rest = typed[mark.upperBound...]
    }
    let authority = rest.prefix { !"/?#".contains($0) }
    let at = authority.lastIndex(of: "@")
    user = at.map { String(authority[..<$0]) } ?? ""
    let place = authority[(at.map(authority.index(after:)) ?? authority.startIndex)...]
    guard !place.hasPrefix("[") || place.contains("]") else {
      throw Problem(words: WgetMessages.openBracket)
    }
    let colon = place.lastIndex(of: ":").flatMap { place[$0...].contains("]") ? nil : $0 }
    host = place[..<(colon ?? place.endIndex)].lowercased()
    guard !host.isEmpty else { throw Problem(words: WgetMessages.invalidHost) }
    let digits = colon.map { place[place.index(after: $0)...] } ?? ""
    guard digits.isEmpty || digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let port = digits.isEmpty ? 80 : UInt16(digits)
    else { throw Problem(words: WgetMessages.badPort) }
    self.port = Int(port)
    path = Self.path(rest[authority.endIndex...].prefix { $0 != "#" })
  }

  /// The address in wget's own spelling.
  var text: String {
    let login = user.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let shown = login.count > 1 ? "\(login[0]):*password*@" : user.isEmpty ? "" : "\(user)@"
    return "http://\(shown)\(Self.escaped(host))\(port == 80 ? "" : ":\(port)")\(path)"
  }

  /// Whether the host is an address, which needs no name service.
  var isAddress: Bool {
    let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
    return host.hasPrefix("[") || numbers.count == 4 && numbers.allSatisfy { UInt8($0) != nil }
  }

  private static func path(_ typed: Substring) -> String {
    let query = typed.firstIndex(of: "?") ?? typed.endIndex
    var names: [Substring] = []
    let parts = typed[..<query].split(separator: "/", omittingEmptySubsequences: false)
    for (index, part) in parts.dropFirst().enumerated() {
      let isLast = index == parts.count - 2
      switch part {
      case ".": if isLast { names.append("") }
      case "..":
        _ = names.popLast()
        if isLast { names.append("") }
      default: names.append(part)
      }
    }
    return escaped("/" + names.joined(separator: "/") + typed[query...])
  }

  /// Escapes what is unsafe; a percent sign in front of two hexadecimal digits is an escape already.
  private static func escaped(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return bytes.indices.map { index -> String in
      let byte = bytes[index]
      let isEscape =
        byte == UInt8(ascii: "%") && index + 2 < bytes.count
        && bytes[index + 1].isHexadecimal && bytes[index + 2].isHexadecimal
      let isPlain = (0x21...0x7E).contains(byte) && !"<>\"#%{}|\\^`".utf8.contains(byte)
      return isPlain || isEscape ? String(Character(Unicode.Scalar(byte))) : byte.escaped
    }.joined()
  }
}

extension UInt8 {
  /// Whether it is a hexadecimal digit.
  var isHexadecimal: Bool { Character(Unicode.Scalar(self)).isHexDigit }

  /// `%XX`.
  var escaped: String {
    let digits = String(self, radix: 16, uppercase: true)
    return "%" + (digits.count < 2 ? "0" : "") + digits
  }
}
