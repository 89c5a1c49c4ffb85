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

/// What keeps a file from being read whole.
enum Damage {
  /// Sentences about it; none if the file is as it should be.
  static func facts(of file: LabFile, in files: LabFiles) -> [String] {
    let name = files.shown(file)
    let layout = PEMLayout(file.contents)
    let isOneLine = !layout.marks.isEmpty && !layout.bytes.contains(0x0A)
    // What stands behind a file in binary form is not read, whatever it is.
    if case .der? = file.held?.encoding, !(file.held?.certificates.isEmpty ?? true) {
      return binary(file, layout, name)
    }
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
        if begins.indices.contains(index), let words = mislabeled(at: begins[index], in: layout) {
          facts.append("\(name), line \(layout.marks[begins[index]].line): \(words).")
          break
        }
        if begins.indices.contains(index), layout.isHollow(at: begins[index]) {
          facts.append(
            "\(name), line \(layout.marks[begins[index]].line): nothing is between BEGIN and END.")
          break
        }
        facts.append(
          "The \(Written.ordinal(index + 1)) block of \(name) has BEGIN and END, but its content "
            + "is not what they say: characters were altered or lost.")
        break
      }
    }
    return facts + (facts.isEmpty ? [] : unread(of: file, in: files))
  }

  /// Which certificates of a file are not read.
  private static func unread(of file: LabFile, in files: LabFiles) -> [String] {
    let unread = FileParts(file.contents, held: file.held).unread
    guard !unread.isEmpty else { return [] }
    var holders: [String] = []
    for name in unread.map({ files.holder($0) }) where !holders.contains(name) {
      holders.append(name)
    }
    return [
      unread.count == 1
        ? "The certificate for \(holders[0]) is not read."
        : "The certificates for \(Written.list(holders)) are not read."
    ]
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
    case .oneLine, .behindBegin, .beforeEnd, .header, .badLine, .emptyLine:
      !isReadable(at: finding.mark, in: layout)
    case .trailing: !isReadable(at: finding.mark - 1, in: layout, withLine: true)
    }
  }

  /// Whether it is only said of a file that its lines are not lines.
  private static func isOfLines(_ flaw: PEMLayout.Flaw) -> Bool {
    switch flaw {
    case .glued, .leading, .trailing, .oneLine, .behindBegin, .beforeEnd, .header, .badLine,
      .emptyLine:
      true
    case .unended, .unbegun, .otherLabel: false
    }
  }

  private static func sentence(_ finding: PEMLayout.Finding, in layout: PEMLayout) -> String {
    let mark = layout.marks[finding.mark]
    switch finding.flaw {
    case .glued(let bytes):
      return "END and BEGIN stand on one line; between them \(bytes.count > 1 ? "are" : "is") "
        + "\(StrayBytes.shown(bytes))."
    case .leading(let bytes):
      let verb = bytes.count == 1 ? "stands" : "stand"
      return "\(StrayBytes.shown(bytes)) \(verb) in front of BEGIN, which then begins nothing."
    case .trailing(let bytes):
      return "\(StrayBytes.shown(bytes)) \(bytes.count == 1 ? "stands" : "stand") behind END."
    case .unended:
      return "BEGIN \(Written.name(mark.label)) has no END: the file was cut off or joined wrongly."
    case .unbegun: return "END \(Written.name(mark.label)) has no BEGIN."
    case .otherLabel(let label):
      return "END says \(Written.name(label)), and BEGIN said \(Written.name(mark.label))."
    case .oneLine:
      return "BEGIN \(Written.name(mark.label)) and its END stand on one line."
    case .behindBegin(let bytes):
      return "behind BEGIN \(Written.name(mark.label)), on its line, \(continued(bytes))."
    case .beforeEnd:
      return "END \(Written.name(mark.label)) has no line of its own: the base64 goes on to it."
    case .header(let text):
      return
        "\(quoted(text)) is a header line, as keys with a password have them: a certificate or "
        + "a request with one is not read."
    case .badLine(_, let text):
      return "this line is no base64: \(misfit(text))."
    case .emptyLine:
      return "this line is empty, in the middle of the base64: what is above it is taken for a "
        + "header."
    }
  }

  /// What stands on the line of a BEGIN, in words.
  static func continued(_ bytes: [UInt8]) -> String {
    isBase64(bytes) ? "the base64 begins" : "stands \(StrayBytes.shown(bytes))"
  }

  /// A line's text between quotation marks, cut short.
  static func quoted(_ text: [UInt8]) -> String {
    "\"\(Written.plain(String(decoding: text.prefix(40), as: UTF8.self), 40))\""
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
