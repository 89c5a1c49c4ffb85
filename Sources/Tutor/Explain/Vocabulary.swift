import MMPShell
import Synchronization
import Words

/// The words of messages, by which those are found that a text resembles. They are gathered when one
/// is first looked for.
final class Vocabulary: Sendable {
  private struct Words: Sendable {
    /// Those of each message, with what each counts there.
    let messages: [[(word: Substring, weight: Double)]]
    /// All of them.
    let index: WordIndex
    let all: Set<Substring>
    let names: WordIndex
  }

  private let messages: [Ledger.Entry]
  private let gathered = Mutex<Words?>(nil)

  /// So many words of a text are looked for; the first ones, in order of letters.
  private static let mostWords = 64

  /// Those of messages and of their names.
  init(of messages: [Ledger.Entry]) { self.messages = messages }

  /// The messages that share most words with `text`, mistyped ones included, the nearest first. A word
  /// that few messages have counts more.
  func nearest(to text: String, atMost count: Int) -> [Ledger.Entry] {
    let words = words()
    if !text.contains(" "), let name = words.names.nearest(to: text) {
      return messages.filter { $0.id == name }
    }
    var wanted: Set<Substring> = []
    for word in Self.words(of: text).sorted().prefix(Self.mostWords) {
      if words.all.contains(word) {
        wanted.insert(word)
      } else if word.count > 3, let near = words.index.nearest(to: String(word)) {
        wanted.insert(near[...])
      }
    }
    let scores = words.messages.map { own in
      own.reduce(0.0) { wanted.contains($1.word) ? $0 + $1.weight : $0 }
    }
    return zip(messages, scores).filter { $0.1 > 0 }.enumerated()
      .sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }
      .prefix(count).map(\.element.0)
  }

  private func words() -> Words {
    gathered.withLock { gathered in
      if let gathered { return gathered }
      let vocabularies = messages.map { Self.words(of: $0.text + " " + $0.id) }
      var counts: [Substring: Int] = [:]
      for word in vocabularies.joined() { counts[word, default: 0] += 1 }
      let words = Words(
        messages: vocabularies.map { words in
          // Sorted, so that sums are the same each time.
          words.sorted().map { (word: $0, weight: 1 / Double(counts[$0] ?? 1)) }
        },
        index: WordIndex(counts.keys.sorted().map(String.init)), all: Set(counts.keys),
        names: WordIndex(messages.map(\.id)))
      gathered = words
      return words
    }
  }

  /// The words of a text without those that nearly every sentence has.
  private static func words(of text: String) -> Set<Substring> {
    let lower = text.lowercased()[...]
    let words = lower.split { !($0.isLetter || $0.isNumber) }.filter { $0.utf8.count > 2 }
    return Set(words).subtracting(["the", "and", "that", "not", "was", "this", "for", "has"])
  }
}
