extension PEMLayout {
  /// Lines that were to be a BEGIN or an END and are none: with other dashes or small letters.
  func lookalikes(most: Int = 4) -> [(line: Int, text: String)] {
    let taken = Set(marks.map(\.line))
    var found: [(Int, String)] = []
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where line.count < 200 && !taken.contains(index + 1) {
      let text = line.drop { $0 <= 0x20 }
      // A hyphen, or the first byte of a longer dash.
      guard let first = text.first, first == 0x2D || first == 0xE2 || first == 0x96 || first == 0x97
      else { continue }
      let words = String(decoding: text, as: UTF8.self)
      guard Self.isLikeMark(words) else { continue }
      found.append((index + 1, words))
      if found.count == most { break }
    }
    return found
  }

  /// Whether dashes, BEGIN or END, and a label follow each other: in whatever case, and with whatever
  /// blanks. A list's item in a text has one hyphen and a blank in front, and other words.
  private static func isLikeMark(_ line: String) -> Bool {
    func isDash(_ scalar: Unicode.Scalar) -> Bool {
      // What stands for a byte that is no UTF-8 may be a dash of an older code page.
      scalar.properties.generalCategory == .dashPunctuation || scalar == "\u{FFFD}"
    }
    let dashes = line.unicodeScalars.prefix(while: isDash)
    let rest = line.unicodeScalars[dashes.endIndex...]
    guard !dashes.isEmpty, dashes.count > 1 || rest.first.map({ $0 != " " && $0 != "\t" }) ?? false
    else { return false }
    let words = rest.split { isDash($0) || $0.properties.isWhitespace }
      .map { String($0).uppercased() }
    guard let first = words.first else { return false }
    guard let keyword = ["BEGIN", "END"].first(where: first.hasPrefix) else { return false }
    let label = [String(first.dropFirst(keyword.count))].filter { !$0.isEmpty } + words.dropFirst()
    return label.contains { $0 == "CERTIFICATE" || $0 == "KEY" }
      && label.allSatisfy(labelWords.contains)
  }

  /// The words of which labels are made.
  private static let labelWords: Set = [
    "CERTIFICATE", "DSA", "EC", "ENCRYPTED", "KEY", "NEW", "PRIVATE", "PUBLIC", "REQUEST", "RSA",
    "TRUSTED", "X509",
  ]
}
