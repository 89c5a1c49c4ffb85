import TestSupport
import Testing
import Transcripts

@Suite("Random transcripts")
struct RandomTests {
  /// What is printed and expected: a bit of all, or much that a capture could come from.
  private static let kinds: [(printed: [String], expected: [String])] = [
    (
      [
        "", "", "a", "b", "id 1", "id 2", "end 1", "#: x", "...", "[..]", "[...]", "[x]", "[y=..]",
        "a ",
      ],
      [
        "", "a", "b", "id 1", "#: c", "#: c", "[...]", "[...]", "id [..]", "end [x]", "[x]",
        "[..][y]", "[....", "..", "[..]",
      ]
    ),
    (["id 1", "id 2", "end 1", "end 2", ""], ["[...]", "end [x]", "[...]", "#: c", "", "id 2"]),
  ]

  /// Some steps, in one console or the other or in PC1; each name is captured once at most.
  private static func text(_ dice: inout Dice) -> String {
    var captures = ["id [x=..]", "[y=..]", "[z=..] [w=..]"].shuffled(using: &dice)
    let (printed, expected) = kinds[Int.random(in: 0..<2, using: &dice)]
    var text = Bool.random(using: &dice) ? "#! exact\n" : ""
    for _ in 0..<Int.random(in: 1...4, using: &dice) {
      let said = (0..<Int.random(in: 0...6, using: &dice)).map { _ in printed.random(&dice) }
      switch Int.random(in: 0..<4, using: &dice) {
      case 0: text += "C:\\Users>\(said.first ?? "")\n"
      case 1: text += "cms1b> say \(said.joined(separator: "|"))\n"
      default: text += "cms1a> say \(said.joined(separator: "|"))\n"
      }
      // Half of it is what comes, so that something matches.
      var lines = said.filter { !$0.contains("y=") && !$0.hasPrefix("#") }
      for _ in 0..<Int.random(in: 0...4, using: &dice) {
        let isCapture = Int.random(in: 0..<3, using: &dice) == 0
        let line = (isCapture ? captures.popLast() : nil) ?? expected.random(&dice)
        guard !line.contains("y=") || isCapture else { continue }
        let place = Int.random(in: 0...lines.count, using: &dice)
        if place < lines.count, Bool.random(using: &dice) {
          lines[place] = line
        } else {
          lines.insert(line, at: place)
        }
      }
      text += lines.map { $0 + "\n" }.joined()
    }
    return text
  }

  @Test("an update of any transcript passes, and one that passes is left alone")
  func converges() throws {
    var dice = Dice(state: 7)
    var (passed, captured) = (0, 0)
    for _ in 0..<6000 {
      let text = Self.text(&dice)
      // A name may be used where it is captured.
      guard let outcome = try? replay(text) else { continue }
      if outcome.passed {
        #expect(outcome.updatedText == text)
        passed += 1
        if text.contains("=..]") { captured += 1 }
        continue
      }
      let comments = { (text: String) in text.split(separator: "\n").filter { $0 == "#: c" } }
      #expect(comments(outcome.updatedText) == comments(text))
      let again = try replay(outcome.updatedText)
      #expect(again.diff == "", "\(text)\n---\n\(outcome.updatedText)")
      if again.diff != "" { return }
    }
    #expect(passed > 200 && captured > 20)
  }
}

extension [String] {
  fileprivate func random(_ dice: inout Dice) -> String {
    self[Int.random(in: indices, using: &dice)]
  }
}
