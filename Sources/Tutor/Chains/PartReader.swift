import PKI

/// Goes through the parts of a layout in their order, beside what an appliance has read.
struct PartReader {
  private let layout: PEMLayout
  private let flaws: [Int: [PEMLayout.Finding]]
  /// What was read and not come across yet; nil if nobody has looked.
  private var read: ArraySlice<Certificate>?
  /// Whether the certificates read are all that begin in the file, and nothing is amiss.
  private let isPlain: Bool

  init(_ layout: PEMLayout, held: PKIFile?) {
    self.layout = layout
    let findings = layout.findings(most: .max)
    flaws = Dictionary(grouping: findings, by: \.mark)
    read = held.map { $0.certificates[...] }
    isPlain =
      findings.isEmpty && layout.marks.count == 2 * (read?.count ?? -1)
      && held?.elements.count == read?.count
  }

  mutating func part(at index: Int) -> FileParts.Part {
    let mark = layout.marks[index]
    let whole = certificate(at: index)
    let lost = whole == nil && mark.label.hasSuffix("CERTIFICATE")
    var part = FileParts.Part(
      label: mark.label,
      certificate: lost ? Damage.lostCertificate(at: index, in: layout) : whole, line: mark.line)
    let own = flaws[index] ?? []
    let ending = (index + 1 < layout.marks.count ? flaws[index + 1] ?? [] : []).filter {
      if case .trailing = $0.flaw { true } else { false }
    }
    let joined = index + 2 < layout.marks.count ? flaws[index + 2] ?? [] : []
    let words = (own + ending).map(Self.words) + joined.compactMap(Self.wordsInFront)
    let isUnseen = own.contains {
      switch $0.flaw {
      case .leading, .glued: true
      default: false
      }
    }
    let isRead = isRead(whole, isUnseen: isUnseen, hasFlaws: !words.isEmpty)
    if isRead {
      part.notes = words
    } else {
      part.faults = words
      if words.isEmpty, mark.label.hasSuffix("CERTIFICATE"), part.certificate == nil {
        part.faults = [
          layout.isContainer(at: index)
            ? "line \(mark.line): a PKCS#7 container, as in certreq's answer (.rsp): not read"
            : layout.isHollow(at: index)
              ? "line \(mark.line): nothing is between BEGIN and END"
              : "line \(mark.line): what is between BEGIN and END is no certificate: characters were "
                + "altered or lost"
        ]
      }
    }
    if part.certificate == nil, words.isEmpty, let words = Damage.mislabeled(at: index, in: layout)
    {
      part.faults = ["line \(mark.line): \(words)"]
    }
    if !isRead, words.isEmpty, index > 0, layout.marks[index - 1].isBegin {
      part.faults = ["line \(mark.line): it begins inside of another one, which has no END"]
    }
    if !isRead, part.certificate != nil, part.faults.isEmpty {
      part.faults = ["line \(mark.line): an appliance does not come to read it"]
    }
    let gap = layout.gap(before: index)
    if gap.first == 0x30, layout.hasBinary(before: index) {
      part.faults.append("in front of it: a certificate in binary form (DER). Not read")
    } else if gap.contains(where: { $0 > 0x20 || $0 == 0x1A || $0 == 0 }) {
      part.notes.append("in front of it: \(StrayBytes.shown(gap)). Passed over")
    }
    return part
  }

  /// Ends without a beginning.
  var unbegun: [String] {
    flaws.values.joined().filter { $0.flaw == .unbegun }.sorted { $0.line < $1.line }
      .map(Self.words)
  }

  private func certificate(at index: Int) -> Certificate? {
    if isPlain { return read?.first }
    return layout.marks[index].label.hasSuffix("CERTIFICATE")
      ? Damage.certificate(at: index, in: layout) : nil
  }

  /// Whether the appliance has read a part. A part that is no certificate is as good as its looks.
  private mutating func isRead(
    _ certificate: Certificate?, isUnseen: Bool, hasFlaws: Bool
  ) -> Bool {
    guard let certificate, let left = read else { return !hasFlaws && certificate != nil }
    guard let next = left.first, next.der == certificate.der else { return false }
    // Of twins the one is read that begins a line.
    if isUnseen, left.dropFirst().first?.der != next.der { return false }
    read = left.dropFirst()
    return true
  }

  /// What is said of the part in front of a flaw, which is lost too.
  private static func wordsInFront(of finding: PEMLayout.Finding) -> String? {
    guard case .glued(let bytes) = finding.flaw else { return nil }
    return "line \(finding.line): the next BEGIN stands on the line of its END; between them: "
      + "\(StrayBytes.shown(bytes)). Not read"
  }

  private static func words(for finding: PEMLayout.Finding) -> String {
    let line = finding.line
    return switch finding.flaw {
    case .glued(let bytes):
      "line \(line): its BEGIN stands on the line of the END before it; between them: "
        + "\(StrayBytes.shown(bytes)). Not read"
    case .leading(let bytes):
      "line \(line): in front of its BEGIN: \(StrayBytes.shown(bytes)). Not seen"
    case .trailing(let bytes): "line \(line): behind its END: \(StrayBytes.shown(bytes))"
    case .unended: "line \(line): its BEGIN has no END"
    case .unbegun: "line \(line): an END without BEGIN; what is above it is not read"
    case .otherLabel(let label): "line \(line): its END says \(Written.name(label))"
    case .oneLine: "line \(line): its BEGIN and its END stand on one line"
    case .behindBegin(let bytes):
      "line \(line): behind its BEGIN, on its line, \(Damage.continued(bytes))"
    case .beforeEnd:
      "line \(line): its END has no line of its own: the base64 goes on to it"
    case .header(let text): "line \(line): \(Damage.quoted(text)) is a header line"
    case .badLine(_, let text): "line \(line) is no base64: \(Damage.misfit(text))"
    case .emptyLine: "line \(line) is empty, in the middle of the base64"
    }
  }
}
