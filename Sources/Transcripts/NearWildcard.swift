/// Finds brackets that were probably meant as wildcards, and are text.
enum NearWildcard {
  /// The first such bracket in an expected line; nil if there is none.
  ///
  /// It has nothing but dots and blanks in it, at least two dots or an ellipsis, perhaps after a
  /// name; its end may be missing at the end of the line.
  static func find(in line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let line = line.trimmingEnd
    // Where no closing bracket follows, none need be looked for again.
    var closing = line.startIndex
    for start in line.indices where line[start] == .openBracket {
      if closing <= start {
        closing = line[start...].firstIndex(of: .closeBracket) ?? line.endIndex
      }
      let text = line[start..<min(closing + 1, line.endIndex)]
      let inside = line[(start + 1)..<closing]
      guard !inside.contains(.openBracket), isNear(inside) else { continue }
      if closing < line.endIndex, let (bracket, _) = Bracket.scan(text) {
        switch bracket {
        case .gap, .capture: continue
        case .reference: break
        }
      }
      return text
    }
    return nil
  }

  /// What to tell the author about `text`.
  static func remark(on text: ArraySlice<UInt8>) -> String {
    "\(text.asText) is text here; wildcards are [..] and [name=..] in a line, [...] as a line"
  }

  private static func isNear(_ inside: ArraySlice<UInt8>) -> Bool {
    let equals = inside.firstIndex(of: UInt8(ascii: "="))
    let dots = equals.map { inside[($0 + 1)...] } ?? inside
    let ellipsis = [0xE2, 0x80, 0xA6] as [UInt8]
    var count = 0
    var rest = dots
    while let first = rest.first {
      if rest.starts(with: ellipsis) {
        count += 2
        rest = rest.dropFirst(ellipsis.count)
        continue
      }
      guard first == UInt8(ascii: ".") || first.isBlank else { return false }
      if first == UInt8(ascii: ".") { count += 1 }
      rest = rest.dropFirst()
    }
    return count >= 2
  }
}
