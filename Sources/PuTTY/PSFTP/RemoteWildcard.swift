/// PuTTY's wildcards for names on the server (PuTTY source wildcard.c): `*`, `?`, `[a-z]`, `[^a]`,
/// and a backslash that takes the meaning away.
struct RemoteWildcard {
  private enum Part {
    case anything
    case one
    case byte(UInt8)
    case set([ClosedRange<UInt8>], isNegated: Bool)
  }

  private var parts: [Part] = []
  private var leastLength = 0

  /// A wildcard.
  init(_ text: some StringProtocol) {
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "*"):
        // Two in a row mean no more than one.
        if case .anything? = parts.last { continue }
        parts.append(.anything)
        continue
      case UInt8(ascii: "?"): parts.append(.one)
      case UInt8(ascii: "["): parts.append(Self.set(&rest))
      case UInt8(ascii: "\\"): if let literal = rest.popFirst() { parts.append(.byte(literal)) }
      default: parts.append(.byte(byte))
      }
      leastLength += 1
    }
  }

  /// The name that `text` stands for when it is no wildcard, its backslashes taken off.
  static func unescape(_ text: some StringProtocol) -> String? {
    var name: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\") {
        if let literal = rest.popFirst() { name.append(literal) }
      } else if "*?[]".utf8.contains(byte) {
        return nil
      } else {
        name.append(byte)
      }
    }
    return String(decoding: name, as: UTF8.self)
  }

  /// Whether a name is like this.
  func matches(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    guard leastLength <= bytes.count else { return false }
    var part = 0
    var byte = 0
    // Where to try again, one byte further, when what follows a `*` does not fit.
    var retry: (part: Int, byte: Int)?
    while byte < bytes.count || part < parts.count {
      if part < parts.count {
        if case .anything = parts[part] {
          retry = (part, byte + 1)
          part += 1
          continue
        }
        if byte < bytes.count, Self.fits(bytes[byte], parts[part]) {
          part += 1
          byte += 1
          continue
        }
      }
      guard let next = retry, next.byte <= bytes.count else { return false }
      retry = (next.part, next.byte + 1)
      part = next.part + 1
      byte = next.byte
    }
    return true
  }

  private static func fits(_ byte: UInt8, _ part: Part) -> Bool {
    switch part {
    case .anything: false
    case .one: true
    case .byte(let literal): byte == literal
    case .set(let ranges, let isNegated): ranges.contains { $0.contains(byte) } != isNegated
    }
  }

  /// The set behind a `[`; one that is never closed goes to the end.
  private static func set(_ rest: inout ArraySlice<UInt8>) -> Part {
    var ranges: [ClosedRange<UInt8>] = []
    let isNegated = rest.first == UInt8(ascii: "^")
    if isNegated { rest.removeFirst() }
    var isFirst = true
    while var low = rest.popFirst() {
      // A bracket right behind the opening one belongs to the set.
      if low == UInt8(ascii: "]"), !isFirst { break }
      isFirst = false
      if low == UInt8(ascii: "\\"), let literal = rest.popFirst() { low = literal }
      var high = low
      if rest.first == UInt8(ascii: "-"), let end = rest.dropFirst().first,
        end != UInt8(ascii: "]")
      {
        rest.removeFirst(2)
        high = end == UInt8(ascii: "\\") ? rest.popFirst() ?? end : end
      }
      ranges.append(min(low, high)...max(low, high))
    }
    return .set(ranges, isNegated: isNegated)
  }
}
