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
    let letters = Array(typed.lowercased().unicodeScalars)
    guard (1...longest).contains(letters.count) else { return nil }
    var nearest: (word: String, slips: Int)?
    for word in words {
      let other = Array(word.lowercased().unicodeScalars)
      guard other.count <= longest, !other.isEmpty else { continue }
      let limit = max(1, min(letters.count, other.count) / 3)
      guard abs(other.count - letters.count) <= limit else { continue }
      let slips = slips(between: letters, and: other)
      if slips <= limit, slips < nearest?.slips ?? .max { nearest = (word, slips) }
    }
    return nearest?.word
  }

  /// The end of a sentence about a mistyped word: what was meant, written as `write` does; nil if no
  /// word is near.
  public static func hint(
    for typed: String, among words: some Sequence<String>, write: (String) -> String = { $0 }
  ) -> String? {
    to(typed, among: words).map { "; did you mean \(write($0))?" }
  }

  /// Longer words are not looked at, so that no input takes long.
  private static let longest = 64

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
