public import MMPShell
import Words

/// What there is to say of the messages of a ledger, and which one a text means.
public struct Explanations: Sendable {
  /// The ledger's entries.
  public let entries: [Ledger.Entry]
  /// The demonstration of each message that has one.
  private let demonstrations: [String: Demonstration]
  /// A message with its words cut up.
  private struct Message: Sendable {
    let entry: Ledger.Entry
    let templates: [Template]
  }
  private let messages: [Message]
  private let vocabulary: Vocabulary
  /// The entries by all of their words.
  private let exact: [[UInt8]: [Ledger.Entry]]

  /// Those of a ledger, shown by those lines; of several for one message the first counts.
  public init(_ ledger: Ledger, demonstrations: [Demonstration] = Demonstration.builtIn) {
    entries = ledger.entries
    self.demonstrations = Dictionary(
      demonstrations.flatMap { shown in shown.shows.map { ($0, shown) } }
    ) { first, _ in first }
    let said = entries.filter { $0.kind != "rule" }
    messages = said.map { Message(entry: $0, templates: Self.templates(of: $0)) }
    vocabulary = Vocabulary(of: said)
    exact = Dictionary(grouping: entries) { Template.plain($0.text) }
  }

  /// What a text was taken for.
  public enum Answer: Sendable {
    /// It is one of these, the best first; never empty.
    case known([Ledger.Entry])
    /// It is none; these have words in common with it, the nearest first. It may be empty.
    case unknown(nearest: [Ledger.Entry])
  }

  /// Of a longer text so many bytes are looked at.
  public static let longest = 4096

  /// Of a text of several lines so many are looked at by themselves.
  private static let mostLines = 16

  /// How many near ones are named.
  private static let mostNearest = 5

  /// The lines that make the message of that name appear; nil if it is shown by none.
  public func demonstration(of id: String) -> Demonstration? { demonstrations[id] }

  /// The messages that `text` may mean: a name such as `csr.invalid-name`, or words as they stood on
  /// the screen, with values filled in or not, alone or with something around them. A rule is
  /// known by its name or all of its words.
  public func answer(to text: String) -> Answer {
    let start = String(decoding: text.utf8.prefix(Self.longest), as: UTF8.self)
    let plain = Template.plain(start)
    let name = String(decoding: plain, as: UTF8.self)
    if let entry = entries.first(where: { $0.id == name }) { return .known([entry]) }
    // A rule is said by no machine, but may be copied from a list.
    let same = exact[plain] ?? []
    if same.first?.kind == "rule" { return .known(same) }
    // Of all that a window shows each line may be one, and its full stop gets lost in quotations.
    let lines = start.split(whereSeparator: \.isNewline).prefix(Self.mostLines)
      .map { Template.plain(String($0)) }
    // A prompt that nothing was typed at was not what was meant.
    let parts = lines.count > 1 ? lines.filter { $0.last != UInt8(ascii: ">") } : []
    for texts in [[plain] + parts, [plain + [UInt8(ascii: ".")]]] {
      let asked = texts.map(AskedText.init)
      let fits = messages.compactMap { message in
        let best = message.templates.flatMap { part in asked.compactMap { part.fit(of: $0) } }.max()
        return best.map { (message.entry, $0) }
      }
      guard fits.isEmpty else { return .known(Self.ordered(fits)) }
    }
    guard same.isEmpty else { return .known(same) }
    return .unknown(nearest: vocabulary.nearest(to: name, atMost: Self.mostNearest))
  }

  /// All of what it says; of several lines also each by itself, as they are pasted.
  private static func templates(of entry: Ledger.Entry) -> [Template] {
    let lines = entry.text.split(separator: "\n")
    return [Template(entry.text)] + (lines.count > 1 ? lines.map { Template(String($0)) } : [])
  }

  /// The best first; of equals errors, which are what is asked for, and then as in the ledger.
  private static func ordered(_ fits: [(Ledger.Entry, TemplateFit)]) -> [Ledger.Entry] {
    fits.enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      if one.1 != other.1 { return one.1 > other.1 }
      let isError = (one.0.kind == "error", other.0.kind == "error")
      return isError.0 == isError.1 ? left.offset < right.offset : isError.0
    }.map { $0.element.0 }
  }
}
