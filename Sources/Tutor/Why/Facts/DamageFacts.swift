import PKI

extension FactFinder {
  /// Which bytes stand where, and what is not read for it.
  static let damage = FactFinder("file.damaged") { scene in
    guard let name = scene.file, let file = scene.files.named(name) else { return Findings() }
    return Findings(
      Damage.facts(of: file, in: scene.files),
      try: scene.substitutes(for: name) + scene.inspect(name))
  }
}

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

/// What keeps a file from being read whole.
enum Damage {
  /// Sentences about it; none if the file is as it should be.
  static func facts(of file: LabFile, in files: LabFiles) -> [String] {
    let name = files.shown(file)
    let layout = PEMLayout(file.contents)
    let isOneLine = !layout.marks.isEmpty && !layout.bytes.contains(0x0A)
    let findings = layout.findings(most: 4).filter {
      isHarm($0, in: layout) && !(isOneLine && isOfLines($0.flaw))
    }
    var facts = findings.map { finding in
      "\(name), line \(finding.line): " + sentence(finding, in: layout)
    }
    facts += layout.lookalikes().map {
      "\(name), line \($0.line): \(Self.words(for: $0.text))."
    }
    facts += layout.marks.indices.prefix(100).filter(layout.hasBinary(before:)).map {
      "\(name), line \(layout.marks[$0].line): in front of this BEGIN stands a certificate in binary "
        + "form (DER), which is not read: binary and base64 do not mix."
    }
    if isOneLine {
      let fact =
        layout.bytes.contains(0x0D)
        ? "The lines of \(name) end in CR alone, as on an old Mac: an appliance takes all of it for "
          + "one line. Save it with LF, or CR and LF."
        : "\(name) has no line end at all: BEGIN, the base64 and END need lines of their own."
      facts.insert(fact, at: 0)
    }
    facts += binary(file, layout, name)
    if facts.isEmpty, let held = file.held {
      for (index, element) in held.elements.enumerated() {
        guard case .damaged = element else { continue }
        let begins = layout.marks.indices.filter { layout.marks[$0].isBegin }
        if begins.indices.contains(index), layout.isContainer(at: begins[index]) {
          facts.append(
            "The \(Written.ordinal(index + 1)) block of \(name) is a PKCS#7 container, as in certreq's "
              + "answer (.rsp): an appliance reads none of it. The certificate's own file (.cer) serves."
          )
          break
        }
        facts.append(
          "The \(Written.ordinal(index + 1)) block of \(name) has BEGIN and END, but its content "
            + "is not what they say: characters were altered or lost.")
        break
      }
    }
    return facts
  }

  /// What is said of a line that only looks like BEGIN or END.
  static func words(for lookalike: String) -> String {
    "\"\(Written.plain(lookalike, 60))\" is no BEGIN or END line: these have five hyphens on each "
      + "side, and capitals"
  }

  /// Whether an appliance stumbles over it. Some of what stands behind an END, or between the lines,
  /// OpenSSL takes off by itself.
  private static func isHarm(_ finding: PEMLayout.Finding, in layout: PEMLayout) -> Bool {
    switch finding.flaw {
    case .glued, .leading, .unended, .unbegun, .otherLabel: true
    case .sharedLine, .badLine, .emptyLine: !isReadable(at: finding.mark, in: layout)
    case .trailing: !isReadable(at: finding.mark - 1, in: layout, withLine: true)
    }
  }

  /// Whether it is only said of a file that its lines are not lines.
  private static func isOfLines(_ flaw: PEMLayout.Flaw) -> Bool {
    switch flaw {
    case .glued, .leading, .trailing, .sharedLine, .badLine, .emptyLine: true
    case .unended, .unbegun, .otherLabel: false
    }
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
    case .sharedLine:
      return "BEGIN \(Written.name(mark.label)) and its END do not have lines of their own."
    case .badLine(_, let text):
      return "this line is no base64: "
        + "\"\(Written.plain(String(decoding: text.prefix(40), as: UTF8.self), 40))\"."
    case .emptyLine:
      return "this line is empty, in the middle of the base64: what is above it is taken for a "
        + "header."
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
    // One without an END of its own goes as far as the next, if that is not far.
    let next = layout.marks[(mark + 1)...].prefix(4)
    guard begin.isBegin, let end = next.first(where: { !$0.isBegin }) else { return nil }
    let range = begin.range.lowerBound..<end.range.upperBound
    guard range.count < 32 << 10 else { return nil }
    return PKIFile(Array(layout.bytes[range]) + [0x0A]).certificates.first
  }

  /// Whether a block can be read that begins at a mark.
  ///
  /// - Parameter withLine: whether what stands behind END on its line is looked at too.
  private static func isReadable(
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
