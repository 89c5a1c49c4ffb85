import PKI

/// The parts of a file in their order, those too that an appliance does not read.
struct FileParts {
  /// A part.
  struct Part {
    /// What it is called.
    let label: String
    /// The certificate in it; nil for anything else.
    let certificate: Certificate?
    /// Its line, from 1; nil in binary files.
    let line: Int?
    /// What is wrong about its place, in words.
    var flaws: [String]
    /// Whether an appliance does not see it.
    var isUnseen = false
  }

  /// The parts, up to ``most``.
  let parts: [Part]
  /// How many more there are.
  let more: Int
  /// What stands behind the last part, in words; nil for nothing.
  let behind: String?
  /// Whether the file is in binary form.
  let isBinary: Bool

  /// As many as a picture has room for.
  static let most = 40

  init(_ file: LabFile) {
    let layout = PEMLayout(file.contents)
    if let held = file.held, case .der = held.encoding, let first = held.certificates.first {
      isBinary = true
      parts = [Part(label: "CERTIFICATE", certificate: first, line: nil, flaws: [])]
      more = 0
      let rest = Array(file.contents.dropFirst(first.der.count))
      behind =
        rest.isEmpty
        ? nil
        : StrayBytes.shown(rest) + (layout.marks.isEmpty ? "" : ", with BEGIN lines: not read")
      return
    }
    isBinary = false
    var flaws: [Int: [PEMLayout.Flaw]] = [:]
    for finding in layout.findings(most: 100) {
      flaws[finding.mark, default: []].append(finding.flaw)
    }
    let begins = layout.marks.indices.filter { layout.marks[$0].isBegin }
    parts = begins.prefix(Self.most).map { index in
      let mark = layout.marks[index]
      let own = flaws[index] ?? []
      let ending = index + 1 < layout.marks.count ? flaws[index + 1] ?? [] : []
      return Part(
        label: mark.label,
        certificate: mark.label.hasSuffix("CERTIFICATE")
          ? Damage.certificate(at: index, in: layout) : nil,
        line: mark.line,
        flaws: own.map { Self.words(for: $0, at: mark.line) }
          + ending.compactMap { flaw -> String? in
            if case .trailing(let bytes) = flaw {
              "behind its END: \(StrayBytes.shown(bytes))"
            } else {
              nil
            }
          },
        isUnseen: own.contains { if case .leading = $0 { true } else { false } })
    }
    more = begins.count - parts.count
    let rest = layout.behindLast
    behind = rest.contains { $0 > 0x20 || $0 == 0x1A } ? StrayBytes.shown(rest) : nil
  }

  /// Whether there is a certificate among them.
  var hasCertificates: Bool { parts.contains { $0.certificate != nil } }

  private static func words(for flaw: PEMLayout.Flaw, at line: Int) -> String {
    switch flaw {
    case .glued(let bytes):
      "line \(line): its BEGIN stands on the line of the END before it; between them: "
        + "\(StrayBytes.shown(bytes)). The file cannot be read"
    case .leading(let bytes):
      "line \(line): in front of its BEGIN: \(StrayBytes.shown(bytes)). Not seen"
    case .trailing(let bytes): "behind its END: \(StrayBytes.shown(bytes))"
    case .unended: "line \(line): its BEGIN has no END"
    case .unbegun: "line \(line): an END without BEGIN"
    case .otherLabel(let label): "its END says \(Written.name(label))"
    case .badLine(let line, _): "line \(line) is no base64"
    }
  }
}
