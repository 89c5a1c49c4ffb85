public import MMPShell
import Words

/// What there is to say of the messages of a ledger, and which one a text means.
public struct Explanations: Sendable {
  /// The ledger's entries.
  public let entries: [Ledger.Entry]
  /// The demonstration of each message that has one.
  private let demonstrations: [String: Demonstration]

  /// Those of a ledger, shown by those lines; of several for one message the first counts.
  public init(_ ledger: Ledger, demonstrations: [Demonstration] = Demonstration.builtIn) {
    entries = ledger.entries
    self.demonstrations = Dictionary(
      demonstrations.flatMap { shown in shown.shows.map { ($0, shown) } }
    ) { first, _ in first }
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
  /// the screen, with values filled in or not, alone or with something around them. A rule has only
  /// its name.
  public func answer(to text: String) -> Answer {
    let start = String(decoding: text.utf8.prefix(Self.longest), as: UTF8.self)
    let plain = Template.plain(start)
    let name = String(decoding: plain, as: UTF8.self)
    if let entry = entries.first(where: { $0.id == name }) { return .known([entry]) }
    let messages = entries.filter { $0.kind != "rule" }
    let templates = messages.map { (entry: $0, parts: Self.templates(of: $0)) }
    // Of all that a window shows each line may be one, and its full stop gets lost in quotations.
    let lines = start.split(whereSeparator: \.isNewline).prefix(Self.mostLines)
      .map { Template.plain(String($0)) }
    // A prompt that nothing was typed at was not what was meant.
    let parts = lines.count > 1 ? lines.filter { $0.last != UInt8(ascii: ">") } : []
    for texts in [[plain] + parts, [plain + [UInt8(ascii: ".")]]] {
      let fits = templates.compactMap { entry, parts in
        let best = parts.flatMap { part in texts.compactMap { part.fit(of: $0) } }.max()
        return best.map { (entry, $0) }
      }
      guard fits.isEmpty else { return .known(Self.ordered(fits)) }
    }
    return .unknown(nearest: nearest(to: name, among: messages))
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

  /// The messages that share most words with `text`, mistyped ones included. A word that few
  /// messages have counts more.
  private func nearest(to text: String, among messages: [Ledger.Entry]) -> [Ledger.Entry] {
    if !text.contains(" "), let id = NearestWord.to(text, among: messages.map(\.id)) {
      return messages.filter { $0.id == id }
    }
    let vocabularies = messages.map { Self.words(of: $0.text + " " + $0.id) }
    var counts: [Substring: Int] = [:]
    for word in vocabularies.joined() { counts[word, default: 0] += 1 }
    let known = counts.keys.sorted().map(String.init)
    var wanted: Set<Substring> = []
    for word in Self.words(of: text).sorted().prefix(64) {
      if counts[word] != nil {
        wanted.insert(word)
      } else if word.count > 3, let near = NearestWord.to(String(word), among: known) {
        wanted.insert(near[...])
      }
    }
    let scores = vocabularies.map { words in
      // Sorted, so that sums are the same each time.
      words.intersection(wanted).sorted().reduce(0.0) { $0 + 1 / Double(counts[$1] ?? 1) }
    }
    return zip(messages, scores).filter { $0.1 > 0 }.enumerated()
      .sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }
      .prefix(Self.mostNearest).map(\.element.0)
  }

  /// The words of a text without those that nearly every sentence has.
  private static func words(of text: String) -> Set<Substring> {
    let lower = text.lowercased()[...]
    let words = lower.split { !($0.isLetter || $0.isNumber) }.filter { $0.utf8.count > 2 }
    return Set(words).subtracting(["the", "and", "that", "not", "was", "this", "for", "has"])
  }
}
