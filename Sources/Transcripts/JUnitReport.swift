extension TestReport {
  /// The report as JUnit XML, which build servers read.
  ///
  /// It bears no times: this target has no clock.
  public var junit: String {
    let broken = entries.count { if case .broken = $0.verdict { true } else { false } }
    let counts = "tests=\"\(entries.count)\" failures=\"\(failed - broken)\" errors=\"\(broken)\""
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites \(counts)>
      <testsuite name="transcripts" \(counts)>
      \(entries.map(\.junit).joined())</testsuite>
      </testsuites>

      """
  }
}

extension TestReport.Entry {
  fileprivate var junit: String {
    let start = "<testcase classname=\"transcripts\" name=\"\(name.escapedForXML)\""
    switch verdict {
    case .passed:
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
