/// Makes sure, before a replay, that each name has one meaning.
///
/// Which lines are typed is seen only in the replay. A line that looks typed is not checked; if it
/// turns out to be expected, a name that was captured above means that capture again.
enum CaptureCheck {
  /// Whether any line of the blocks may capture something.
  ///
  /// - Throws: ``TranscriptError`` if a name is captured twice, or used in the line that captures it.
  static func findsCaptures(in blocks: [ArraySlice<Line>]) throws(TranscriptError) -> Bool {
    var hasCaptures = false
    var places: [String: Int] = [:]
    for block in blocks {
      for line in block where !line.isComment && line.text.contains(.openBracket) {
        let isTyped = WindowPrompt.scan(line.text) != nil
        for (bracket, _) in Bracket.all(in: line.text) {
          switch bracket {
          case .gap: break
          case .capture(let name):
            hasCaptures = true
            guard !isTyped else { continue }
            if let first = places.updateValue(line.number, forKey: name) {
              throw TranscriptError(
                line: line.number, problem: .capturedTwice(name: name, first: first))
            }
          case .reference(let name):
            guard places[name] == line.number, !isTyped else { continue }
            throw TranscriptError(line: line.number, problem: .usedWhereCaptured(name: name))
          }
        }
      }
    }
    return hasCaptures
  }
}
