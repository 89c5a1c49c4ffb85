extension PEMLayout {
  /// What stands in the lines behind that of the last END.
  var behindLast: [UInt8] {
    guard let last = marks.last, !last.isBegin else { return [] }
    return Array(bytes[last.range.upperBound...].drop { $0 != 0x0A }.dropFirst())
  }

  /// What is wrong, in the order of the file, up to a few.
  func findings(most: Int = 8) -> [Finding] {
    var findings: [Finding] = []
    for (index, mark) in marks.enumerated() {
      guard findings.count < most else { break }
      let before = index > 0 ? marks[index - 1] : nil
      if mark.isBegin {
        if let flaw = leading(mark, behind: before) {
          findings.append(Finding(flaw: flaw, line: mark.line, mark: index))
        }
        if index + 1 == marks.count || marks[index + 1].isBegin {
          if !isCut || index + 1 < marks.count {
            findings.append(Finding(flaw: .unended, line: mark.line, mark: index))
          }
        } else if marks[index + 1].label != mark.label {
          findings.append(
            Finding(
              flaw: .otherLabel(marks[index + 1].label), line: marks[index + 1].line, mark: index))
        } else if let (line, text) = badLine(from: mark, to: marks[index + 1]) {
          findings.append(Finding(flaw: .badLine(line, text), line: line, mark: index))
        } else if let line = emptyLine(from: mark, to: marks[index + 1]) {
          findings.append(Finding(flaw: .emptyLine(line), line: line, mark: index))
        }
      } else {
        if before?.isBegin != true {
          findings.append(Finding(flaw: .unbegun, line: mark.line, mark: index))
        }
        if let flaw = trailing(mark, before: index + 1 < marks.count ? marks[index + 1] : nil) {
          findings.append(Finding(flaw: flaw, line: mark.line, mark: index))
        }
      }
    }
    return findings
  }

  private func leading(_ mark: Mark, behind before: Mark?) -> Flaw? {
    let start = max(mark.lineStart, before?.range.upperBound ?? 0)
    if let before, !before.isBegin, before.line == mark.line {
      return .glued(Array(bytes[start..<mark.range.lowerBound]))
    }
    return start < mark.range.lowerBound
      ? .leading(Array(bytes[start..<mark.range.lowerBound])) : nil
  }

  /// Blanks and a carriage return at a line's end do no harm.
  private func trailing(_ mark: Mark, before next: Mark?) -> Flaw? {
    if let next, next.line == mark.line { return nil }
    let rest = bytes[mark.range.upperBound...].prefix { $0 != 0x0A }
    return rest.allSatisfy { $0 <= 0x20 && $0 != 0 && $0 != 0x1A } ? nil : .trailing(Array(rest))
  }

  /// What stands in whole lines in front of a BEGIN, behind the line of the END before it.
  func gap(before index: Int) -> [UInt8] {
    guard index > 0 else { return Array(bytes[..<marks[index].lineStart]) }
    guard !marks[index - 1].isBegin else { return [] }
    let rest = bytes[marks[index - 1].range.upperBound...].drop { $0 != 0x0A }.dropFirst()
    let end = marks[index].lineStart
    return rest.startIndex < end ? Array(bytes[rest.startIndex..<end]) : []
  }

  /// Lines that were to be a BEGIN or an END and are none: with other dashes or small letters.
  func lookalikes(most: Int = 4) -> [(line: Int, text: String)] {
    let taken = Set(marks.map(\.line))
    var found: [(Int, String)] = []
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where line.count < 200 && !taken.contains(index + 1) {
      let text = line.drop { $0 <= 0x20 }
      // A hyphen, or the first byte of a longer dash.
      guard let first = text.first, first == 0x2D || first == 0xE2 || first == 0x96 else {
        continue
      }
      let words = String(decoding: text, as: UTF8.self).uppercased()
      guard words.contains("BEGIN") || words.contains("END"),
        words.contains("CERTIFICATE") || words.contains("KEY")
      else { continue }
      found.append((index + 1, String(decoding: text, as: UTF8.self)))
      if found.count == most { break }
    }
    return found
  }

  private func emptyLine(from begin: Mark, to end: Mark) -> Int? {
    let body = bytes[begin.range.upperBound..<end.lineStart.clamped(from: begin.range.upperBound)]
    // The last piece is what is in front of END; header lines end in an empty one.
    let lines = body.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
    guard !lines.contains(where: { $0.contains(UInt8(ascii: ":")) }) else { return nil }
    var isBehindText = false
    for (index, line) in lines.enumerated().dropFirst() {
      let isEmpty = line.allSatisfy { $0 <= 0x20 }
      if isEmpty, isBehindText { return begin.line + index }
      isBehindText = isBehindText || !isEmpty
    }
    return nil
  }

  private func badLine(from begin: Mark, to end: Mark) -> (Int, [UInt8])? {
    let body = bytes[begin.range.upperBound..<end.lineStart.clamped(from: begin.range.upperBound)]
    // Header lines may stand in front of an empty line.
    var number = begin.line
    var header: (Int, [UInt8])?
    var isHeader = true
    var first: (Int, [UInt8])?
    for line in body.split(separator: 0x0A, omittingEmptySubsequences: false) {
      defer { number += 1 }
      if isHeader, number > begin.line {
        if line.contains(UInt8(ascii: ":")) {
          header = (number, Array(line))
          continue
        }
        isHeader = false
        if let header, line.contains(where: { $0 > 0x20 }) { first = header }
      }
      let isFine = line.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2F, 0x3D, 0x0D, 0x20, 0x09: true
        default: false
        }
      }
      if !isFine, first == nil { first = (number, Array(line)) }
    }
    return first
  }
}

extension Int {
  fileprivate func clamped(from least: Int) -> Int { Swift.max(self, least) }
}
