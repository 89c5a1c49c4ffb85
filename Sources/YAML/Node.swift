public import Words

/// A value of a YAML file, with its place.
public struct Node: Sendable {
  /// Where it begins.
  public let place: Place
  /// What it is.
  public let content: Content

  /// The kinds of values.
  public enum Content: Sendable {
    /// A single value.
    case scalar(Scalar)
    /// Values in order.
    case sequence([Node])
    /// Values by key, in the order of the file. No key is there twice.
    case mapping([Member])
  }

  /// A value and the key in front of it.
  public struct Member: Sendable {
    /// The key.
    public let key: Scalar
    /// Where the key begins.
    public let place: Place
    /// The value.
    public let value: Node
  }

  /// The value behind a key of a mapping; nil if there is none.
  public subscript(key: String) -> Node? {
    guard case .mapping(let members) = content else { return nil }
    return members.first { $0.key.text == key }?.value
  }

  /// This with `other` over it: mappings are laid over each other key by key, anything else
  /// replaces what was there. Everything keeps its place.
  public func overlaid(with other: Node) -> Node {
    guard case .mapping(var members) = content, case .mapping(let changes) = other.content else {
      return other
    }
    var positions: [String: Int] = [:]
    for (position, member) in members.enumerated() { positions[member.key.text] = position }
    for change in changes {
      guard let position = positions[change.key.text] else {
        members.append(change)
        continue
      }
      members[position] = Member(
        key: change.key, place: change.place,
        value: members[position].value.overlaid(with: change.value))
    }
    return Node(place: other.place, content: .mapping(members))
  }

  /// This mapping with the members of those keys in one of their own, behind `key`; unchanged if that
  /// key is there already, or none of those. Everything keeps its place.
  public func gathering(_ keys: [String], under key: String) -> Node {
    guard case .mapping(let members) = content, self[key] == nil,
      let first = members.first(where: { keys.contains($0.key.text) })
    else { return self }
    let gathered = Member(
      key: Scalar(text: key, isPlain: true), place: first.place,
      value: Node(
        place: first.place, content: .mapping(members.filter { keys.contains($0.key.text) })))
    return Node(
      place: place,
      content: .mapping(members.filter { !keys.contains($0.key.text) } + [gathered]))
  }
}

/// A single value as it is written.
public struct Scalar: Sendable {
  /// Its characters, without quotes.
  public let text: String
  /// Whether it is written without quotes and not as a block, so that it may be a number, a truth
  /// value or nothing.
  public let isPlain: Bool

  /// What a plain value is by YAML 1.2.
  enum Kind {
    case text, number, truth, nothing
  }

  /// What it is.
  var kind: Kind {
    guard isPlain else { return .text }
    switch text {
    case "", "~", "null", "Null", "NULL": return .nothing
    case "true", "True", "TRUE", "false", "False", "FALSE": return .truth
    default: return Self.isNumber(text) ? .number : .text
    }
  }

  private static func isNumber(_ text: String) -> Bool {
    var rest = Substring(text).utf8
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    func skip(_ signs: String) -> Bool {
      guard let first = rest.first, signs.utf8.contains(first) else { return false }
      rest = rest.dropFirst()
      return true
    }
    func digits() -> Int {
      let count = rest.prefix(while: isDigit).count
      rest = rest.dropFirst(count)
      return count
    }
    if text.hasPrefix("0x") || text.hasPrefix("0o") {
      let digits = text.utf8.dropFirst(2)
      return !digits.isEmpty
        && digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
    }
    _ = skip("+-")
    if [".inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN"].contains(String(Substring(rest))) {
      return true
    }
    let whole = digits()
    let fraction = skip(".") ? digits() : 0
    guard whole + fraction > 0 else { return false }
    if skip("eE") {
      _ = skip("+-")
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }
}
