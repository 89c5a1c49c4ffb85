/// How well a text is what a message says.
struct TemplateFit: Comparable {
  /// In what way it fits, the best last.
  enum Kind: Int {
    /// The text is a part of the words.
    case part
    /// The words stand somewhere in the text.
    case within
    /// The words are the end of the text, behind what a program or a log puts in front.
    case end
    /// Text and words are the same but for the values, of which one is the beginning.
    case open
    /// Text and words are the same but for the values, and begin alike.
    case whole
  }

  let kind: Kind
  /// How many letters and digits of the words the text has, values not counted.
  let letters: Int

  /// The worse one first. Where words do not begin as the text does, how much they say counts more
  /// than how they fit: one that begins and ends with a value fits many a text.
  static func < (left: Self, right: Self) -> Bool {
    left.rank < right.rank
  }

  private var rank: (Int, Int, Int) {
    (kind == .part ? 0 : kind == .whole ? 2 : 1, letters, kind.rawValue)
  }
}
