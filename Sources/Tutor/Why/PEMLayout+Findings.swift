extension PEMLayout {
  /// What stands in the lines behind that of the last END.
  var behindLast: [UInt8] {
    guard let last = marks.last, !last.isBegin else { return [] }
    return Array(bytes[last.range.upperBound...].drop { $0 != 0x0A }.dropFirst())
  }

  /// What is wrong, in the order of the file, up to a few.
  func findings(most: Int) -> [Finding] {
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
        } else if let (flaw, line) = sharedLine(from: mark, to: marks[index + 1]) {
          findings.append(Finding(flaw: flaw, line: line, mark: index))
        } else if let (line, text) = header(from: mark, to: marks[index + 1]) {
          findings.append(Finding(flaw: .header(text), line: line, mark: index))
        } else if let (line, text) = badLine(from: mark, to: marks[index + 1]) {
          findings.append(Finding(flaw: .badLine(line, text), line: line, mark: index))
        } else if let line = emptyLine(from: mark, to: marks[index + 1]) {
          findings.append(Finding(flaw: .emptyLine(line), line: line, mark: index))
        }
      } else {
        if before?.isBegin != true, losesText(from: before?.range.upperBound ?? 0, to: mark) {
          findings.append(Finding(flaw: .unbegun, line: mark.line, mark: index))
        }
        if let flaw = trailing(mark, before: index + 1 < marks.count ? marks[index + 1] : nil) {
          findings.append(Finding(flaw: flaw, line: mark.line, mark: index))
        }
      }
    }
    return findings
  }

  /// Whether an END without a BEGIN has base64 in front, which was to be a block; by itself it does no
  /// harm.
  private func losesText(from start: Int, to mark: Mark) -> Bool {
    let text = bytes[start..<mark.range.lowerBound].split { $0 == 0x0A }.last { line in
      line.contains { $0 > 0x20 }
    }
    return text.map { $0.count > 3 && Damage.isBase64($0) } ?? false
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
    let start = marks[index - 1].range.upperBound
    guard !marks[index - 1].isBegin, start < marks[index].lineStart else { return [] }
    return Array(bytes[start..<marks[index].lineStart].drop { $0 != 0x0A }.dropFirst())
  }

  /// What else stands on the line of a BEGIN, or in front of its END; nil for nothing.
  private func sharedLine(from begin: Mark, to end: Mark) -> (Flaw, Int)? {
    if end.line == begin.line { return (.oneLine, begin.line) }
    let behind = bytes[begin.range.upperBound..<end.range.lowerBound].prefix { $0 != 0x0A }
    if behind.contains(where: { $0 > 0x20 }) { return (.behindBegin(Array(behind)), begin.line) }
    return end.lineStart < end.range.lowerBound ? (.beforeEnd, end.line) : nil
  }

  /// The first line behind a BEGIN if it is a header such as `Subject: cms1`; keys may have some.
  private func header(from begin: Mark, to end: Mark) -> (Int, [UInt8])? {
    guard begin.label.hasSuffix("CERTIFICATE") || begin.label.hasSuffix("REQUEST") else {
      return nil
    }
    let body = body(from: begin, to: end).drop { $0 != 0x0A }.dropFirst()
    let line = body.prefix { $0 != 0x0A }.prefix { $0 != 0x0D }
    let name = line.prefix { $0 != UInt8(ascii: ":") }
    let isName = name.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x20, 0x2D: true
      default: false
      }
    }
    guard name.count < line.count, !name.isEmpty, isName else { return nil }
    return (begin.line + 1, Array(line))
  }

  private func emptyLine(from begin: Mark, to end: Mark) -> Int? {
    let body = body(from: begin, to: end)
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
    let body = body(from: begin, to: end)
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

  /// What stands between a BEGIN and the line of its END.
  private func body(from begin: Mark, to end: Mark) -> ArraySlice<UInt8> {
    bytes[begin.range.upperBound..<max(begin.range.upperBound, end.lineStart)]
  }
}
