import Appliance
import Lab
import PKI
import Testing
import Tutor

/// Files that were put together badly: the picture, the check of a task and the appliance are of one
/// opinion about each.
@Suite struct BrokenBundleTests {
  /// A file, whether an appliance reads both certificates of it, and what the picture says.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let isRead: Bool
    let words: String
    let make: @Sendable (_ leaf: [UInt8], _ root: [UInt8]) -> [UInt8]

    var testDescription: String { name }

    init(
      _ name: String, read isRead: Bool, _ words: String,
      _ make: @escaping @Sendable (_ leaf: [UInt8], _ root: [UInt8]) -> [UInt8]
    ) {
      self.name = name
      self.isRead = isRead
      self.words = words
      self.make = make
    }
  }

  private static func text(_ text: String) -> [UInt8] { Array(text.utf8) }
  private static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
    bytes.filter { $0 != 0x0D }.split(separator: 0x0A).map(Array.init)
  }
  private static func joined(_ lines: [[UInt8]], end: [UInt8] = [0x0A]) -> [UInt8] {
    lines.flatMap { $0 + end }
  }
  private static func unended(_ bytes: [UInt8]) -> [UInt8] {
    Array(bytes.reversed().drop { $0 <= 0x20 }.reversed())
  }
  /// The file with one line changed.
  private static func changed(
    _ bytes: [UInt8], line: Int, _ change: ([UInt8]) -> [[UInt8]]
  ) -> [UInt8] {
    let lines = lines(bytes)
    return joined(Array(lines[..<line]) + change(lines[line]) + Array(lines[(line + 1)...]))
  }

  static let all: [Case] = [
    Case("good", read: true, "In order, up to a root.") { $0 + $1 },
    Case("crlf", read: true, "In order, up to a root.") {
      joined(lines($0 + $1), end: [0x0D, 0x0A])
    },
    Case("text", read: true, "(the text \"subject=a\"). Passed over") {
      text("subject=a\n") + $0 + text("\n\n") + $1
    },
    Case("list", read: true, "(the text \"- Our vendor certificate\"). Passed over") {
      text("- Our vendor certificate\n") + $0 + $1
    },
    Case("bullets", read: true, "In order, up to a root.") {
      text("• Send to the key user\n-- the end of a certificate\n- End certificate\n") + $0 + $1
    },
    Case("tail", read: true, "Behind the last one: 3 bytes, 0x00 0x00 0x00 (zero bytes)") {
      $0 + $1 + [0, 0, 0]
    },
    Case("ctrlz", read: true, "1 byte, 0x1A (Ctrl-Z, which copy appends), which is passed over") {
      $0 + $1 + [0x1A]
    },
    Case("ctrlzline", read: true, "0x1A 0x0A (blanks and Ctrl-Z). Passed over") {
      $0 + [0x1A, 0x0A] + $1
    },
    Case("zeroend", read: true, "behind its END: 1 byte, 0x00 (a zero byte)") {
      unended($0) + [0, 0x0A] + $1
    },
    Case("oneline", read: true, "In order, up to a root.") { leaf, root in
      let lines = lines(leaf)
      return joined([lines[0], Array(lines[1..<lines.count - 1].joined()), lines[lines.count - 1]])
        + root
    },
    Case("glued", read: false, "no byte, not even a line end") { unended($0) + $1 },
    Case("bom", read: false, "a byte order mark") { [0xEF, 0xBB, 0xBF] + $0 + $1 },
    Case("zero", read: false, "1 byte, 0x00 (a zero byte). Not seen") { $0 + [0] + $1 },
    Case("ctrlzmiddle", read: false, "Not seen") { $0 + [0x1A] + $1 },
    Case("indented", read: false, "2 bytes, 0x20 0x20 (blanks). Not seen") {
      joined(lines($0).map { text("  ") + $0 }) + $1
    },
    Case("emptyline", read: false, "line 6 is empty, in the middle of the base64") {
      changed($0, line: 5) { [[], $0] } + $1
    },
    Case("sign", read: false, "line 6 is no base64") {
      changed($0, line: 5) { [text("*") + $0.dropFirst()] } + $1
    },
    Case("altered", read: false, "characters were altered or lost") {
      changed($0, line: 1) { [text("AAAA") + $0.dropFirst(4)] } + $1
    },
    Case("comment", read: false, "behind its END: 7 bytes, 0x20 0x23 0x20 0x6C 0x65 0x61 0x66") {
      unended($0) + text(" # leaf\n") + $1
    },
    Case("cut", read: false, "its BEGIN has no END") { $0 + $1.dropLast(40) },
    Case("headless", read: false, "an END without BEGIN") { joined(Array(lines($0)[1...])) + $1 },
    Case("dashes", read: false, "five hyphens on each side") {
      changed($0, line: 0) { [Array($0.dropFirst())] } + $1
    },
    Case("longdashes", read: false, "five hyphens on each side") {
      changed($0, line: 0) { _ in [text("––BEGIN CERTIFICATE––")] } + $1
    },
    Case("small", read: false, "five hyphens on each side") {
      changed($0, line: 0) { _ in [text("-----Begin Certificate-----")] } + $1
    },
    Case("blanks", read: false, "five hyphens on each side") {
      changed($0, line: 0) { _ in [text("----- BEGIN CERTIFICATE -----")] } + $1
    },
    Case("olddash", read: false, "five hyphens on each side") {
      changed($0, line: 0) { _ in [[0x96] + text("BEGIN CERTIFICATE") + [0x96]] } + $1
    },
    Case("beginline", read: false, "behind its BEGIN, on its line, the base64 begins") {
      joined([Array(lines($0)[..<2].joined())] + lines($0)[2...]) + $1
    },
    Case("endline", read: false, "its END has no line of its own") {
      let lines = lines($0)
      return joined(Array(lines.dropLast(2)) + [Array(lines.suffix(2).joined())]) + $1
    },
    Case("nolines", read: false, "b.cer has no line end at all") {
      Array(lines($0 + $1).joined())
    },
    Case("cr", read: false, "The lines of b.cer end in CR alone") {
      joined(lines($0 + $1), end: [0x0D])
    },
    Case("label", read: false, "its END says CERTIFICATE") {
      changed($0, line: 0) { _ in [text("-----BEGIN CERT-----")] } + $1
    },
    Case("binaryfront", read: false, "in front of it") { leaf, root in
      (PKIFile(leaf).certificates.first?.der ?? []) + [0x0A] + root
    },
    Case("binaryboth", read: false, "(binary, as of a DER file)") { leaf, root in
      PKIFile(leaf + root).certificates.flatMap(\.der)
    },
    Case("binarybehind", read: false, "(binary, as of a DER file)") { leaf, root in
      leaf + (PKIFile(root).certificates.first?.der ?? [])
    },
  ]

  private func window(_ bundle: Case) throws -> WhyCase {
    let window = try WhyCase()
    let cms = try #require(window.world.appliances["cms1a"])
    let leaf = try #require(cms.contents(of: "cms1a.cer"))
    let root = try #require(cms.contents(of: "cmslab-root-ca.cer"))
    try cms.store(FileStore.File(name: "b.cer", contents: bundle.make(leaf, root)))
    return window
  }

  @Test("picture, task and appliance agree", arguments: all)
  func agreement(bundle: Case) throws {
    let window = try window(bundle)
    let picture = window.chain("b.cer", columns: 200)
    #expect(picture.contains(bundle.words), "\(picture)")
    #expect(picture.contains("In order, up to a root.") == bundle.isRead, "\(picture)")
    let set = try TaskSet(
      name: "x",
      source: Array("tasks:\n  - {id: a, text: b, check: {chain: b.cer}}\n".utf8))
    let finding = set.tasks[0].check.holds(in: Look(at: window.world))
    #expect(finding.holds == bundle.isRead, "\(finding.fact)")
    let shown = window.type("pki inspect b.cer")
    let count = shown.components(of: "Certificate:").count - 1
    #expect((count == 2 && !shown.contains("damaged")) == bundle.isRead, "\(count)")
  }

  @Test("what the appliance stumbles over is told by :why too", arguments: all)
  func why(bundle: Case) throws {
    let window = try window(bundle)
    var failures = 0
    for line in ["pki match cms1a.key b.cer", "pki verify cms1a.cer b.cer"] {
      let answer = window.type(line)
      if answer.contains("Matching")
        || answer.contains("verified against") && !answer.contains("not")
      {
        continue
      }
      failures += 1
      let lines = window.lines
      #expect(lines.contains { $0.hasPrefix("Fact: ") && $0.contains("b.cer") }, "\(line)")
      let trial = try #require(window.trial)
      let second = window.type(trial)
      #expect(second != answer, "\(trial)")
    }
    #expect((failures == 0) == bundle.isRead)
  }
}

extension String {
  fileprivate func components(of word: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = self[...]
    while let range = rest.firstRange(of: word) {
      parts.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return parts + [rest]
  }
}
