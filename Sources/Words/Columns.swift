extension String {
  /// The text with blanks behind it up to `width` characters; a longer one is as it is.
  public func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  /// The words of the text in lines of `width` characters; a longer word has a line of its own.
  ///
  /// - Parameter indent: what stands in front of all lines but the first.
  public func lines(at width: Int, indent: String = "") -> [String] {
    var lines: [String] = []
    for word in split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append((lines.isEmpty ? "" : indent) + word)
      }
    }
    return lines
  }
}

extension StringProtocol where SubSequence == Substring {
  /// The text cut at its blanks, but for those between two back quotes: what stands there is typed as
  /// it is, and may be copied if no line ends in it. Two blanks have an empty piece between them.
  public var unbrokenPieces: [Substring] {
    var pieces: [Substring] = []
    var start = startIndex
    var index = startIndex
    while index < endIndex {
      if self[index] == "`", let close = self[self.index(after: index)...].firstIndex(of: "`") {
        index = close
      } else if self[index] == " " {
        pieces.append(self[start..<index])
        start = self.index(after: index)
      }
      index = self.index(after: index)
    }
    return pieces + [self[start...]]
  }
}
