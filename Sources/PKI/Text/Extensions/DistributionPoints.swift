private import COpenSSL

extension TextBuffer {
  mutating func write(distributionPoints content: Bytes, indent margin: Int) -> Bool {
    decoding(content, as: CRL_DIST_POINTS_it()) { pointer in
      for element in Stack(pointer) {
        let point = element.assumingMemoryBound(to: DIST_POINT.self).pointee
        write("\n")
        write(distributionPoint: point.distpoint, indent: margin)
        write(reasons: StringView(point.reasons), label: "Reasons", indent: margin)
        if point.CRLissuer != nil {
          indent(margin)
          write("CRL Issuer:\n")
          write(names: Stack(point.CRLissuer), indent: margin + 2)
        }
      }
      return true
    }
  }

  mutating func write(issuingDistributionPoint content: Bytes, indent margin: Int) -> Bool {
    decoding(content, as: ISSUING_DIST_POINT_it()) { pointer in
      let point = pointer.assumingMemoryBound(to: ISSUING_DIST_POINT.self).pointee
      let start = bytes.count
      write(distributionPoint: point.distpoint, indent: margin)
      write(flag: point.onlyuser, "Only User Certificates\n", indent: margin)
      write(flag: point.onlyCA, "Only CA Certificates\n", indent: margin)
      write(flag: point.indirectCRL, "Indirect CRL\n", indent: margin)
      let reasons = StringView(point.onlysomereasons)
      write(reasons: reasons, label: "Only Some Reasons", indent: margin)
      write(flag: point.onlyattr, "Only Attribute Certificates\n", indent: margin)
      if bytes.count == start { writeEmpty(indent: margin) }
      return true
    }
  }

  private mutating func write(flag: Int32, _ text: StaticString, indent margin: Int) {
    guard flag > 0 else { return }
    indent(margin)
    write(text)
  }

  /// - Parameter point: `DIST_POINT_NAME *`
  private mutating func write(distributionPoint point: UnsafeRawPointer?, indent margin: Int) {
    guard let name = point?.assumingMemoryBound(to: DIST_POINT_NAME.self).pointee else { return }
    indent(margin)
    if name.type == 0 {
      write("Full Name:\n")
      write(names: Stack(name.name.fullname), indent: margin + 2)
    } else {
      write("Relative Name:\n")
      indent(margin + 2)
      write(spacedEntries: name.name.relativename)
      write("\n")
    }
  }

  private mutating func write(names: Stack, indent margin: Int) {
    for name in names {
      indent(margin)
      write(standalone: GeneralName(name))
      write("\n")
    }
  }

  private mutating func write(reasons: StringView?, label: StaticString, indent margin: Int) {
    guard let reasons else { return }
    indent(margin)
    write(label)
    write(":\n")
    let set = Self.reasons.indices.lazy.filter { reasons.hasBit($0) }
    if set.isEmpty { return writeEmpty(indent: margin + 2) }
    write(values: set, .line, indent: margin + 2) { $0.write(Self.reasons[$1]) }
    write("\n")
  }

  private static let reasons: [StaticString] = [
    "Unused", "Key Compromise", "CA Compromise", "Affiliation Changed", "Superseded",
    "Cessation Of Operation", "Certificate Hold", "Privilege Withdrawn", "AA Compromise",
  ]
}
