extension Unicode.Scalar {
  /// How many columns it takes on a terminal: 0, 1 or 2, as the C library's wcwidth has it.
  package var columnWidth: Int {
    if value < 0x300 { return value == 0xAD || !isMark ? 1 : 0 }
    if isMark { return 0 }
    return isWide ? 2 : 1
  }

  /// Whether it is drawn over the character before, or not at all.
  private var isMark: Bool {
    if value < 0x7F { return false }
    switch value {
    // Vowels and final consonants of a Hangul syllable written letter by letter.
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: return true
    default: break
    }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return true
    default: return false
    }
  }

  /// East Asian Width W or F (UAX 11), and pictures that are emoji by themselves.
  private var isWide: Bool {
    switch value {
    case ..<0x1100: false
    case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF,
      0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
      0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265,
      0x20000...0x2FFFD, 0x30000...0x3FFFD:
      true
    // Flags are made of two letters of one column each.
    case 0x1F1E6...0x1F1FF: false
    case 0x231A...: properties.isEmojiPresentation
    default: false
    }
  }
}
