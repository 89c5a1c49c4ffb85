/// An expected line, and what it leaves open.
///
/// `[..]` stands for any run of characters, also for none, and so does `[name=..]`, which captures
/// the run; `[name]` below stands for what was captured. A line `[...]` stands for any number of
/// lines; a line of dots for any line of dots, because a key search prints as many as it happens to
/// need.
package struct LinePattern {
  private enum Form {
    case text(LineText)
    case dots
    case anyLines
  }

  private let form: Form
  private let isExact: Bool

  /// The pattern that a line of a transcript, without its line end, means.
  ///
  /// - Parameter isExact: whether white space at the end of the line is compared.
  package init(_ line: ArraySlice<UInt8>, isExact: Bool = false) {
    self.init(line, isExact: isExact, names: [])
  }

  /// The pattern of a line below those that capture `names`.
  init(_ line: ArraySlice<UInt8>, isExact: Bool, names: Set<String>) {
    let text = line.compared(exactly: isExact)
    self.isExact = isExact
    form =
      if text.elementsEqual("[...]".utf8) {
        .anyLines
      } else if text.isDots {
        .dots
      } else {
        .text(LineText(text, names: names))
      }
  }

  /// Whether it stands for any number of lines; then ``matches(_:)`` is true for each of them.
  package var isAnyLines: Bool { if case .anyLines = form { true } else { false } }

  /// The names it captures.
  var captured: [String] { if case .text(let text) = form { text.captured } else { [] } }

  /// Whether `line`, as it was printed, is one that is expected here; what is captured elsewhere
  /// may be anything.
  package func matches(_ line: ArraySlice<UInt8>) -> Bool { couldMatch(line, Captures()) }

  /// As ``matches(_:)``, but for what is already captured.
  func couldMatch(_ line: ArraySlice<UInt8>, _ captures: Captures) -> Bool {
    let line = line.compared(exactly: isExact)
    return switch form {
    case .anyLines: true
    case .dots: line.isDots
    case .text(let text): text.places(in: line, captures, isOpen: true, isExact: isExact) != nil
    }
  }

  /// Whether `line`, as it was printed, is one that is expected here; then `captures` has what this
  /// line captures.
  func takes(_ line: ArraySlice<UInt8>, _ captures: inout Captures) -> Bool {
    let line = line.compared(exactly: isExact)
    switch form {
    case .anyLines: return true
    case .dots: return line.isDots
    case .text(let text):
      guard let gaps = text.places(in: line, captures, isOpen: false, isExact: isExact)
      else { return false }
      for (name, run) in gaps { captures[name] = run }
      return true
    }
  }
}

extension ArraySlice<UInt8> {
  fileprivate var isDots: Bool { !isEmpty && allSatisfy { $0 == UInt8(ascii: ".") } }
}
