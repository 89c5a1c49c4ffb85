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
  private(set) var lost: [String]
  /// Whether what stands behind the last part is lost: it looks like more, and is not read.
  let losesBehind: Bool
  /// Whether the file is in binary form.
  let isBinary: Bool

  /// As many as a picture has room for.
  static let most = 40

  /// The parts of a file's bytes.
  ///
  /// - Parameters:
  ///   - held: what the appliance reads in it; nil if nobody has looked.
  ///   - most: how many parts are looked at.
  init(_ bytes: [UInt8], held: PKIFile?, most: Int = Self.most) {
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
    var reader = PartReader(layout, held: held)
    parts = begins.prefix(most).map { reader.part(at: $0) }
    more = begins.count - parts.count
    let rest = layout.behindLast
    // A certificate in binary form behind the others.
    losesBehind = rest.first == 0x30 && !PKIFile(rest).certificates.isEmpty
    lost =
      reader.unbegun + layout.lookalikes().map { "line \($0.line): \(Damage.words(for: $0.text))" }
    behind = rest.contains { $0 > 0x20 || $0 == 0x1A || $0 == 0 } ? StrayBytes.shown(rest) : nil
    if more == 0, held?.isDamaged ?? false, lost.isEmpty, parts.allSatisfy(\.faults.isEmpty) {
      lost.append("the appliance calls the file damaged")
    }
  }

  /// Whether there is a certificate among them.
  var hasCertificates: Bool { parts.contains { $0.certificate != nil } }

  /// The certificates that an appliance does not read, as far as it can be told what they are.
  var unread: [Certificate] {
    parts.compactMap { $0.faults.isEmpty ? nil : $0.certificate }
  }

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
