/// An expected line, and what it leaves open.
///
/// `[..]` stands for any run of characters, also for none; a line `[...]` for any number of lines;
/// a line of dots for any line of dots, because a key search prints as many as it happens to need.
package struct LinePattern {
  private enum Form {
    case text([ArraySlice<UInt8>])
    case dots
    case anyLines
  }

  private let form: Form

  /// The pattern that a line of a transcript, without its line end, means.
  package init(_ line: ArraySlice<UInt8>) {
    let text = line.trimmingEnd
    form =
      if text.elementsEqual("[...]".utf8) {
        .anyLines
      } else if text.isDots {
        .dots
      } else {
        .text(Wildcard.pieces(of: text, gapLength: 4) { $0.starts(with: "[..]".utf8) })
      }
  }

  /// Whether it stands for any number of lines; then ``matches(_:)`` is true for each of them.
  package var isAnyLines: Bool { if case .anyLines = form { true } else { false } }

  /// Whether `line`, as it was printed, is one that is expected here.
  package func matches(_ line: ArraySlice<UInt8>) -> Bool {
    switch form {
    case .anyLines: return true
    case .dots: return line.trimmingEnd.isDots
    case .text(var pieces):
      if Wildcard.matches(pieces, line.trimmingEnd) { return true }
      guard pieces.count > 1, pieces.removeLast().isEmpty else { return false }
      // Where the end is left open it may be empty too, and then the white space before it is
      // trailing white space: `Name: [..]` expects `Name:` as well.
      let last = pieces.removeLast()
      return Wildcard.matches(pieces + [last.trimmingEnd], line.trimmingEnd)
    }
  }
}

extension ArraySlice<UInt8> {
  fileprivate var isDots: Bool { !isEmpty && allSatisfy { $0 == UInt8(ascii: ".") } }
}
