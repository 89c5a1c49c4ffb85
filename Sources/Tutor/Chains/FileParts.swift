import PKI

/// The parts of a file in their order, with what an appliance makes of each.
///
/// What counts as wrong is decided here alone, for pictures and for tasks: a fault is what keeps the
/// appliance from reading a part; all else that does not belong into a file is passed over by it, and
/// is only a note.
struct FileParts {
  /// A part.
  struct Part {
    /// What it is called.
    let label: String
    /// The certificate in it; nil for anything else.
    let certificate: Certificate?
    /// Its line, from 1; nil in binary files.
    let line: Int?
    /// What keeps an appliance from reading it, or the file with it, in words.
    var faults: [String] = []
    /// What does not belong there and is passed over, in words.
    var notes: [String] = []
  }

  /// The parts, up to ``most``.
  private(set) var parts: [Part]
  /// How many more there are.
  let more: Int
  /// What stands behind the last part, in words; nil for nothing.
  let behind: String?
  /// What was to be a part, or the end of one, and is none, in words.
  let lost: [String]
  /// Whether what stands behind the last part is lost: it looks like more, and is not read.
  let losesBehind: Bool
  /// Whether the file is in binary form.
  let isBinary: Bool

  /// As many as a picture has room for.
  static let most = 40

  /// The parts of a file's bytes.
  ///
  /// - Parameter held: what the appliance reads in it; nil if nobody has looked.
  init(_ bytes: [UInt8], held: PKIFile?) {
    let layout = PEMLayout(bytes)
    if let held, case .der = held.encoding, let first = held.certificates.first {
      isBinary = true
      parts = [Part(label: "CERTIFICATE", certificate: first, line: nil)]
      more = 0
      lost = []
      let rest = Array(bytes.dropFirst(first.der.count))
      losesBehind = !layout.marks.isEmpty || rest.first == 0x30 && rest.count > 4
      behind = rest.isEmpty ? nil : Self.tail(rest, hasMarks: !layout.marks.isEmpty)
      return
    }
    isBinary = false
    let begins = layout.marks.indices.filter { layout.marks[$0].isBegin }
    var reader = Reader(layout, held: held)
    parts = begins.prefix(Self.most).map { reader.part(at: $0) }
    more = begins.count - parts.count
    let rest = layout.behindLast
    // A certificate in binary form behind the others.
    losesBehind = rest.first == 0x30 && !PKIFile(rest).certificates.isEmpty
    lost =
      reader.unbegun + layout.lookalikes().map { "line \($0.line): \(Damage.words(for: $0.text))" }
    behind = rest.contains { $0 > 0x20 || $0 == 0x1A || $0 == 0 } ? StrayBytes.shown(rest) : nil
    guard more == 0, held?.isDamaged ?? false, parts.allSatisfy(\.faults.isEmpty),
      let last = parts.indices.last
    else { return }
    parts[last].faults.append("the appliance calls the file damaged")
  }

  /// Whether there is a certificate among them.
  var hasCertificates: Bool { parts.contains { $0.certificate != nil } }

  /// What keeps an appliance from reading all of it: the first thing, in words; nil if it does.
  var fault: String? {
    for (index, part) in parts.enumerated() {
      guard let fault = part.faults.first else { continue }
      return "the \(Written.ordinal(index + 1)) part is not read: \(fault)"
    }
    if let lost = lost.first { return "something is not read: \(lost)" }
    return losesBehind ? behind.map { "what is behind the last part is not read: \($0)" } : nil
  }

  private static func tail(_ rest: [UInt8], hasMarks: Bool) -> String {
    StrayBytes.shown(rest) + (hasMarks ? ", with BEGIN lines: not read" : "")
  }
}

/// Goes through the parts of a layout in their order, beside what an appliance has read.
private struct Reader {
  private let layout: PEMLayout
  private let flaws: [Int: [PEMLayout.Finding]]
  /// What was read and not come across yet; nil if nobody has looked.
  private var read: ArraySlice<Certificate>?
  /// Whether the certificates read are all that begin in the file, and nothing is amiss.
  private let isPlain: Bool

  init(_ layout: PEMLayout, held: PKIFile?) {
    self.layout = layout
    let findings = layout.findings(most: 100)
    flaws = Dictionary(grouping: findings, by: \.mark)
    read = held.map { $0.certificates[...] }
    isPlain =
      findings.isEmpty && layout.marks.count == 2 * (read?.count ?? -1)
      && held?.elements.count == read?.count
  }

  mutating func part(at index: Int) -> FileParts.Part {
    let mark = layout.marks[index]
    var part = FileParts.Part(
      label: mark.label, certificate: certificate(at: index), line: mark.line)
    let own = flaws[index] ?? []
    let ending = (index + 1 < layout.marks.count ? flaws[index + 1] ?? [] : []).filter {
      if case .trailing = $0.flaw { true } else { false }
    }
    let words = (own + ending).map(Self.words)
    let isUnseen = own.contains {
      switch $0.flaw {
      case .leading, .glued: true
      default: false
      }
    }
    let isRead = isRead(part.certificate, isUnseen: isUnseen, hasFlaws: !words.isEmpty)
    if isRead {
      part.notes = words
    } else {
      part.faults = words
      if words.isEmpty, mark.label.hasSuffix("CERTIFICATE"), part.certificate == nil {
        part.faults = [
          "line \(mark.line): what is between BEGIN and END is no certificate: characters were "
            + "altered or lost"
        ]
      }
    }
    if !isRead, words.isEmpty, index > 0, layout.marks[index - 1].isBegin {
      part.faults = ["line \(mark.line): it begins inside of another one, which has no END"]
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

  private static func words(for finding: PEMLayout.Finding) -> String {
    let line = finding.line
    return switch finding.flaw {
    case .glued(let bytes):
      "line \(line): its BEGIN stands on the line of the END before it; between them: "
        + "\(StrayBytes.shown(bytes)). The file cannot be read"
    case .leading(let bytes):
      "line \(line): in front of its BEGIN: \(StrayBytes.shown(bytes)). Not seen"
    case .trailing(let bytes): "line \(line): behind its END: \(StrayBytes.shown(bytes))"
    case .unended: "line \(line): its BEGIN has no END"
    case .unbegun: "line \(line): an END without BEGIN; what is above it is not read"
    case .otherLabel(let label): "line \(line): its END says \(Written.name(label))"
    case .badLine: "line \(line) is no base64"
    case .emptyLine: "line \(line) is empty, in the middle of the base64"
    }
  }
}
