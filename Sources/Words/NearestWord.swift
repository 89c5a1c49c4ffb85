/// Finds what somebody meant who mistyped a word.
public enum NearestWord {
  /// The word among `words` that is nearest to what was typed, the first of several that are as
  /// near; upper and lower case do not count.
  ///
  /// Near is a word that a slip in three letters makes, at least one slip: a letter too much, too
  /// few, another one, or two neighbours swapped.
  ///
  /// - Returns: nil if none is near.
  public static func to(_ typed: String, among words: some Sequence<String>) -> String? {
    guard (1...longest).contains(typed.unicodeScalars.count) else { return nil }
    return WordIndex(words).nearest(to: typed)
  }

  /// The end of a sentence about a mistyped word: what was meant, written as `write` does; nil if no
  /// word is near.
  public static func hint(
    for typed: String, among words: some Sequence<String>, write: (String) -> String = { $0 }
  ) -> String? {
    to(typed, among: words).map { "; did you mean \(write($0))?" }
  }

  /// Longer words are not looked at, so that no input takes long.
  fileprivate static let longest = 64
}

/// Words among which those are looked for that several mistyped ones were meant to be.
public struct WordIndex: Sendable {
  /// A word, ready to be compared.
  private struct Entry: Sendable {
    let word: String
    let letters: Letters
  }

  /// The letters of a word, and a bit for each of them: what has many others is not near.
  private struct Letters: Sendable {
    let scalars: [Unicode.Scalar]
    let bits: UInt64

    init(_ word: String) {
      scalars = Array(word.lowercased().unicodeScalars)
      bits = scalars.reduce(0 as UInt64) { $0 | 1 << UInt64($1.value & 63) }
    }
  }

  private let entries: [Entry]

  /// Those words; of equally near ones the first counts.
  public init(_ words: some Sequence<String>) {
    entries = words.map { Entry(word: $0, letters: Letters($0)) }
      .filter { (1...NearestWord.longest).contains($0.letters.scalars.count) }
  }

  /// The word that is nearest to what was typed, as ``NearestWord/to(_:among:)`` has it; nil if none
  /// is near.
  public func nearest(to typed: String) -> String? {
    guard typed.utf8.count <= 4 * NearestWord.longest else { return nil }
    let letters = Letters(typed)
    let count = letters.scalars.count
    guard (1...NearestWord.longest).contains(count) else { return nil }
    var nearest: (word: String, slips: Int)?
    for entry in entries {
      let other = entry.letters
      let limit = max(1, min(count, other.scalars.count) / 3)
      // A slip changes the length by one, and makes one letter of another.
      guard abs(other.scalars.count - count) <= limit,
        (letters.bits ^ other.bits).nonzeroBitCount <= 2 * limit
      else { continue }
      let slips = Self.slips(between: letters.scalars, and: other.scalars)
      if slips <= limit, slips < nearest?.slips ?? .max { nearest = (entry.word, slips) }
    }
    return nearest?.word
  }

  /// The number of slips that make one word of the other (optimal string alignment).
  private static func slips(between left: [Unicode.Scalar], and right: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var next = [row + 1]
      for column in right.indices {
        var least = min(
          last[column + 1] + 1, next[column] + 1,
          last[column] + (left[row] == right[column] ? 0 : 1))
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          least = min(least, beforeLast[column - 1] + 1)
        }
        next.append(least)
      }
      (beforeLast, last) = (last, next)
    }
    return last[right.count]
  }
}
