/// The text of an expected line, cut up.
struct LineText {
  private enum Token {
    case text(ArraySlice<UInt8>)
    case gap(String?)
    case reference(String)
  }

  private let tokens: [Token]
  private let hasReferences: Bool
  /// The pieces between gaps and the names of these; without references.
  private let fixed: (pieces: [ArraySlice<UInt8>], gaps: [String?])
  /// The names it captures.
  let captured: [String]

  /// The text of a line below those that capture `names`.
  init(_ line: ArraySlice<UInt8>, names: Set<String>) {
    var tokens: [Token] = []
    var done = line.startIndex
    for (bracket, range) in Bracket.all(in: line) {
      let token: Token
      switch bracket {
      case .gap: token = .gap(nil)
      // Nothing is captured twice.
      case .capture(let name): token = names.contains(name) ? .reference(name) : .gap(name)
      case .reference(let name):
        guard names.contains(name) else { continue }
        token = .reference(name)
      }
      tokens += [.text(line[done..<range.lowerBound]), token]
      done = range.upperBound
    }
    tokens.append(.text(line[done...]))
    self.tokens = tokens
    hasReferences = tokens.contains { if case .reference = $0 { true } else { false } }
    captured = tokens.compactMap { if case .gap(let name) = $0 { name } else { nil } }
    fixed = hasReferences ? ([], []) : Self.pieces(of: tokens, Captures(), isOpen: true) ?? ([], [])
  }

  /// The pieces that stand between gaps, and the names of the gaps.
  ///
  /// - Parameter isOpen: whether a name that has no value is a gap; if not, the answer is nil.
  private static func pieces(
    of tokens: [Token], _ captures: Captures, isOpen: Bool
  ) -> (pieces: [ArraySlice<UInt8>], gaps: [String?])? {
    var pieces: [ArraySlice<UInt8>] = [[]]
    var gaps: [String?] = []
    func append(_ text: ArraySlice<UInt8>) {
      let last = pieces.count - 1
      if pieces[last].isEmpty { pieces[last] = text } else { pieces[last] += text }
    }
    for token in tokens {
      switch token {
      case .text(let text): append(text)
      case .gap(let name):
        gaps.append(name)
        pieces.append([])
      case .reference(let name):
        if let value = captures[name] {
          append(value)
        } else if isOpen {
          gaps.append(nil)
          pieces.append([])
        } else {
          return nil
        }
      }
    }
    return (pieces, gaps)
  }

  /// What the named gaps take in if the line matches; nil if it does not.
  func places(
    in line: ArraySlice<UInt8>, _ captures: Captures, isOpen: Bool, isExact: Bool
  ) -> [(name: String, run: ArraySlice<UInt8>)]? {
    var found = fixed
    if hasReferences {
      guard var text = Self.pieces(of: tokens, captures, isOpen: isOpen) else { return nil }
      let last = text.pieces.removeLast()
      // What was captured may end with white space, and here it may stand at the end of the line.
      text.pieces.append(last.compared(exactly: isExact))
      found = text
    }
    var places = GappedLine.places(of: found.pieces, in: line)
    if places == nil, !isExact, found.pieces.count > 1, found.pieces.removeLast().isEmpty {
      // Where the end is left open it may be empty too, and then the white space before it is
      // trailing white space: `Name: [..]` expects `Name:` as well.
      let last = found.pieces.removeLast()
      found.pieces.append(last.trimmingEnd)
      places = GappedLine.places(of: found.pieces, in: line).map { $0 + [line.endIndex] }
    }
    guard let places else { return nil }
    var runs: [(name: String, run: ArraySlice<UInt8>)] = []
    for (index, name) in found.gaps.enumerated() {
      guard let name else { continue }
      runs.append((name, line[(places[index] + found.pieces[index].count)..<places[index + 1]]))
    }
    return runs
  }
}
