extension TestReport {
  /// The report as JUnit XML, which build servers read.
  ///
  /// It bears the times it was given: this target has no clock.
  public var junit: String {
    let broken = cases.count { if case .broken = $0.verdict { true } else { false } }
    let counts =
      "tests=\"\(cases.count)\" failures=\"\(failed - broken)\" errors=\"\(broken)\"\(time)"
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites \(counts)>
      <testsuite name="transcripts" \(counts)>
      \(cases.map(\.junit).joined())</testsuite>
      </testsuites>

      """
  }
}

extension TestReport {
  /// The time of all that have one, as an attribute.
  private var time: String {
    let times = cases.compactMap(\.time)
    return times.isEmpty ? "" : times.reduce(.zero, +).attribute
  }
}

extension Duration {
  /// The time in seconds, to the nearest millisecond.
  fileprivate var attribute: String {
    let milliseconds = Int((self / Duration.milliseconds(1)).rounded())
    let fraction = String(milliseconds % 1000)
    let zeros = String(repeating: "0", count: 3 - fraction.utf8.count)
    return " time=\"\(milliseconds / 1000).\(zeros)\(fraction)\""
  }
}

extension TestReport.Case {
  fileprivate var junit: String {
    let start =
      "<testcase classname=\"transcripts\" name=\"\(name.escapedForXML)\"\(time?.attribute ?? "")"
    switch verdict {
    case .passed, .updated:
      return "\(start)/>\n"
    case .differed(let line, let diff):
      let failure = "<failure message=\"differs at line \(line)\">\(diff.escapedForXML)</failure>"
      return "\(start)>\(failure)</testcase>\n"
    case .broken(let reason):
      return "\(start)><error message=\"\(reason.escapedForXML)\"/></testcase>\n"
    }
  }
}

extension String {
  /// The text as it may stand in an element or a quoted attribute.
  ///
  /// XML 1.0 has no way to write most control characters, so these are dropped.
  fileprivate var escapedForXML: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n": result.unicodeScalars.append(scalar)
      case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
