import PKI

extension FactFinder {
  /// Which bytes stand where, and what is not read for it.
  static let damage = FactFinder("file.damaged") { scene in
    guard let name = scene.file, let file = scene.files.named(name) else { return Findings() }
    return Findings(Damage.facts(of: file, in: scene.files), try: scene.inspect(name))
  }
}

/// What keeps a file from being read whole.
enum Damage {
  /// Sentences about it; none if the file is as it should be.
  static func facts(of file: LabFile, in files: LabFiles) -> [String] {
    let name = files.shown(file)
    let layout = PEMLayout(file.contents)
    var facts = layout.findings(most: 4).map { finding in
      "\(name), line \(finding.line): " + sentence(finding, in: layout)
    }
    facts += binary(file, layout, name)
    if facts.isEmpty, let held = file.held {
      for (index, element) in held.elements.enumerated() {
        guard case .damaged = element else { continue }
        facts.append(
          "The \(Written.ordinal(index + 1)) block of \(name) has BEGIN and END, but its content "
            + "is not what they say: characters were altered or lost.")
        break
      }
    }
    return facts
  }

  private static func sentence(_ finding: PEMLayout.Finding, in layout: PEMLayout) -> String {
    let mark = layout.marks[finding.mark]
    switch finding.flaw {
    case .glued(let bytes):
      let between = StrayBytes.shown(bytes)
      return "END and BEGIN stand on one line; between them is \(between)."
        + part(behind: finding.mark, in: layout, "read")
    case .leading(let bytes):
      let verb = bytes.count == 1 ? "stands" : "stand"
      return "\(StrayBytes.shown(bytes)) \(verb) in front of BEGIN, which then begins nothing."
        + part(behind: finding.mark, in: layout, "seen")
    case .trailing(let bytes):
      return "\(StrayBytes.shown(bytes)) \(bytes.count == 1 ? "stands" : "stand") behind END."
    case .unended:
      return "BEGIN \(Written.name(mark.label)) has no END: the file was cut off or joined wrongly."
    case .unbegun: return "END \(Written.name(mark.label)) has no BEGIN."
    case .otherLabel(let label):
      return "END says \(Written.name(label)), and BEGIN said \(Written.name(mark.label))."
    case .badLine(_, let text):
      return "this line is no base64: "
        + "\"\(Written.plain(String(decoding: text.prefix(40), as: UTF8.self), 40))\"."
    }
  }

  /// Which certificate is not read.
  private static func part(behind mark: Int, in layout: PEMLayout, _ verb: String) -> String {
    guard let certificate = certificate(at: mark, in: layout) else { return "" }
    return " The certificate for \(Written.holder(certificate)) is not \(verb)."
  }

  /// The certificate that begins at a mark, were it read.
  static func certificate(at mark: Int, in layout: PEMLayout) -> Certificate? {
    let begin = layout.marks[mark]
    guard begin.isBegin, mark + 1 < layout.marks.count, !layout.marks[mark + 1].isBegin else {
      return nil
    }
    let range = begin.range.lowerBound..<layout.marks[mark + 1].range.upperBound
    guard range.count < 32 << 10 else { return nil }
    return PKIFile(Array(layout.bytes[range]) + [0x0A]).certificates.first
  }

  /// What is behind a certificate in binary form.
  static func binary(_ file: LabFile, _ layout: PEMLayout, _ name: String) -> [String] {
    guard let held = file.held, case .der = held.encoding,
      case .certificate(let certificate)? = held.elements.first
    else { return [] }
    let size = certificate.der.count
    let behind = Array(file.contents.dropFirst(size))
    guard behind.count > 1 else {
      return [
        "\(name) is one certificate in binary form (DER), which cannot be joined with others."
      ]
    }
    let follows =
      layout.marks.isEmpty
      ? StrayBytes.shown(behind)
      : "\(Written.count(behind.count, "byte")) with a BEGIN line"
    return [
      "\(name) begins with a certificate in binary form (DER) of \(size) bytes; what is behind it, "
        + "\(follows), is not read: binary and base64 do not mix."
    ]
  }
}
