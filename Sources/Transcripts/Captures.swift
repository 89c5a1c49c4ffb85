/// What the expected lines of a transcript have captured so far.
struct Captures {
  /// The names that lines above this place capture, whether or not these lines came.
  private(set) var names: Set<String> = []
  private var values: [String: ArraySlice<UInt8>] = [:]

  /// What was captured under `name`; nil if the line that should have done so did not come.
  subscript(name: String) -> ArraySlice<UInt8>? {
    get { values[name] }
    set { values[name] = newValue }
  }

  /// From here on `[name]` is no longer literal text.
  mutating func declare(_ name: String) { names.insert(name) }

  /// Takes over the values of `other`, which was copied from these and matched on.
  mutating func adopt(_ other: Captures) { values = other.values }

  /// A line to be typed, with what was captured in place of the names.
  func filling(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard !values.isEmpty else { return line }
    return line.replacingBrackets { bracket, _ in
      if case .reference(let name) = bracket { values[name] } else { nil }
    }
  }

  /// How a printed line is written into a transcript, where its own bytes would mean something
  /// else there: a comment or a capture. A gap takes the place of one byte.
  func writing(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let gap = "[..]".utf8
    if line.isComment { return gap + line.dropFirst() }
    return line.replacingBrackets { bracket, text in
      switch bracket {
      case .capture: gap + text.dropFirst()
      case .reference(let name): names.contains(name) ? gap + text.dropFirst() : nil
      case .gap: nil
      }
    }
  }
}

extension ArraySlice<UInt8> {
  /// Whether it is a comment's line.
  var isComment: Bool { starts(with: [UInt8(ascii: "#"), UInt8(ascii: ":")]) }

  /// The same bytes with other ones for some brackets; nil leaves a bracket as it is.
  fileprivate func replacingBrackets(
    _ replacement: (Bracket, ArraySlice<UInt8>) -> ArraySlice<UInt8>?
  ) -> ArraySlice<UInt8> {
    guard contains(.openBracket) else { return self }
    var result: [UInt8] = []
    var done = startIndex
    for (bracket, range) in Bracket.all(in: self) {
      guard let new = replacement(bracket, self[range]) else { continue }
      result += self[done..<range.lowerBound]
      result += new
      done = range.upperBound
    }
    return done == startIndex ? self : (result + self[done...])[...]
  }
}
