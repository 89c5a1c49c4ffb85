/// A password that can be told across a room: four syllables such as `bak-nor-tiv-dum`.
///
/// Each syllable is one of more than 1,024 with the same chance, so there are more than 40 bits in
/// it. Letters that are mistaken for digits or spoken in two ways are left out: c, l, q, x and y, and
/// h and w at the end.
enum SpokenPassword {
  /// A new password.
  static func make(using generator: inout some RandomNumberGenerator) -> String {
    (0..<4).map { _ in syllables[Int.random(in: syllables.indices, using: &generator)] }
      .joined(separator: "-")
  }

  /// Whether it could have been made so.
  static func isOne(_ password: String) -> Bool {
    let parts = password.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { syllables.contains(String($0)) }
  }

  /// All syllables.
  static let syllables: [String] = "bdfghjkmnprstvwz".flatMap { first in
    "aeiou".flatMap { vowel in
      "bdfgjkmnprstvz".map { last in "\(first)\(vowel)\(last)" }
    }
  }.filter { !unkind.contains($0) }

  /// What nobody wants to read on a card.
  private static let unkind: Set = [
    "bum", "dik", "fag", "fap", "fat", "fuk", "gaz", "hag", "jap", "jiz", "kok", "kum", "nig",
    "nut", "pis", "pus", "rap", "sad", "sob", "tit", "vag", "wog",
  ]
}
