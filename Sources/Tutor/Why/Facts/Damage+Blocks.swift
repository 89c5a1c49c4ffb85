import PKI

extension PEMLayout {
  /// Whether a certificate in binary form stands in front of a BEGIN.
  func hasBinary(before index: Int) -> Bool {
    guard marks[index].isBegin else { return false }
    let start = index > 0 ? marks[index - 1].range.upperBound : 0
    let rest = bytes[start..<marks[index].range.lowerBound].drop { $0 <= 0x20 }
    return rest.first == 0x30 && rest.count < 32 << 10
      && !PKIFile(Array(rest)).certificates.isEmpty
  }
}

extension PEMLayout {
  /// Whether there is nothing between a BEGIN and its END.
  func isHollow(at index: Int) -> Bool {
    guard marks.indices.contains(index + 1) else { return false }
    return bytes[marks[index].range.upperBound..<marks[index + 1].range.lowerBound]
      .allSatisfy { $0 <= 0x20 }
  }
}

/// Blocks of a file, one by one.
extension Damage {
  /// What is said of a block that is not what its label says; nil for one that is.
  static func mislabeled(at mark: Int, in layout: PEMLayout) -> String? {
    let label = layout.marks[mark].label
    guard !label.hasSuffix("CERTIFICATE"), !isReadable(at: mark, in: layout) else { return nil }
    if lostCertificate(at: mark, in: layout) != nil {
      return "BEGIN says \(Written.name(label)), but what follows is a certificate"
    }
    let isKnown = label.hasSuffix("PRIVATE KEY") || label.hasSuffix("CERTIFICATE REQUEST")
    return isKnown
      ? "what is between BEGIN and END is no \(Written.name(label.lowercased())): characters were "
        + "altered or lost" : nil
  }

  /// The certificate that begins at a mark, if its block by itself can be read.
  static func certificate(at mark: Int, in layout: PEMLayout) -> Certificate? {
    let begin = layout.marks[mark]
    // One without an END of its own goes as far as the next, if that is not far.
    let next = layout.marks[(mark + 1)...].prefix(4)
    guard begin.isBegin, let end = next.first(where: { !$0.isBegin }) else { return nil }
    let range = begin.range.lowerBound..<end.range.upperBound
    guard range.count < 32 << 10 else { return nil }
    // Behind what cannot be read, others may follow.
    guard
      case .certificate(let certificate)? =
        PKIFile(Array(layout.bytes[range]) + [0x0A]).elements.first
    else { return nil }
    return certificate
  }

  /// The certificate that was to begin at a mark: its base64 is whole, whatever else keeps it from
  /// being read.
  static func lostCertificate(at mark: Int, in layout: PEMLayout) -> Certificate? {
    let begin = layout.marks[mark]
    let next = layout.marks.indices.contains(mark + 1) ? layout.marks[mark + 1] : nil
    // A file without line ends is told as that.
    guard begin.isBegin, next?.line != begin.line || layout.marks.last?.line != begin.line else {
      return nil
    }
    let body = layout.bytes[
      begin.range.upperBound..<(next?.range.lowerBound ?? layout.bytes.endIndex)]
    guard (200..<(32 << 10)).contains(body.count) else { return nil }
    let lines = body.split { $0 == 0x0A || $0 == 0x0D }
      .map { $0.drop { $0 <= 0x20 || $0 == UInt8(ascii: ">") } }.filter(isBase64)
    let base64 = lines.joined().filter { $0 > 0x20 }
    var text = Array("-----BEGIN CERTIFICATE-----\n".utf8)
    for start in stride(from: 0, to: base64.count, by: 64) {
      text += base64[start..<min(start + 64, base64.count)] + [0x0A]
    }
    return PKIFile(text + Array("-----END CERTIFICATE-----\n".utf8)).certificates.first
  }

  /// What of a line is no base64: the first byte that is none, or the line if it is something else
  /// altogether.
  static func misfit(_ line: [UInt8]) -> String {
    let wrong = line.indices.filter { !isBase64([line[$0]]) }
    guard line.count > 20, wrong.count * 5 < line.count, let first = wrong.first else {
      return quoted(line)
    }
    let rest = wrong.prefix { $0 < first + 4 }.map { line[$0] }
    let end = wrong.count > rest.count ? ", and more" : ""
    return "at its \(Written.ordinal(first + 1)) byte: \(StrayBytes.shown(rest))\(end)"
  }

  static func isBase64(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2F, 0x3D, 0x0D, 0x20, 0x09: true
      default: false
      }
    }
  }

  /// Whether a block can be read that begins at a mark.
  ///
  /// - Parameter withLine: whether what stands behind END on its line is looked at too.
  static func isReadable(
    at mark: Int, in layout: PEMLayout, withLine: Bool = false
  ) -> Bool {
    guard layout.marks.indices.contains(mark), layout.marks[mark].isBegin,
      layout.marks.indices.contains(mark + 1)
    else { return false }
    var end = layout.marks[mark + 1].range.upperBound
    if withLine { end = layout.bytes[end...].firstIndex(of: 0x0A) ?? layout.bytes.endIndex }
    let range = layout.marks[mark].range.lowerBound..<end
    guard range.count < 32 << 10 else { return true }
    let file = PKIFile(Array(layout.bytes[range]) + [0x0A])
    return !file.isDamaged && !file.elements.isEmpty
  }
}
