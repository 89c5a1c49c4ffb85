/// What became of one line when a transcript was replayed.
enum Edit {
  /// The line was there as expected, or was not part of the replay.
  case keep(Line)
  /// The line was expected and did not come.
  case remove(Line)
  /// The line came and was not expected; in a transcript it is written like this.
  case add(ArraySlice<UInt8>, written: ArraySlice<UInt8>)
  /// The line was to be typed, into a session that was over.
  case refuse(Line)

  /// Whether the line is as the transcript has it.
  var isKeep: Bool { if case .keep = self { true } else { false } }
}

extension [Edit] {
  /// The file with expected output replaced by what was printed.
  ///
  /// Lines to be typed stay, even those that found nobody to read them.
  func updatedText(lineEnd: Line.Ending) -> [UInt8] {
    var text: [UInt8] = []
    for edit in self {
      switch edit {
      case .keep(let line), .refuse(let line):
        text.endLine(with: lineEnd)
        text += line.text
        text += line.ending.rawValue.utf8
      case .add(_, let line):
        text.endLine(with: lineEnd)
        text += line
        text += lineEnd.rawValue.utf8
      case .remove:
        break
      }
    }
    return text
  }
}

extension [UInt8] {
  /// Gives the last line an end, if the file left it without one and more follows.
  fileprivate mutating func endLine(with end: Line.Ending) {
    if let last, last != .newline { self += end.rawValue.utf8 }
  }
}
